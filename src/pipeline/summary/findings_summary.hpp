#pragma once

#include <string>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Lines of the run's summary about what the tests say together: the largest difference of H_IT
/// between load functions, depth profiles, clusters with their shares and creep laws at the longest
/// hold, the model of their plastic work, and the checks that were raised. Every number stands in
/// results.json.
std::string findings_summary(const StudyResult& study);

}  // namespace sneddon
