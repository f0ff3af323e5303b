// What a look can say of the tip before anything is computed: its age, and depths that are surely
// outside of its calibration.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sneddon/model/segment.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Bounds of a cycle's contact depth: the depth that stays after the unloading is the least, that
/// at peak load the most that it can be. NaN where the curve does not say.
struct DepthBounds {
    double least_nm = 0, most_nm = 0;
};

/// The least is counted from where the load has 2 % of its peak, and only for an unloading down to
/// 5 % of it; the most from the beginning of the loading of the test's first cycle.
DepthBounds depth_bounds(const Curve& curve, const Cycle& cycle, const Cycle& first);

/// SND-G063 by `old_tip_text`, SND-G064 where 5 % and more of the cycles are surely outside.
std::vector<Warning> tip_notes(const StudyFacts& facts, const std::optional<AreaFunction>& area,
                               bool is_tip_of_study_file, std::string_view last_day,
                               std::span<const DepthBounds> depths);

}  // namespace sneddon
