// Drift over the order of the tests of a run: every file is read once for it before the analysis.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sneddon/analyse/recipe.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// Of a test, by file and number in the file.
using DriftsOfOrder = std::map<std::pair<std::string, int>, DriftOfOrder>;

/// Empty unless the recipe asks for DriftRule::order. The order is that of the study: by time
/// stamp, then as the inputs stand.
DriftsOfOrder drifts_of_order(const std::vector<InputPath>& inputs, const ReadOptions& reading,
                              const AnalysisRecipe& recipe, unsigned threads, Stop stop);

/// The recipe of one test.
AnalysisRecipe with_drift(AnalysisRecipe recipe, const DriftsOfOrder& drifts,
                          const std::string& file, int test);

}  // namespace sneddon
