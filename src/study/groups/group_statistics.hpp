#pragma once

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// One group per name in TestRow::load_function, in natural order; mean and sd of every quantity
/// over the used rows that have it.
std::vector<Group> group_statistics(const std::vector<TestRow>& tests);

}  // namespace sneddon
