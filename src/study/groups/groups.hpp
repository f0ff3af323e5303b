// Tests in their order, recognised load functions, groups.
#pragma once

#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/groups/group_by.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Sorts rows by time stamp, then natural order of the path, test, cycle; gives grid positions to
/// rows without one; names the load functions, of several samples each by itself; flags rows that
/// stand out from their group; excludes rows that carry one of `exclude_flags`; warns of the flags.
void arrange_study(StudyResult& study, GroupBy by,
                   const std::vector<std::string>& exclude_flags = {});

/// Of an arranged study: groups with their statistics over used rows, and sensitivities.
void describe_groups(StudyResult& study, FitsAtBound rule = FitsAtBound::leave_out);

}  // namespace sneddon
