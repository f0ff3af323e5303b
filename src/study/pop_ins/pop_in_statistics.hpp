#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/pop_ins/pop_in_finding.hpp"

namespace sneddon {

/// How many tests of each group have a pop-in, quantiles of the first one's load and jump. Groups
/// without one are left out.
std::vector<GroupPopIns> pop_in_statistics(const StudyResult& study);

/// Of each of study.pop_ins what its pop-ins say together: laws of the first load, sizes. Fills in
/// the Weibull parameters there. Groups are fitted in parallel; the same for any number of threads.
std::vector<PopInFinding> find_pop_ins_of_groups(StudyResult& study, unsigned threads);

}  // namespace sneddon
