// Whole folders: look, run, shard, merge, report, compare, simulate.
#include "bindings.hpp"
#include "long_work.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "sneddon/tools/compare.hpp"
#include "sneddon/tools/look.hpp"

namespace sneddon::python {
namespace {

/// The words of the command line; what was found is in OUT.
std::string run_into_folder(const RunRequest& request, const nb::object& on_progress) {
    const auto work = [request](const Progress& progress) -> Result<std::string> {
        const auto study = run(request, progress);
        if (!study) return study.error();
        return run_summary(*study, request.output_folder);
    };
    return done_in_background<std::string>(work, on_progress);
}

ShardReceipt shard_into_folder(const RunRequest& request, std::size_t part, std::size_t parts,
                               const nb::object& on_progress) {
    return done_in_background<ShardReceipt>(
        [=](const Progress& progress) { return shard(request, part, parts, progress); },
        on_progress);
}

/// As of a run.
std::string merge_into_folder(const MergeRequest& request, const nb::object& on_progress) {
    const auto work = [request](const Progress& progress) -> Result<std::string> {
        const auto study = merge(request, progress);
        if (!study) return study.error();
        return run_summary(*study, request.output_folder);
    };
    return done_in_background<std::string>(work, on_progress);
}

Look look_at(const RunRequest& request, const nb::object& on_progress) {
    return done_in_background<Look>(
        [request](const Progress& progress) { return look(request, progress); }, on_progress);
}

ReportFiles report_of(const ReportRequest& request) {
    return done_in_background<ReportFiles>(
        [request](const Progress& progress) {
            ReportRequest stoppable = request;
            stoppable.stop = progress.stop;
            return write_report(stoppable);
        },
        nb::none());
}

SimulateSummary simulate_into_folder(const SimulateRequest& request,
                                     const nb::object& on_progress) {
    return done_in_background<SimulateSummary>(
        [request](const Progress& progress) { return simulate(request, progress); }, on_progress);
}

void bind_look(nb::module_& module) {
    nb::class_<LookedFile>(module, "LookedFile", "One file, before anything is computed.")
        .def_ro("path", &LookedFile::path)
        .def_ro("format", &LookedFile::format)
        .def_ro("tests", &LookedFile::tests)
        .def_prop_ro("status", [](const LookedFile& file) { return name(file.status); })
        .def_ro("reason", &LookedFile::reason)
        .def_ro("code", &LookedFile::code)
        .def_ro("is_companion", &LookedFile::is_companion)
        .def_ro("is_sampled", &LookedFile::is_sampled);
    nb::class_<LookedLoadFunction>(module, "LookedLoadFunction", "A load function and its cycles.")
        .def_ro("name", &LookedLoadFunction::name)
        .def_ro("cycles", &LookedLoadFunction::cycles);
    nb::class_<Warning>(module, "Warning", "A doubt about a study and the tests it concerns.")
        .def_ro("code", &Warning::code)
        .def_ro("text", &Warning::text)
        .def_ro("tests", &Warning::tests);
    nb::class_<Look>(module, "Look", "What is in some files, before anything is computed.")
        .def_ro("files", &Look::files)
        .def_ro("load_functions", &Look::load_functions)
        .def_ro("cycles", &Look::cycles)
        .def_ro("missing", &Look::missing)
        .def_ro("study_file", &Look::study_file)
        .def_prop_ro("text", &look_text);
    module.def("look", &look_at, nb::arg("request"), nb::arg("on_progress").none());
}

void bind_parts(nb::module_& module) {
    nb::class_<ShardReceipt>(module, "ShardReceipt", "A part of a study, as it lies in its folder.")
        .def_ro("path", &ShardReceipt::path)
        .def_ro("files", &ShardReceipt::files)
        .def_ro("bytes", &ShardReceipt::bytes)
        .def_ro("was_there", &ShardReceipt::was_there)
        .def_ro("files_known", &ShardReceipt::files_known);
    module.def("shard", &shard_into_folder, nb::arg("request"), nb::arg("part"), nb::arg("parts"),
               nb::arg("on_progress").none());
    nb::class_<MergeRequest>(module, "MergeRequest", "Parts of a study, and what is made of them.")
        .def(nb::init<>())
        .def_rw("parts_folder", &MergeRequest::parts_folder)
        .def_rw("output_folder", &MergeRequest::output_folder)
        .def_rw("settings", &MergeRequest::settings)
        .def_rw("figures", &MergeRequest::figures)
        .def_rw("threads", &MergeRequest::threads)
        .def_rw("may_replace_output", &MergeRequest::may_replace_output);
    module.def("merge", &merge_into_folder, nb::arg("request"), nb::arg("on_progress").none());
}

void bind_report(nb::module_& module) {
    nb::class_<ReportRequest>(module, "ReportRequest", "Figures and page of the files of OUT.")
        .def(nb::init<>())
        .def_rw("folder", &ReportRequest::folder)
        .def_rw("figures", &ReportRequest::figures)
        .def_rw("date", &ReportRequest::date)
        .def_rw("figure_formats", &ReportRequest::figure_formats)
        .def_rw("figure_width", &ReportRequest::figure_width);
    nb::class_<ReportFiles::Missing>(module, "FigureNotDrawn", "A figure and why it is not there.")
        .def_ro("id", &ReportFiles::Missing::id)
        .def_ro("reason", &ReportFiles::Missing::reason);
    nb::class_<ReportFiles>(module, "ReportFiles", "What a report consists of.")
        .def_ro("figures", &ReportFiles::figures)
        .def_ro("not_drawn", &ReportFiles::not_drawn)
        .def_ro("hint", &ReportFiles::hint);
    module.def("report", &report_of, nb::arg("request"));
}

void bind_simulate(nb::module_& module) {
    nb::class_<SimulateRequest>(module, "SimulateRequest", "A simulated study.")
        .def(nb::init<>())
        .def_rw("preset", &SimulateRequest::preset)
        .def_rw("output_folder", &SimulateRequest::output_folder)
        .def_rw("seed", &SimulateRequest::seed)
        .def_rw("tests_per_load_function", &SimulateRequest::tests_per_load_function,
                nb::arg().none())
        .def_rw("settings", &SimulateRequest::settings)
        .def_rw("threads", &SimulateRequest::threads)
        .def_rw("may_replace_output", &SimulateRequest::may_replace_output);
    nb::class_<SimulateSummary>(module, "SimulateSummary", "What was simulated.")
        .def_ro("tests", &SimulateSummary::tests)
        .def_ro("samples", &SimulateSummary::samples)
        .def_ro("load_functions", &SimulateSummary::load_functions)
        .def_ro("points", &SimulateSummary::points)
        .def_ro("bytes", &SimulateSummary::bytes);
    module.def("simulate", &simulate_into_folder, nb::arg("request"),
               nb::arg("on_progress").none());
}

/// Nothing asks for a stop there; Python stays awake all the same.
template <class T, class Work>
T without_progress(Work work) {
    return done_in_background<T>([work](const Progress&) { return work(); }, nb::none());
}

}  // namespace

void bind_studies(nb::module_& module) {
    bind_look(module);
    module.def("run", &run_into_folder, nb::arg("request"), nb::arg("on_progress").none());
    bind_parts(module);
    module.def(
        "adopt_file",
        [](const std::string& folder, const std::string& name) {
            value_or_raise(adopt_file(folder, name));
        },
        nb::arg("folder"), nb::arg("name"));
    bind_report(module);
    bind_simulate(module);
    module.def(
        "compare",
        [](const std::string& first, const std::string& second) {
            return without_progress<std::string>([=] { return compare_outputs(first, second); });
        },
        nb::arg("first"), nb::arg("second"));
    module.def(
        "compare_with_vendor",
        [](const std::string& output) {
            return without_progress<std::string>([=] { return compare_with_vendor(output); });
        },
        nb::arg("output"));
}

}  // namespace sneddon::python
