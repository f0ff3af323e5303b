// The analysis of a test for who needs the points behind its numbers too.
#pragma once

#include <functional>

#include "sneddon/analyse/analysis.hpp"

namespace sneddon {

/// Told the points of which a cycle was made: none missing, spikes mended, corrected. The curve is
/// gone when the visit ends.
using CurveVisitor = std::function<void(const Curve& corrected, const CycleResult& cycle)>;

/// As `analyse`; `visit` is called for each cycle that was analysed.
TestResult analyse(const Test& test, const AnalysisRecipe& recipe, const CurveVisitor& visit);

}  // namespace sneddon
