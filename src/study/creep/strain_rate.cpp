#include "study/creep/strain_rate.hpp"

#include <cmath>

#include "numeric/sum/line_fit.hpp"
#include "numeric/sum/moments.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {
namespace {

/// d ln A / d h by a central difference.
double log_area_slope_per_nm(const AreaFunction& area, double h_c_nm) {
    constexpr double relative_step = 1e-4;  // error of the difference 1e-8, its rounding 1e-12
    const double step = relative_step * h_c_nm;
    return (std::log(projected_area_nm2(area, h_c_nm + step)) -
            std::log(projected_area_nm2(area, h_c_nm - step))) /
           (2 * step);
}

}  // namespace

double creep_rate_nm_per_s(const LinearPowerFit& fit, double t_s) {
    return fit.a + (fit.b > 0 ? fit.b * fit.c * std::pow(t_s, fit.c - 1) : 0);  // b = 0: no c
}

void set_strain_rates(const std::vector<TestRow>& tests, const Rows& rows,
                      const StudyOptions& options, CreepCurve& curve) {
    if (!curve.fit.is_fitted()) return;
    const double end_s = curve.duration_s();
    curve.rate_end_nm_per_s = creep_rate_nm_per_s(curve.fit, end_s);
    const double h_c_nm = mean(finite_values(tests, rows, "h_c_nm"_q));
    const double F_uN = mean(finite_values(tests, rows, "F_max_uN"_q));
    if (!options.area_function || !(h_c_nm > 0) || !(F_uN > 0)) return;
    const AreaFunction& area = *options.area_function;
    const double slope = log_area_slope_per_nm(area, h_c_nm);
    curve.strain_rate_end_per_s = 0.5 * slope * curve.rate_end_nm_per_s;
    constexpr double slope_of_a_cone = 1.8;  // 2, less 10 %; the negation catches NaN
    curve.is_blunt = !(h_c_nm * slope >= slope_of_a_cone);
    std::vector<double> log_rate, log_hardness;
    constexpr int points = 50;
    // 10 to 80 % of the hold: before, the rate hangs on the start that was found.
    constexpr double first_part = 0.1, span_of_parts = 0.7;
    for (int i = 0; i < points; ++i) {
        const double t_s = end_s * (first_part + span_of_parts * i / (points - 1));
        const double h_nm = h_c_nm - (curve.fit(end_s) - curve.fit(t_s));
        if (!(h_nm > 0)) return;
        log_rate.push_back(std::log(0.5 * log_area_slope_per_nm(area, h_nm) *
                                    creep_rate_nm_per_s(curve.fit, t_s)));
        log_hardness.push_back(std::log(F_uN / projected_area_nm2(area, h_nm)));
    }
    const double sensitivity = fit_line(log_rate, log_hardness).slope;
    if (std::isfinite(sensitivity)) curve.strain_rate_sensitivity = sensitivity;
}

}  // namespace sneddon
