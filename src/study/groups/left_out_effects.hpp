#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/groups/left_out_effect.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Of each group that lost tests by hand and each main quantity. The study is as it was afterwards.
std::vector<LeftOutEffect> effects_of_leaving_out(StudyResult& study, FitsAtBound rule);

}  // namespace sneddon
