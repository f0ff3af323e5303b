// One test -> one result per cycle (docs/methods/unloading.md).
#pragma once

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

TestResult analyse(const Test& test, const AnalysisRecipe& recipe);

}  // namespace sneddon
