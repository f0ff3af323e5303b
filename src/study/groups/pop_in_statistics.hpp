#pragma once

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// How many tests of each group have a pop-in, and the distribution of the first one's load. Groups
/// without one are left out.
std::vector<GroupPopIns> pop_in_statistics(const StudyResult& study);

}  // namespace sneddon
