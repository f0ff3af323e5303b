#pragma once

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Means of each group by the recipe and by each other choice, in the order of groups, choices and
/// quantities. A choice that is the recipe's own, or has no answer in a group, is left out.
std::vector<SensitivityEntry> group_sensitivity(const StudyResult& study);

}  // namespace sneddon
