#include "numeric/mixture/shape/component_density.hpp"

#include <cmath>
#include <numbers>
#include <span>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/sum/lane_math.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

/// The constant of the t law beside that of the scatter.
double log_constant_of_t(double degrees, double d) {
    return log_gamma((degrees + d) / 2) - log_gamma(degrees / 2) -
           d / 2 * log_lanes(degrees * std::numbers::pi);
}

}  // namespace

double inverse_mills_ratio(double a) {
    return exp_lanes(-a * a / 2 - log_sqrt_two_pi - log_normal_cdf(a));
}

std::optional<ComponentDensity> ComponentDensity::of(const ShapedMixture& mixture, std::size_t j) {
    const std::size_t d = mixture.dimensions;
    ComponentDensity density;
    density.family_ = mixture.family;
    density.d_ = d;
    std::array<double, most_dimensions * most_dimensions> lower{};
    if (!cholesky(std::span(mixture.scatters).subspan(j * d * d, d * d), d, lower))
        return std::nullopt;
    invert_lower(lower, d, density.whitener_);
    density.constant_ = log_lanes(std::fmax(mixture.weights[j], 1e-300));  // never ln 0
    for (std::size_t a = 0; a < d; ++a) density.constant_ -= log_lanes(lower[a * d + a]);
    if (mixture.family == ComponentFamily::student_t) {
        density.degrees_ = mixture.degrees[j];
        density.constant_ += log_constant_of_t(density.degrees_, static_cast<double>(d));
        return density;
    }
    density.constant_ -= static_cast<double>(d) * log_sqrt_two_pi;
    if (mixture.family == ComponentFamily::gaussian) return density;
    for (std::size_t a = 0; a < d; ++a) {
        double y = 0;
        for (std::size_t b = 0; b <= a; ++b)
            y += density.whitener_[a * d + b] * mixture.skews[j * d + b];
        density.whitened_skew_[a] = y;
        density.skew_square_ += y * y;
    }
    density.constant_ += std::numbers::ln2 - log_lanes(1 + density.skew_square_) / 2;
    return density;
}

ComponentDensity::Whitened ComponentDensity::whiten(const double* from_location) const {
    Whitened whitened;
    for (std::size_t a = 0; a < d_; ++a) {
        double y = 0;
        for (std::size_t b = 0; b <= a; ++b) y += whitener_[a * d_ + b] * from_location[b];
        whitened.square += y * y;
        whitened.along_skew += y * whitened_skew_[a];
    }
    return whitened;
}

// With y = L^-1 (x - mu), g = L^-1 delta, q = |g|^2: Omega^-1 gives |y|^2 - (g.y)^2/(1 + q), and
// u given x is normal of mean g.y/(1 + q) and variance 1/(1 + q), cut at 0.
double ComponentDensity::log_density(const double* from_location) const {
    const auto [square, along_skew] = whiten(from_location);
    if (family_ == ComponentFamily::student_t)
        return constant_ -
               (degrees_ + static_cast<double>(d_)) / 2 * log_lanes(1 + square / degrees_);
    if (family_ == ComponentFamily::gaussian) return constant_ - square / 2;
    return constant_ - (square - along_skew * along_skew / (1 + skew_square_)) / 2 +
           log_normal_cdf(along_skew / std::sqrt(1 + skew_square_));
}

Hidden ComponentDensity::hidden(const double* from_location) const {
    const auto [square, along_skew] = whiten(from_location);
    const auto d = static_cast<double>(d_);
    switch (family_) {
        case ComponentFamily::student_t:
            return {constant_ - (degrees_ + d) / 2 * log_lanes(1 + square / degrees_),
                    (degrees_ + d) / (degrees_ + square), 0, 0};
        case ComponentFamily::gaussian:
            return {constant_ - square / 2, 1, 0, 0};
        case ComponentFamily::skew_normal:
            break;
    }
    const double mean = along_skew / (1 + skew_square_), variance = 1 / (1 + skew_square_);
    const double sd = std::sqrt(variance), a = mean / sd;
    const double log_cdf = log_normal_cdf(a);
    const double ratio = exp_lanes(-a * a / 2 - log_sqrt_two_pi - log_cdf);
    return {constant_ - (square - along_skew * mean) / 2 + log_cdf, 1, mean + sd * ratio,
            mean * mean + variance + mean * sd * ratio};
}

std::optional<std::vector<ComponentDensity>> densities_of(const ShapedMixture& mixture) {
    std::vector<ComponentDensity> densities;
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        const auto density = ComponentDensity::of(mixture, j);
        if (!density) return std::nullopt;
        densities.push_back(*density);
    }
    return densities;
}

}  // namespace sneddon
