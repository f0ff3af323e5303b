#include "pipeline/prepare.hpp"

#include <optional>
#include <utility>

#include "base/threads.hpp"
#include "figure/study/figure_list.hpp"
#include "pipeline/input_check.hpp"
#include "pipeline/request_file.hpp"
#include "pipeline/samples/exclusions.hpp"
#include "pipeline/short_names.hpp"

namespace sneddon {
namespace {

Result<std::vector<Recipe>> recipes_of(const RunRequest& request, const Studies& studies) {
    std::vector<Recipe> recipes;
    for (const StudyFacts& facts : studies.facts) {
        Result<Recipe> recipe = make_recipe(request, facts);
        if (!recipe) return recipe.error();
        recipes.push_back(*std::move(recipe));
    }
    return recipes;
}

/// Rows alone are those of a run without findings and figures.
RunRequest with_its_choices(RunRequest request) {
    if (request.has_rows_only) request.findings = request.figures = "none";
    return request;
}

/// Tables for other programs are made of all that a run writes.
std::optional<Error> tables_of_rows_only(const RunRequest& request) {
    const TablesRequest& tables = request.tables;
    if (!request.has_rows_only || (tables.formats.empty() && tables.columns.empty()))
        return std::nullopt;
    return Error{"SND-U004", "--rows-only", "--tables or --columns beside it",
                 "tests.csv and no other table", "leave out one of the two"};
}

}  // namespace

Result<StudyPlan> prepare_study(const RunRequest& asked) {
    const RunRequest request = with_its_choices(asked);
    if (auto error = tables_of_rows_only(request)) return *error;
    std::vector<InputPath> inputs = expand_paths(request.paths, request.output_folder);
    Result<Studies> studies = studies_of(request.paths, inputs);
    if (!studies) return studies.error();
    StudyFacts facts = shared_facts(*studies);
    if (auto error = add_exclusions(request, *studies, facts)) return *error;
    Result<Recipe> recipe = make_recipe(request, facts);
    if (!recipe) return recipe.error();
    Result<std::vector<Recipe>> recipes = recipes_of(request, *studies);
    if (!recipes) return recipes.error();
    if (const auto figures = figure_choice(request.figures); !figures) return figures.error();
    auto exports = export_choice(request.tables);
    if (!exports) return exports.error();
    auto attachments = read_attachments(facts);
    if (!attachments) return attachments.error();
    if (auto error = input_in_output(request)) return *error;
    if (auto error = nothing_to_read(request, inputs)) return *error;
    std::vector<std::string> names = short_names(inputs);
    return StudyPlan{.studies = std::move(*studies),
                     .facts = std::move(facts),
                     .recipe = std::move(*recipe),
                     .recipes = std::move(*recipes),
                     .columns = request.columns,
                     .attachments = std::move(*attachments),
                     .figures = request.figures,
                     .date = request.date,
                     .has_rows_only = request.has_rows_only,
                     .request = request_json(request),
                     .exports = std::move(*exports),
                     .cache_folder = request.cache_folder,
                     .threads = threads_or_all(request.threads),
                     .inputs = std::move(inputs),
                     .short_names = std::move(names)};
}

Result<RunPlan> prepare(const RunRequest& request) {
    Result<StudyPlan> study = prepare_study(request);
    if (!study) return study.error();
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();
    return RunPlan{std::move(*study), std::move(*output)};
}

}  // namespace sneddon
