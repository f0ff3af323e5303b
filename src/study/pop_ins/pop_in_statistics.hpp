#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/pop_ins/pop_in_finding.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Of each group with a pop-in: how many tests have one, quantiles of the first one's load and
/// jump, laws of the first load, sizes. Groups are fitted in parallel; the same for any number of
/// threads.
std::vector<PopInFinding> find_pop_ins_of_groups(const StudyResult& study,
                                                 const StudyOptions& options);

}  // namespace sneddon
