#include "study/checks/plastic_loading.hpp"

#include <cmath>
#include <numbers>

#include "sneddon/model/units.hpp"

namespace sneddon {
namespace {

constexpr int steps = 400;

/// The contact depth at which H A_p carries the load.
double contact_depth_at(const AreaFunction& area, double H_GPa, double F_uN) {
    double low = 0, high = 1;
    const auto carried = [&](double h_c) {
        const double A = projected_area_nm2(area, h_c);
        return A > 0 ? uN_per_GPa_nm2 * H_GPa * A : 0;
    };
    while (carried(high) < F_uN && high < 1e7) high *= 2;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (carried(middle) < F_uN ? low : high) = middle;
    }
    return high;
}

}  // namespace

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
        const double h = h_c + 0.75 * F / (2 * uN_per_GPa_nm2 * E_r_GPa * a);
        W_total += (F + F_before) / 2 * (h - h_before);
        F_before = F;
        h_before = h;
    }
    return 0.6 * F_max_uN * F_max_uN / S_uN_per_nm / W_total;
}

}  // namespace sneddon
