#include "pipeline/parts/analysis_key.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/programs.hpp"
#include "pipeline/parts/outcome_archive.hpp"
#include "recipe/area_text.hpp"
#include "recipe/recipe_keys.hpp"

namespace sneddon {
namespace {

std::string number_or_nothing(const std::optional<double>& number) {
    return number ? fmt::format("{}", *number) : "none";
}

std::string analysis_text(const Recipe& recipe) {
    std::string text;
    for (const RecipeEntry& entry : recipe.entries) {
        const RecipeKey* key = find_recipe_key(entry.key);
        if (key != nullptr && key->earliest <= Stage::analyse)
            text += fmt::format("{} = {}\n", entry.key, entry.value);
    }
    if (const auto& area = recipe.analysis.area_function)
        text +=
            fmt::format("tip {} {} {} {} {}\n", area_text(*area), area->source,
                        number_or_nothing(area->tip_radius_nm), number_or_nothing(area->h_c_min_nm),
                        number_or_nothing(area->h_c_max_nm));
    return text;
}

}  // namespace

std::string program_key() {
    return outcome_version() + " " + sha256_of_this_program() + "\n";
}

std::vector<std::string> analysis_keys(const StudyPlan& plan) {
    std::vector<std::string> keys;
    const std::string program = program_key();
    for (const Recipe& recipe : plan.recipes) keys.push_back(program + analysis_text(recipe));
    return keys;
}

std::optional<Error> files_hang_together(const StudyPlan& plan, const std::string& option) {
    const bool hang_together = std::ranges::any_of(plan.recipes, [](const Recipe& recipe) {
        return recipe.analysis.correction.drift == DriftRule::order;
    });
    if (!hang_together) return std::nullopt;
    return Error{"SND-U046", option, "correct.drift = \"order\"",
                 "an analysis of each file that does not hang on the others",
                 "leave " + option + " out, or choose another drift"};
}

}  // namespace sneddon
