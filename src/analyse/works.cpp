#include "analyse/works.hpp"

#include <algorithm>

#include "base/nan.hpp"
#include "base/numbers/pairs.hpp"
#include "model/units.hpp"

namespace sneddon {
namespace {

/// Integral of F dh from point `first` to point `last`, of every second interval by itself.
double area_uN_nm(const Curve& curve, std::size_t first, std::size_t last) {
    const double* const load = curve.load_uN.data();
    const double* const depth = curve.depth_nm.data();
    const auto twice_area = [](auto from_uN, auto to_uN, auto from_nm, auto to_nm) {
        const decltype(from_uN) none{};
        return ((from_uN < none ? none : from_uN) + (to_uN < none ? none : to_uN)) *
               (to_nm - from_nm);
    };
    Pair pairs{};
    std::size_t i = first;
    for (; i + 1 < last; i += 2)
        pairs += twice_area(pair_at(load + i), pair_at(load + i + 1), pair_at(depth + i),
                            pair_at(depth + i + 1));
    if (i < last) pairs[0] += twice_area(load[i], load[i + 1], depth[i], depth[i + 1]);
    return 0.5 * total(pairs);
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
