#include "bindings.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/tools/engine.hpp"

namespace sneddon::python {

void bind_requests(nb::module_& module) {
    nb::class_<TablesRequest>(module, "TablesRequest", "Tables for other programs.")
        .def(nb::init<>())
        .def_rw("formats", &TablesRequest::formats)
        .def_rw("columns", &TablesRequest::columns)
        .def_rw("decimal", &TablesRequest::decimal)
        .def_rw("digits", &TablesRequest::digits, nb::arg().none());
    nb::class_<RunRequest>(module, "RunRequest", "What a user asks of a run, as text.")
        .def(nb::init<>())
        .def_rw("paths", &RunRequest::paths)
        .def_rw("output_folder", &RunRequest::output_folder)
        .def_rw("recipe_file", &RunRequest::recipe_file)
        .def_rw("profile", &RunRequest::profile)
        .def_rw("settings", &RunRequest::settings)
        .def_rw("area_function", &RunRequest::area_function)
        .def_rw("poisson_ratio", &RunRequest::poisson_ratio, nb::arg().none())
        .def_rw("units", &RunRequest::units)
        .def_rw("columns", &RunRequest::columns)
        .def_rw("group_by", &RunRequest::group_by)
        .def_rw("figures", &RunRequest::figures)
        .def_rw("rows_only", &RunRequest::has_rows_only)
        .def_rw("tables", &RunRequest::tables)
        .def_rw("date", &RunRequest::date)
        .def_rw("exclude_flags", &RunRequest::exclude_flags)
        .def_rw("exclude", &RunRequest::exclude)
        .def_rw("only", &RunRequest::only)
        .def_rw("cache_folder", &RunRequest::cache_folder)
        .def_rw("threads", &RunRequest::threads)
        .def_rw("may_replace_output", &RunRequest::may_replace_output);

    nb::class_<AnalysisRecipe>(module, "AnalysisRecipe",
                               "The choices of the analysis of one test, checked.")
        .def_ro("profile", &AnalysisRecipe::profile);
    module.def(
        "analysis_recipe",
        [](const RunRequest& request) { return value_or_raise(analysis_recipe(request)); },
        nb::arg("request"));
    module.def("profile_names", [] {
        std::vector<std::string> names;
        for (const std::string_view name : profile_names()) names.emplace_back(name);
        return names;
    });
}

}  // namespace sneddon::python
