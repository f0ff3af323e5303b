#include "analyse/measured_changes.hpp"

#include <array>
#include <cmath>

#include "model/units.hpp"

namespace sneddon {
namespace {

/// Without W_plast, which with_balanced_works gives.
std::array<double*, 4> works_of(Measured& measured) {
    return {&measured.W_load_pJ, &measured.W_hold_pJ, &measured.W_total_pJ, &measured.W_elast_pJ};
}

std::array<double*, 4> depths_of(Measured& measured) {
    return {&measured.h_peak_nm, &measured.h_1_nm, &measured.h_p_nm, &measured.k_nm};
}

/// Of the depth, over time and over load.
std::array<double*, 2> slopes_of(Measured& measured) {
    return {&measured.start.hold_rate_nm_per_s, &measured.start.compliance_nm_per_uN};
}

}  // namespace

Curve drifted_curve(const Curve& curve, const Cycle& cycle, double drift_nm_per_s, double t_ref_s) {
    Curve drifted;
    drifted.time_s = curve.time_s;
    drifted.load_uN = curve.load_uN;
    drifted.depth_nm = curve.depth_nm;
    for (std::size_t i = cycle.contact; i < cycle.end; ++i)
        drifted.depth_nm[i] -= drift_nm_per_s * (curve.time_s[i] - t_ref_s);
    return drifted;
}

Measured shifted(Measured measured, double shift_nm) {
    measured.h_peak_nm -= shift_nm;
    measured.h_1_nm -= shift_nm;
    measured.h_p_nm -= shift_nm;
    return measured;
}

Measured with_load_offset(Measured measured, double offset_uN) {
    const double left = 1 - offset_uN / measured.F_max_uN;
    const double at_peak_nm = measured.h_p_nm + measured.k_nm;
    const double work_per_nm = pJ_per_uN_nm * offset_uN;
    const double h_1_nm = std::isnan(measured.h_1_nm) ? measured.h_peak_nm : measured.h_1_nm;
    measured.W_load_pJ -= work_per_nm * h_1_nm;
    measured.W_hold_pJ -= work_per_nm * (measured.h_peak_nm - h_1_nm);
    measured.W_total_pJ -= work_per_nm * measured.h_peak_nm;
    measured.W_elast_pJ -= work_per_nm * measured.k_nm;
    measured.F_max_uN *= left;
    measured.k_nm *= left;
    measured.h_p_nm = at_peak_nm - measured.k_nm;
    return measured;
}

Measured with_peak_load(Measured measured, double more_uN) {
    const double factor = 1 + more_uN / measured.F_max_uN;
    const double stretch = std::pow(factor, 1 / measured.m);
    measured.F_max_uN *= factor;
    measured.k_nm *= stretch;
    if (measured.slope_x) *measured.slope_x /= stretch;
    return measured;
}

Measured with_frame_compliance(Measured measured, double compliance_nm_per_uN) {
    const double F = measured.F_max_uN, shift_nm = compliance_nm_per_uN * F;
    measured.h_peak_nm -= shift_nm;
    measured.h_1_nm -= shift_nm;
    measured.start.compliance_nm_per_uN -= compliance_nm_per_uN;
    if (measured.is_fitted) {
        // Depth and slope at F_max change by C F and C; the exponent is kept.
        const double top_nm = measured.h_p_nm + measured.k_nm - shift_nm, q = 1 / measured.m;
        measured.k_nm -= shift_nm / q;
        measured.h_p_nm = top_nm - measured.k_nm;
    }
    const double work_pJ = pJ_per_uN_nm * F * shift_nm / 2;
    measured.W_load_pJ -= work_pJ;
    measured.W_total_pJ -= work_pJ;
    measured.W_elast_pJ -= work_pJ;
    return measured;
}

Measured with_balanced_works(Measured measured) {
    measured.W_plast_pJ = measured.W_total_pJ - measured.W_elast_pJ;
    return measured;
}

void add_to_unloading(Measured& measured, double h_p_nm, double k_nm, double q) {
    const double slope_from_h_p_nm = measured.slope_x.value_or(1) * measured.k_nm - h_p_nm;
    measured.h_p_nm += h_p_nm;
    measured.k_nm += k_nm;
    if (measured.slope_x) measured.slope_x = slope_from_h_p_nm / measured.k_nm;
    measured.m = 1 / (1 / measured.m + q);
}

void scale_load(Measured& measured, double factor) {
    measured.F_max_uN *= factor;
    measured.start.unload_rate_uN_per_s *= factor;
    measured.start.compliance_nm_per_uN /= factor;
    for (double* work : works_of(measured)) *work *= factor;
}

void scale_depth(Measured& measured, double factor) {
    for (double* depth : depths_of(measured)) *depth *= factor;
    for (double* slope : slopes_of(measured)) *slope *= factor;
    for (double* work : works_of(measured)) *work *= factor;
}

void add_difference(Measured& measured, const Measured& up, const Measured& down, double times) {
    Measured high = up, low = down;
    const auto add = [&](auto parts_of) {
        const auto to = parts_of(measured), plus = parts_of(high), minus = parts_of(low);
        for (std::size_t i = 0; i < to.size(); ++i) *to[i] += times * (*plus[i] - *minus[i]);
    };
    add(depths_of);
    add(slopes_of);
    add(works_of);
    measured.F_max_uN += times * (up.F_max_uN - down.F_max_uN);
    measured.is_fitted = measured.is_fitted && up.is_fitted && down.is_fitted;
    if (!measured.is_fitted) return;
    measured.m = 1 / (1 / measured.m + times * (1 / up.m - 1 / down.m));
    if (measured.slope_x && up.slope_x && down.slope_x)
        *measured.slope_x += times * (*up.slope_x - *down.slope_x);
}

}  // namespace sneddon
