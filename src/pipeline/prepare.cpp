#include "pipeline/prepare.hpp"

#include <utility>

#include "base/threads.hpp"
#include "figure/study/figure_list.hpp"
#include "pipeline/input_check.hpp"
#include "pipeline/short_names.hpp"
#include "study/left_out/left_out.hpp"

namespace sneddon {
namespace {

Result<std::vector<AnalysisRecipe>> analyses_of(const RunRequest& request, const Studies& studies) {
    std::vector<AnalysisRecipe> analyses;
    for (const StudyFacts& facts : studies.facts) {
        Result<Recipe> recipe = make_recipe(request, facts);
        if (!recipe) return recipe.error();
        analyses.push_back(std::move(recipe->analysis));
    }
    return analyses;
}

void add_exclusions(const RunRequest& request, StudyFacts& facts) {
    for (const std::string& name : request.exclude)
        facts.exclusions.push_back({name, "", "", "--exclude", false});
    for (const std::string& name : request.only)
        facts.exclusions.push_back({name, "", "", "--only", true});
}

std::optional<Error> broken_condition_of(const Studies& studies) {
    for (const StudyFacts& facts : studies.facts)
        if (auto error = broken_condition(facts)) return error;
    return std::nullopt;
}

}  // namespace

Result<RunPlan> prepare(const RunRequest& request) {
    std::vector<InputPath> inputs = expand_paths(request.paths, request.output_folder);
    Result<Studies> studies = studies_of(request.paths, inputs);
    if (!studies) return studies.error();
    if (auto error = broken_condition_of(*studies)) return *error;
    StudyFacts facts = shared_facts(*studies);
    add_exclusions(request, facts);
    Result<Recipe> recipe = make_recipe(request, facts);
    if (!recipe) return recipe.error();
    if (studies->are_several())
        recipe->warnings.push_back({"SND-U016", studies_text(*studies), {}});
    Result<std::vector<AnalysisRecipe>> analyses = analyses_of(request, *studies);
    if (!analyses) return analyses.error();
    if (const auto figures = figure_choice(request.figures); !figures) return figures.error();
    auto attachments = read_attachments(facts);
    if (!attachments) return attachments.error();
    if (auto error = input_in_output(request)) return *error;
    if (auto error = nothing_to_read(request, inputs)) return *error;
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();

    std::vector<std::string> names = short_names(inputs);
    return RunPlan{.studies = std::move(*studies),
                   .facts = std::move(facts),
                   .recipe = std::move(*recipe),
                   .analyses = std::move(*analyses),
                   .columns = request.columns,
                   .attachments = std::move(*attachments),
                   .figures = request.figures,
                   .date = request.date,
                   .threads = threads_or_all(request.threads),
                   .output = std::move(*output),
                   .inputs = std::move(inputs),
                   .short_names = std::move(names)};
}

}  // namespace sneddon
