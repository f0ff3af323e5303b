#include "analyse/works.hpp"

#include <algorithm>

#include "base/nan.hpp"
#include "model/units.hpp"

namespace sneddon {
namespace {

/// Integral of F dh from point `first` to point `last`. Two sums side by side: one would wait for
/// its own last addition.
double area_uN_nm(const Curve& curve, std::size_t first, std::size_t last) {
    const double* const load = curve.load_uN.data();
    const double* const depth = curve.depth_nm.data();
    const auto twice_area = [&](std::size_t i) {
        return (std::max(load[i], 0.0) + std::max(load[i + 1], 0.0)) * (depth[i + 1] - depth[i]);
    };
    double even = 0, odd = 0;
    std::size_t i = first;
    for (; i + 1 < last; i += 2) {
        even += twice_area(i);
        odd += twice_area(i + 1);
    }
    if (i < last) even += twice_area(i);
    return 0.5 * (even + odd);
}

/// Area gained when the curve ends at a depth other than that of the point.
double end_correction_uN_nm(const Curve& curve, std::size_t at, double depth_nm) {
    if (is_nan(depth_nm)) return 0;
    return std::max(curve.load_uN[at], 0.0) * (depth_nm - curve.depth_nm[at]);
}

}  // namespace

Works mechanical_works(const Curve& curve, const WorkLimits& limits) {
    const double to_hold = area_uN_nm(curve, limits.contact, limits.hold_begin);
    const double hold = area_uN_nm(curve, limits.hold_begin, limits.peak);
    const double back = -area_uN_nm(curve, limits.peak, limits.end - 1);
    const double at_peak = end_correction_uN_nm(curve, limits.peak, limits.h_max_nm);
    const double at_hold = limits.hold_begin == limits.peak
                               ? at_peak
                               : end_correction_uN_nm(curve, limits.hold_begin, limits.h_1_nm);
    Works works;
    works.W_total_pJ = pJ_per_uN_nm * (to_hold + hold + at_peak);
    works.W_load_pJ = pJ_per_uN_nm * (to_hold + at_hold);
    works.W_hold_pJ = pJ_per_uN_nm * (hold + at_peak - at_hold);
    works.W_elast_pJ = pJ_per_uN_nm * (back + at_peak);
    works.W_plast_pJ = pJ_per_uN_nm * (to_hold + hold - back);
    return works;
}

}  // namespace sneddon
