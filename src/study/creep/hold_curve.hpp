// The hold of one test on its own clock: zero where the ramp ends.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sneddon/model/segment.hpp"
#include "study/kept_items.hpp"

namespace sneddon {

/// Depth at t = 0, step, 2 step, ... from the start of the hold, less the depth there. As float: a
/// part in 10^7 of a few nm is far below any noise, and a study's holds then fit into memory.
struct HoldCurve {
    std::string test_id;
    double start_s = 0;  ///< on the clock of the test
    double h_1_nm = 0;
    double step_s = 0;
    bool is_start_fitted = false;  ///< false: the first point of the hold
    std::vector<float> depth_nm;   ///< [0] is 0

    std::size_t size() const { return depth_nm.size(); }
    std::size_t bytes() const { return sizeof(*this) + depth_nm.size() * sizeof(float); }
};

struct HoldView {
    std::span<const double> time_s, depth_nm, load_uN;  ///< of the whole test
    Cycle cycle;
};

/// Start: where the line through the ramp (80 to 97 % of the hold's load) meets the hold's mean
/// load; a start one point late can double the linear part of a creep law. Depth there: a parabola
/// through the last 0.2 s of the ramp (after it the curve has infinite slope). Between points the
/// depth is linear. Nothing without a hold of 10 points or without a ramp.
std::optional<HoldCurve> hold_curve(const HoldView& test);

using HoldCurves = KeptByTest<HoldCurve>;

}  // namespace sneddon
