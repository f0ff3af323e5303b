#include "sneddon/tools/pages.hpp"

#include <fmt/core.h>

#include <sstream>

#include "recipe/recipe_file.hpp"
#include "results/write_results.hpp"
#include "sneddon/version.hpp"

namespace sneddon {

Result<std::string> recipe_text(const std::string& profile) {
    RunRequest request;
    request.profile = profile;
    auto recipe = make_recipe(request, {});
    if (!recipe) return recipe.error();
    StudyResult study;
    study.version = version;
    study.recipe = std::move(recipe->entries);
    std::ostringstream text;
    write_recipe_toml(text, study);
    return text.str();
}

Result<std::string> recipe_changes(const std::string& file) {
    RunRequest request;
    request.recipe_file = file;
    const auto recipe = make_recipe(request, {});
    if (!recipe) return recipe.error();
    const auto defaults = make_recipe({}, {});
    if (!defaults) return defaults.error();
    std::string text = fmt::format("{}: a recipe on profile {}\n", file, recipe->analysis.profile);
    for (std::size_t i = 0; i < recipe->entries.size(); ++i) {
        const RecipeEntry& entry = recipe->entries[i];
        const std::string& usual = defaults->entries[i].value;
        if (entry.value != usual)
            text += fmt::format("  {} = {}   (default {})\n", entry.key, entry.value, usual);
    }
    return text;
}

}  // namespace sneddon
