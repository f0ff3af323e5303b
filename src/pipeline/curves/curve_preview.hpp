#pragma once

#include "results/drawn_curve.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// At most 400 points of a test that keep its shape (thinned_curve.hpp), its segments, and the fit
/// of cycle `cycle` as 41 points.
CurvePreview curve_preview(const Test& test, const TestResult& result, const CycleResult& cycle,
                           std::string test_id);

/// The same with every sample, and what the fit leaves of every sample of its window.
DrawnCurve drawn_curve(const Test& test, const TestResult& result, const CycleResult& cycle,
                       std::string test_id);

}  // namespace sneddon
