// The few tests that figures show one by one are read once more, for every sample of them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/drift_order.hpp"
#include "pipeline/study_plan.hpp"
#include "results/curves/drawn_curve.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// The curves of these tests, in the order of the study. A file that is no longer what was analysed
/// gives none: its test is drawn from curves.json.
std::vector<DrawnCurve> drawn_curves(const StudyPlan& plan, const DriftsOfOrder& drifts,
                                     const StudyResult& study,
                                     const std::vector<std::string>& test_ids, Stop stop);

}  // namespace sneddon
