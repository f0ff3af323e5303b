// The few tests that figures show one by one are read once more, for every sample of them, or taken
// from the cache.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/drift_order.hpp"
#include "pipeline/parts/outcome_cache.hpp"
#include "pipeline/study_plan.hpp"
#include "results/curves/drawn_curve.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct DrawnCurves {
    std::vector<DrawnCurve> curves;
    std::vector<std::size_t> files_parsed;  ///< of the plan's inputs: those the cache did not spare
};

/// The curves of these tests, in the order of the study. A file that is no longer what was analysed
/// gives none: its test is drawn from curves.json. `cache` may be null.
DrawnCurves drawn_curves(const StudyPlan& plan, const DriftsOfOrder& drifts,
                         const StudyResult& study, const std::vector<std::string>& test_ids,
                         const OutcomeCache* cache, Stop stop);

}  // namespace sneddon
