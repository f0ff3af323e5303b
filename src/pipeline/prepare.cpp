#include "pipeline/prepare.hpp"

#include <utility>

#include "base/threads.hpp"
#include "figure/study/figure_list.hpp"
#include "pipeline/input_check.hpp"
#include "pipeline/short_names.hpp"
#include "recipe/study_file.hpp"

namespace sneddon {

Result<RunPlan> prepare(const RunRequest& request) {
    Result<StudyFacts> facts = study_facts(request.paths);
    if (!facts) return facts.error();
    Result<Recipe> recipe = make_recipe(request, *facts);
    if (!recipe) return recipe.error();
    if (const auto figures = figure_choice(request.figures); !figures) return figures.error();
    auto attachments = read_attachments(*facts);
    if (!attachments) return attachments.error();
    if (auto error = input_in_output(request)) return *error;
    std::vector<InputPath> inputs = expand_paths(request.paths, request.output_folder);
    if (auto error = nothing_to_read(request, inputs)) return *error;
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();

    std::vector<std::string> names = short_names(inputs);
    return RunPlan{.facts = std::move(*facts),
                   .recipe = std::move(*recipe),
                   .attachments = std::move(*attachments),
                   .figures = request.figures,
                   .date = request.date,
                   .threads = threads_or_all(request.threads),
                   .output = std::move(*output),
                   .inputs = std::move(inputs),
                   .short_names = std::move(names)};
}

}  // namespace sneddon
