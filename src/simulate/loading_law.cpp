#include "simulate/loading_law.hpp"

#include <array>
#include <cmath>

#include "model/units.hpp"
#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

struct Node {
    double place, weight;
};

// Gauss and Legendre, five points on [-1, 1] (Abramowitz and Stegun 1964, table 25.4).
constexpr std::array<Node, 5> gauss = {
    Node{-0.90617984593866399, 0.23692688505618909},
    Node{-0.53846931010568309, 0.47862867049936647}, Node{0, 0.56888888888888889},
    Node{0.53846931010568309, 0.47862867049936647}, Node{0.90617984593866399, 0.23692688505618909}};

}  // namespace

// Hertz: P = 4/3 E_r sqrt(R) h^(3/2).
double LoadingLaw::elastic_depth_nm(double load_uN) const {
    return std::cbrt(
        std::pow(0.75 * load_uN / (E_r_GPa_ * uN_per_GPa_nm2 * std::sqrt(radius_nm_)), 2));
}

double LoadingLaw::plastic_depth_nm(double load_uN) {
    if (!(load_uN > 0)) return 0;
    last_radius_nm_ = contact_.radius_at_load_nm(load_uN, last_radius_nm_);
    return contact_.depth_nm(last_radius_nm_, load_uN);
}

double LoadingLaw::depth_nm(double load_uN) {
    return load_uN < popin_load_uN_ ? elastic_depth_nm(load_uN) : plastic_depth_nm(load_uN);
}

double LoadingLaw::popin_jump_nm() {
    return plastic_depth_nm(popin_load_uN_) - elastic_depth_nm(popin_load_uN_);
}

double LoadingLaw::load_uN(double depth_nm) {
    if (!(depth_nm > 0)) return 0;
    const double popin_nm = elastic_depth_nm(popin_load_uN_);  // NaN: no pop-in
    if (depth_nm < popin_nm)
        return uN_per_GPa_nm2 * E_r_GPa_ * std::sqrt(radius_nm_) * std::pow(depth_nm, 1.5) / 0.75;
    const auto excess = [&](double a_nm) {
        return contact_.depth_nm(a_nm, contact_.load_uN(a_nm)) - depth_nm;
    };
    double low = last_radius_nm_, high = last_radius_nm_;
    while (excess(low) > 0) low /= 2;
    while (excess(high) < 0) high *= 2;
    last_radius_nm_ = bracketed_root(excess, low, excess(low), high, excess(high));
    return contact_.load_uN(last_radius_nm_);
}

double LoadingLaw::popin_drop_uN() {
    return popin_load_uN_ - load_uN(elastic_depth_nm(popin_load_uN_));
}

// By parts: W = P h - int h dP. With P = F u^3 the depth is smooth down to u = 0, where it grows
// like u^2 (sphere) or u^(3/2) (cone).
double LoadingLaw::work_pJ(double peak_uN) {
    const bool has_popin = popin_load_uN_ > 0;
    const double first_uN = has_popin ? popin_load_uN_ : 0;
    double integral = has_popin ? 0.6 * elastic_depth_nm(first_uN) * first_uN : 0;
    constexpr int panels = 60;
    const double u_first = std::cbrt(first_uN / peak_uN);
    const double width = (1 - u_first) / panels;
    last_radius_nm_ = 1;
    for (int i = 0; i < panels; ++i)
        for (const Node& node : gauss) {
            const double u = u_first + width * (i + 0.5 * (node.place + 1));
            integral += 0.5 * width * node.weight * plastic_depth_nm(peak_uN * u * u * u) * 3 *
                        peak_uN * u * u;
        }
    return (peak_uN * plastic_depth_nm(peak_uN) - integral) * pJ_per_uN_nm;
}

}  // namespace sneddon
