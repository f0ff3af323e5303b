// A load that changes with depth before contact: a spring, a wire, a virtual deflection.
#pragma once

#include <optional>

#include "sneddon/correct/correction.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct Baseline {
    double slope_uN_per_nm = 0;
    double u_slope_uN_per_nm = 0;
    double load_at_zero_uN = 0;  ///< of the line at depth 0
    std::size_t points = 0;
    double residual_uN = 0;

    double load_uN(double depth_nm) const { return load_at_zero_uN + slope_uN_per_nm * depth_nm; }
};

/// Line load over depth through the air before contact, where its slope is 5 times its error
/// (residuals that resemble their neighbours counted as fewer) and changes the load by more than
/// 0.5 % of F_max from the first depth in the air to the largest. It goes on in contact.
/// `noise_nm`: of the depth.
std::optional<Baseline> find_baseline(const Curve& curve, const Cycle& first, double noise_nm);

/// The loads above the line.
void take_off(const Baseline& baseline, Curve& curve);

/// "baseline", with its slope.
Correction step_of(const Baseline& baseline, bool is_applied);

/// SND-C003.
Flag flag_of(const Baseline& baseline, bool is_applied);

}  // namespace sneddon
