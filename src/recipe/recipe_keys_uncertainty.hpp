#pragma once

#include <vector>

#include "recipe/recipe_keys.hpp"

namespace sneddon {

/// The options pop_in.* and uncertainty.*, a part of recipe_keys().
std::vector<RecipeKey> uncertainty_keys();

}  // namespace sneddon
