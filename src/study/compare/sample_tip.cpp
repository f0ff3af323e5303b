#include "study/compare/sample_tip.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/nan.hpp"

namespace sneddon {

std::string_view name(TipShare share) {
    constexpr std::array<std::string_view, 4> names = {"no part", "shared", "different",
                                                       "not known"};
    return names[static_cast<std::size_t>(share)];
}

bool are_one_tip(const SampleTip& a, const SampleTip& b) {
    if (!a.area || !b.area) return !a.area && !b.area;
    return a.area->kind == b.area->kind && a.area->coefficients == b.area->coefficients &&
           a.area->radius_nm == b.area->radius_nm &&
           a.area->half_angle_deg == b.area->half_angle_deg;
}

double area_sensitivity(QuantityIndex quantity, const SampleTip& tip, double mean, double E_r_GPa) {
    if (quantity == "H_IT_GPa"_q) return -mean;
    if (quantity == "E_r_GPa"_q) return -mean / 2;
    if (quantity == "E_IT_GPa"_q) {
        const double nu = tip.poisson_ratio.value_or(nan);
        return -mean * mean / (2 * (1 - nu * nu) * E_r_GPa);
    }
    return 0;
}

double area_covariance(const AreaPart& a, const AreaPart& b) {
    if (a.sensitivity == 0 || b.sensitivity == 0) return 0;
    const double scale = a.tip->u_relative.value_or(nan) * b.tip->u_relative.value_or(nan) *
                         a.sensitivity * b.sensitivity;
    if (is_nan(scale)) return nan;
    if (!are_one_tip(*a.tip, *b.tip)) return 0;
    const double apart = std::log(a.h_c_nm / b.h_c_nm);
    return is_nan(apart) ? scale : scale * std::exp(-apart * apart / 2);
}

std::vector<AreaPart> of_equal_samples(std::vector<AreaPart> parts) {
    double sum = 0;
    for (const AreaPart& part : parts) sum += part.sensitivity;
    for (AreaPart& part : parts) part.sensitivity = sum / static_cast<double>(parts.size());
    return parts;
}

double u_through_area(std::span<const AreaPart> parts, std::span<const double> weights) {
    double variance = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t j = 0; j < parts.size(); ++j)
            variance += weights[i] * weights[j] * area_covariance(parts[i], parts[j]);
    if (is_nan(variance)) return nan;
    return std::sqrt(std::max(variance, 0.0));  // rounding may leave less than 0 of equal parts
}

}  // namespace sneddon
