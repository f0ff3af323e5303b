#pragma once

#include <vector>

#include "recipe/recipe_keys.hpp"

namespace sneddon {

/// The options study.*, report.* and units.*, a part of recipe_keys().
std::vector<RecipeKey> study_keys_of_recipe();

}  // namespace sneddon
