#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/groups/group_comparison.hpp"

namespace sneddon {

/// Welch's test (numeric/compare_means.hpp) between every two load functions of a sample, for
/// hardness, moduli, contact depth, works and creep;
/// Holm's correction over the pairs of a quantity. Pairs with fewer than two values on a side are
/// left out. Equal spreads and equivalence (within `margin` of the mean) of the same pairs beside
/// it.
std::vector<GroupComparison> compare_groups(const StudyResult& study, double margin);

}  // namespace sneddon
