// What another unloading window or fit space makes of the differences in H_IT between load
// functions.
#pragma once

#include <span>
#include <string>

#include "base/nan.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/groups/group_comparison.hpp"

namespace sneddon {

struct WindowSensitivity {
    std::size_t pairs = 0;  ///< of load functions that differ in H_IT, p (Holm) < 0.05
    /// Smallest share of such a difference that is left under another choice; below 0 it is turned
    /// round. NaN when no pair differs or no other choice was computed.
    double least_share = nan;
    std::string least_at;  ///< "hold 0 s against hold 10 s with window 98-50 %"
};

WindowSensitivity window_sensitivity(std::span<const GroupComparison> comparisons,
                                     std::span<const SensitivityEntry> entries);

}  // namespace sneddon
