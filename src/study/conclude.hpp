// From collected tests to what they say together: the whole study stage.
#pragma once

#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/creep/hold_curve.hpp"
#include "study/groups/groups.hpp"
#include "study/study_options.hpp"

namespace sneddon {

struct ConcludeOptions {
    GroupBy group_by = GroupBy::load_function;
    std::vector<std::string> exclude_flags;  ///< codes: tests that carry one are excluded
    StudyOptions study;
};

/// Of collected tests (rows in any order, with what the vendor says of them; previews, input files,
/// facts, warnings so far) the study: rows in order, grouped and flagged, with the quantities of
/// their holds and their clusters; groups; every finding and check. The same for any number of
/// threads.
StudyResult conclude(StudyResult collected, HoldCurves holds, const ConcludeOptions& options);

}  // namespace sneddon
