#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/groups/group_comparison.hpp"

namespace sneddon {

/// Welch's test (numeric/compare_means.hpp) between every two load functions for hardness, moduli,
/// contact depth, works and creep; Holm's correction over the pairs of a quantity. Pairs with fewer
/// than two values on a side are left out.
std::vector<GroupComparison> compare_groups(const std::vector<TestRow>& tests);

}  // namespace sneddon
