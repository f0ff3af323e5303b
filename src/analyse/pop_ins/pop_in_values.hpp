#pragma once

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Searches the loading of result.parts and writes what is found: the list, the quantities of the
/// first pop-in, the Hertz contact before it.
void pop_in_values(const Curve& curve, const AnalysisRecipe& recipe, CycleResult& result);

}  // namespace sneddon
