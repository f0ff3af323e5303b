#pragma once

#include "results/curves/drawn_curve.hpp"
#include "results/curves/residual_density.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// At most 400 points of a test that keep its shape (thinned_curve.hpp), its segments, and the fit
/// of cycle `cycle` as 41 points.
CurvePreview curve_preview(const Test& test, const TestResult& result, const CycleResult& cycle,
                           std::string test_id);

/// What the fit of a cycle leaves of every sample of its window, as counts; none without a fit. The
/// curve is the one of the analysis (analyse/analysed_curve.hpp).
ResidualDensity fit_residuals(const Curve& corrected, const CycleResult& cycle);

/// The same with every sample, and what the fit leaves of every sample of its window.
DrawnCurve drawn_curve(const Test& test, const TestResult& result, const CycleResult& cycle,
                       std::string test_id);

}  // namespace sneddon
