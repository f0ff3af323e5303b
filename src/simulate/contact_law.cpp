#include "simulate/contact_law.hpp"

#include <algorithm>
#include <numbers>

namespace sneddon {
namespace {

constexpr double elastic_GPa = 60;  // hardness of a contact that stays elastic to the peak
constexpr double pressure_margin = 1.0005;

}  // namespace

double ContactLaw::hardness_GPa(double a_nm) const {
    if (!(h_star_nm_ > 0)) return H_GPa_;
    return H_GPa_ * std::sqrt(1 + h_star_nm_ / tip_.contact_depth_nm(a_nm));
}

double ContactLaw::hardness_growth(double a_nm) const {
    if (!(h_star_nm_ > 0)) return 0;
    const double h_c = tip_.contact_depth_nm(a_nm), share = h_star_nm_ / h_c;
    return -0.5 * share / (1 + share) * tip_.contact_depth_slope(a_nm) * a_nm / h_c;
}

double ContactLaw::load_uN(double a_nm) const {
    const double p =
        tip_.elastic_pressure_GPa(a_nm, E_r_GPa_) * std::pow(1 + ratio(a_nm), -1 / blending_);
    return std::numbers::pi * a_nm * a_nm * p * uN_per_GPa_nm2;
}

double ContactLaw::depth_nm(double a_nm, double load_uN) const {
    return tip_.contact_depth_nm(a_nm) + 0.75 * load_uN / (2 * E_r_GPa_ * a_nm * uN_per_GPa_nm2);
}

double ContactLaw::radius_at_load_nm(double load_uN, double guess_nm) const {
    double a = guess_nm;
    for (int i = 0; i < 60; ++i) {
        const double x = ratio(a);
        const double p = tip_.elastic_pressure_GPa(a, E_r_GPa_) * std::pow(1 + x, -1 / blending_);
        const double P = std::numbers::pi * a * a * p * uN_per_GPa_nm2;
        // d ln P / d ln a
        const double growth = 2 + (tip_.elastic_growth() + x * hardness_growth(a)) / (1 + x);
        const double step = (load_uN / P - 1) / growth;
        a *= std::clamp(1 + step, 0.1, 10.0);
        if (std::abs(step) < 1e-13) break;
    }
    return a;
}

// h(a) falls while the bending term is the larger and then rises; the contact is on the rise.
double ContactLaw::radius_at_depth_nm(double depth_nm, double load_uN) const {
    const auto h = [&](double a_nm) { return this->depth_nm(a_nm, load_uN); };
    constexpr double wider = 1.02;
    double high = 1;
    while (h(high) < depth_nm || h(high * wider) < h(high)) high *= wider;
    double low = high;
    while (h(low / wider) < h(low)) low /= wider;
    if (h(low) > depth_nm) return low;
    for (int i = 0; i < 200 && high - low > 1e-14 * high; ++i) {
        const double middle = 0.5 * (low + high);
        (h(middle) < depth_nm ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

double limit_hardness_GPa(const TipShape& tip, double E_r_GPa, double a_nm, double load_uN,
                          double blending) {
    const double p = load_uN / (std::numbers::pi * a_nm * a_nm * uN_per_GPa_nm2);
    const double elastic = tip.elastic_pressure_GPa(a_nm, E_r_GPa);
    if (!(elastic > p * pressure_margin)) return elastic_GPa;
    return std::pow(std::pow(p, -blending) - std::pow(elastic, -blending), -1 / blending);
}

}  // namespace sneddon
