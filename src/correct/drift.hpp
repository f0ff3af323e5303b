// Thermal drift: depth that grows with time at constant load.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "sneddon/correct/correction.hpp"
#include "sneddon/correct/recipe.hpp"
#include "sneddon/model/segment.hpp"

namespace sneddon {

/// One estimate of the drift rate; without a rate, why there is none.
struct DriftEstimate {
    std::optional<double> rate_nm_per_s;
    double u_nm_per_s = 0;  ///< at least 0.01 nm/s
    double hold_s = 0;      ///< of drift_of_hold: the whole hold
    std::string evidence;
};

/// Straight line through the hold during unloading (the longest one at up to 25 % of the largest
/// load: at more a material recovers or creeps), its first 20 s dropped, or
/// its first half where it is shorter than 40 s (ISO 14577-1: 60 s or more; 10 s is the least that
/// is used). Standard error with the lag-one correlation of the residuals.
DriftEstimate drift_of_hold(const Curve& curve, std::span<const Segment> segments);

/// Straight line through the end of the drift measurement that the file holds.
DriftEstimate drift_of_monitor(const StatedByFile& stated);

/// The rate that the file states.
DriftEstimate drift_of_header(const StatedByFile& stated);

/// The rate that DriftRule::automatic takes where the instrument had not corrected.
std::optional<double> automatic_drift(const Test& test, std::span<const Segment> segments);

/// Writes change.drift_nm_per_s (what is still to be subtracted), u_drift and the steps. A drift
/// that the instrument had subtracted stays, unless the recipe names another source: then it is
/// taken back first.
void correct_drift(const Test& test, std::span<const Segment> segments,
                   const CorrectionRecipe& recipe, TestCorrection& correction);

}  // namespace sneddon
