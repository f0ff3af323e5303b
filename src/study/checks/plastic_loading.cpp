#include "study/checks/plastic_loading.hpp"

#include <cmath>
#include <numbers>

#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr int steps = 400;                   // of the trapezoid rule: eta to 1e-4
constexpr double cheng_cheng = 5.3;          // eta_IT over H/E_r (plastic_loading.hpp)
constexpr double epsilon = 0.75;             // of h - h_c = epsilon F/S (Oliver and Pharr 1992)
constexpr double elastic_work_factor = 0.6;  // m/(m + 1) of F ~ (h - h_p)^m with m = 1.5

/// The contact depth at which H A_p carries the load.
double contact_depth_at(const AreaFunction& area, double H_GPa, double F_uN) {
    double low = 0, high = 1;
    const auto carried = [&](double h_c) {
        const double A = projected_area_nm2(area, h_c);
        return A > 0 ? uN_per_GPa_nm2 * H_GPa * A : 0;
    };
    constexpr double deepest_nm = 1e7;  // 1 cm: no such indent; ends the search of a flat area
    constexpr int halvings = 60;        // beyond the 53 bits of a double
    while (carried(high) < F_uN && high < deepest_nm) high *= 2;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (carried(middle) < F_uN ? low : high) = middle;
    }
    return high;
}

}  // namespace

double eta_of_sharp_tip(double H_GPa, double E_r_GPa) {
    return cheng_cheng * H_GPa / E_r_GPa;
}

double plastic_loading_eta(const AreaFunction& area, double H_GPa, double E_r_GPa, double F_max_uN,
                           double S_uN_per_nm) {
    const double deepest = contact_depth_at(area, H_GPa, F_max_uN);
    double W_total = 0, F_before = 0, h_before = 0;
    for (int i = 1; i <= steps; ++i) {
        const double h_c = deepest * i / steps;
        const double A = projected_area_nm2(area, h_c);
        if (!(A > 0)) continue;
        const double F = uN_per_GPa_nm2 * H_GPa * A;
        const double a = std::sqrt(A / std::numbers::pi);
        const double h = h_c + epsilon * F / (2 * uN_per_GPa_nm2 * E_r_GPa * a);
        W_total += (F + F_before) / 2 * (h - h_before);
        F_before = F;
        h_before = h;
    }
    return elastic_work_factor * F_max_uN * F_max_uN / S_uN_per_nm / W_total;
}

}  // namespace sneddon
