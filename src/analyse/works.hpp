// Mechanical work of a cycle: areas under the load-depth curve (ISO 14577-1).
#pragma once

#include <cstddef>

#include "base/nan.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Where the integrals begin, divide and end. `hold_begin` == `peak` without a hold.
struct WorkLimits {
    std::size_t contact = 0;
    std::size_t hold_begin = 0;
    std::size_t peak = 0;   ///< last point of the hold, or of loading without a hold
    std::size_t end = 0;    ///< one past the last point of unloading
    double h_1_nm = nan;    ///< NaN: the point itself
    double h_max_nm = nan;  ///< NaN: the point itself
};

/// W_total = W_load + W_hold: the work of the hold is part of it. W_plast = W_total - W_elast does
/// not depend on where the curve is divided.
struct Works {
    double W_load_pJ = 0, W_hold_pJ = 0, W_total_pJ = 0;
    double W_elast_pJ = 0, W_plast_pJ = 0;
};

/// Trapezoids between the points, negative loads (adhesion, noise in air) counted as zero. With a
/// robust depth h at a limit instead of the noisy point h_i the areas on both sides change by
/// F_i (h - h_i). Discretisation: relative 1e-6 for 3,000 points, falling with their square.
Works mechanical_works(const Curve& curve, const WorkLimits& limits);

}  // namespace sneddon
