#pragma once

#include "sneddon/study/study_result.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// One group per name in TestRow::load_function, in natural order; mean and sd of every quantity
/// over the used rows that have it (study/groups/fits_at_bound.hpp: which fits do not count).
std::vector<Group> group_statistics(const StudyResult& study, FitsAtBound rule);

}  // namespace sneddon
