// The one table of the options of an analysis. Recipe files, --set, recipe.toml and docs/recipe.md
// come from it: adding an option is one line here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recipe/option.hpp"
#include "recipe/recipe_file.hpp"
#include "recipe/stage.hpp"

namespace sneddon {

/// Whether the methods paragraph changes with an option.
enum class InMethods { stated, silent };

struct RecipeKey : Option<Recipe> {
    Stage earliest;  ///< stage that the option changes
    InMethods in_methods = InMethods::stated;
};

/// In the order of the documentation. "area.function" comes before its range: setting the function
/// forgets the range of the one before.
std::span<const RecipeKey> recipe_keys();

const RecipeKey* find_recipe_key(std::string_view key);
std::vector<std::string_view> recipe_key_names();

/// What stands in recipe.toml above the option: meaning, unit, what is accepted.
std::string comment(const RecipeKey& key);

}  // namespace sneddon
