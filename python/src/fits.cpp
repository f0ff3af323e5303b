// The fits of `sneddon fit`, of columns in memory. They come as the JSON and the text that the
// command line prints.
#include "bindings.hpp"
#include "long_work.hpp"
#include "sneddon/tools/fit_reports.hpp"

namespace sneddon::python {
namespace {

using Found = std::pair<std::string, std::string>;  ///< JSON, text

template <class Request, class Report>
Found report_of(Request request, Report report, const nb::object& on_progress) {
    const auto work = [request, report](const Progress& progress) -> Result<Found> {
        Request stoppable = request;
        if constexpr (requires { stoppable.stop; }) stoppable.stop = progress.stop;
        if constexpr (requires { stoppable.progress; }) stoppable.progress = progress;
        const auto found = report(stoppable);
        if (!found) return found.error();
        return Found{found->json, found->text};
    };
    return done_in_background<Found>(work, on_progress);
}

Found fit_unloading(ColumnsInMemory columns, double low, double high, bool is_in_load) {
    UnloadingFitRequest request{"fit_unloading",
                                columns.names.at(0),
                                columns.names.at(1),
                                low,
                                high,
                                is_in_load ? ResidualSpace::load : ResidualSpace::depth};
    request.in_memory = std::move(columns);
    return report_of(request, unloading_report, nb::none());
}

Found fit_creep_law(ColumnsInMemory columns, bool is_h0_free, bool is_t0_free,
                    bool is_nonnegative) {
    CreepLawRequest request{"fit_creep_law", columns.names.at(0), columns.names.at(1),
                            is_h0_free,      is_t0_free,          is_nonnegative};
    request.in_memory = std::move(columns);
    return report_of(request, creep_law_report, nb::none());
}

Found fit_distribution(ColumnsInMemory columns, DistributionFitRequest request,
                       const nb::object& on_progress) {
    request.file = "fit_distribution";
    request.in_memory = std::move(columns);
    return report_of(request, distribution_report, on_progress);
}

Found fit_mixture(ColumnsInMemory columns, MixtureFitRequest request,
                  const nb::object& on_progress) {
    request.file = "fit_mixture";
    request.in_memory = std::move(columns);
    return report_of(request, mixture_report, on_progress);
}

}  // namespace

void bind_fits(nb::module_& module) {
    nb::class_<ColumnsInMemory>(module, "ColumnsInMemory", "Columns under the heads of a file.")
        .def(nb::init<>())
        .def_rw("names", &ColumnsInMemory::names)
        .def_rw("columns", &ColumnsInMemory::columns);
    nb::class_<DistributionFitRequest>(module, "DistributionFitRequest")
        .def(nb::init<>())
        .def_rw("column", &DistributionFitRequest::column)
        .def_rw("models", &DistributionFitRequest::models)
        .def_rw("replicates", &DistributionFitRequest::replicates)
        .def_rw("runs_all_replicates", &DistributionFitRequest::runs_all_replicates)
        .def_rw("censored_column", &DistributionFitRequest::censored_column)
        .def_rw("upper_column", &DistributionFitRequest::upper_column)
        .def_rw("rounded_to", &DistributionFitRequest::rounded_to)
        .def_rw("seed", &DistributionFitRequest::seed)
        .def_rw("threads", &DistributionFitRequest::threads);
    nb::class_<MixtureFitRequest>(module, "MixtureFitRequest")
        .def(nb::init<>())
        .def_rw("columns", &MixtureFitRequest::columns)
        .def_rw("weights_column", &MixtureFitRequest::weights_column)
        .def_rw("fewest_components", &MixtureFitRequest::fewest_components)
        .def_rw("most_components", &MixtureFitRequest::most_components)
        .def_prop_rw(
            "is_scikit_learn",
            [](const MixtureFitRequest& request) {
                return request.mode == MixtureMode::scikit_learn;
            },
            [](MixtureFitRequest& request, bool is_scikit_learn) {
                request.mode = is_scikit_learn ? MixtureMode::scikit_learn : MixtureMode::converged;
            })
        .def_rw("bootstrap_samples", &MixtureFitRequest::bootstrap_samples)
        .def_rw("simulated_samples", &MixtureFitRequest::simulated_samples)
        .def_rw("family", &MixtureFitRequest::family)
        .def_rw("has_noise", &MixtureFitRequest::has_noise)
        .def_rw("asks_for_groups", &MixtureFitRequest::asks_for_groups)
        .def_rw("labels_file", &MixtureFitRequest::labels_file)
        .def_rw("seed", &MixtureFitRequest::seed)
        .def_rw("threads", &MixtureFitRequest::threads);
    module.def("fit_unloading", &fit_unloading, nb::arg("columns"), nb::arg("low"), nb::arg("high"),
               nb::arg("is_in_load"));
    module.def("fit_creep_law", &fit_creep_law, nb::arg("columns"), nb::arg("is_h0_free"),
               nb::arg("is_t0_free"), nb::arg("is_nonnegative"));
    module.def("fit_distribution", &fit_distribution, nb::arg("columns"), nb::arg("request"),
               nb::arg("on_progress").none());
    module.def("fit_mixture", &fit_mixture, nb::arg("columns"), nb::arg("request"),
               nb::arg("on_progress").none());
}

}  // namespace sneddon::python
