#include "numeric/distribution/survival_fit.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/nan.hpp"
#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/large_shape_gamma.hpp"
#include "numeric/least_squares/levenberg_marquardt.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

std::vector<double> sorted_in_range(std::span<const double> values,
                                    const Distribution& distribution) {
    std::vector<double> sorted(values.begin(), values.end());
    if (functions_of(distribution.family).support == Support::tail)
        std::erase_if(sorted, [&](double x) { return !(x >= distribution.parameters[1]); });
    std::ranges::sort(sorted);
    return sorted;
}

// The places of the parameters that least squares moves.
std::vector<std::size_t> moving(DistributionFamily family) {
    switch (family) {
        case DistributionFamily::exponential:
        case DistributionFamily::power_law:
        case DistributionFamily::discrete_power_law:
            return {0};
        case DistributionFamily::weibull3:
            return {1, 2};
        default:
            return {0, 1};
    }
}

/// What least squares moves in place of shape and scale of a gamma far from zero, where these are
/// one direction only: the shape in units of the likeliest one, the mean in standard deviations
/// from the likeliest one.
class FarGamma {
  public:
    explicit FarGamma(const Distribution& likeliest)
        : shape_(likeliest.parameters[0]),
          mean_(shape_ * likeliest.parameters[1]),
          sd_(mean_ / std::sqrt(shape_)) {}

    Distribution at(std::span<const double> moved) const {
        const double shape = shape_ * moved[0];
        return {DistributionFamily::gamma, {shape, (mean_ + sd_ * moved[1]) / shape}};
    }
    std::array<double, 2> gradient(const Distribution& here, double x) const {
        const double shape = here.parameters[0], scale = here.parameters[1];
        return {shape_ * gamma_q_derivative_at_ratio(shape, x / scale),
                sd_ * std::exp(log_density(here, x)) * x / (shape * scale)};
    }
    /// A value is rounded to eps shape^(1/2) of the scatter: no gradient comes closer to zero.
    double rounding() const {
        constexpr double of_sums = 100;
        return of_sums * std::numeric_limits<double>::epsilon() * std::sqrt(shape_);
    }

  private:
    double shape_, mean_, sd_;
};

SurvivalFit fit_far_gamma(std::span<const double> sorted, std::span<const double> p,
                          const Distribution& likeliest) {
    const FarGamma gamma(likeliest);
    const ResidualFunction residuals = [&](std::span<const double> moved, std::span<double> r,
                                           std::span<double> jacobian) {
        const Distribution here = gamma.at(moved);
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            r[i] = survival(here, sorted[i]) - p[i];
            const auto gradient = gamma.gradient(here, sorted[i]);
            std::ranges::copy(gradient, jacobian.begin() + static_cast<std::ptrdiff_t>(2 * i));
        }
    };
    LevenbergMarquardtOptions steps;
    steps.gradient_tolerance = std::max(steps.gradient_tolerance, gamma.rounding());
    const auto found =
        levenberg_marquardt(residuals, std::array<double, 2>{1, 0}, sorted.size(), steps);
    SurvivalFit result{found.is_converged(), likeliest};
    if (!result.is_fitted) return result;
    result.distribution = gamma.at(found.parameters);
    result.ssr = found.ssr;
    result.r_squared = 1 - found.ssr / moments(p).squares;
    return result;
}

}  // namespace

std::string_view name(PlottingPosition position) {
    switch (position) {
        case PlottingPosition::hazen:
            return "hazen";
        case PlottingPosition::mean:
            return "mean";
        case PlottingPosition::benard:
            return "benard";
        case PlottingPosition::at_least:
            return "at_least";
        case PlottingPosition::above:
            return "above";
    }
    return "";
}

std::vector<double> empirical_survival(std::size_t n, PlottingPosition position) {
    const auto count = static_cast<double>(n);
    std::vector<double> p;
    for (std::size_t place = 1; place <= n; ++place) {
        const auto i = static_cast<double>(place);
        switch (position) {
            case PlottingPosition::hazen:
                p.push_back(1 - (i - 0.5) / count);
                break;
            case PlottingPosition::mean:
                p.push_back(1 - i / (count + 1));
                break;
            case PlottingPosition::benard:
                p.push_back(1 - (i - 0.3) / (count + 0.4));
                break;
            case PlottingPosition::at_least:
                p.push_back((count - i + 1) / count);
                break;
            case PlottingPosition::above:
                p.push_back((count - i) / count);
                break;
        }
    }
    return p;
}

double survival_r_squared(std::span<const double> values, const Distribution& distribution,
                          PlottingPosition position) {
    const auto sorted = sorted_in_range(values, distribution);
    const auto p = empirical_survival(sorted.size(), position);
    double ssr = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double off = survival(distribution, sorted[i]) - p[i];
        ssr += off * off;
    }
    return p.size() < 2 ? nan : 1 - ssr / moments(p).squares;
}

SurvivalFit fit_survival(std::span<const double> values, DistributionFamily family,
                         PlottingPosition position) {
    SurvivalFit result;
    const DistributionFit likeliest = fit_distribution(values, family);
    result.distribution = likeliest.distribution;
    if (!likeliest.is_fitted()) return result;
    const auto sorted = sorted_in_range(values, likeliest.distribution);
    const auto p = empirical_survival(sorted.size(), position);
    if (family == DistributionFamily::gamma && likeliest.distribution.parameters[0] >= large_shape)
        return fit_far_gamma(sorted, p, likeliest.distribution);
    const auto places = moving(family);

    const auto distribution_at = [&](std::span<const double> moved) {
        Distribution distribution = likeliest.distribution;
        for (std::size_t j = 0; j < places.size(); ++j)
            distribution.parameters[places[j]] = moved[j];
        return distribution;
    };
    const ResidualFunction residuals = [&](std::span<const double> moved, std::span<double> r,
                                           std::span<double> jacobian) {
        const Distribution distribution = distribution_at(moved);
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            r[i] = survival(distribution, sorted[i]) - p[i];
            const auto gradient = survival_gradient(distribution, sorted[i]);
            for (std::size_t j = 0; j < places.size(); ++j)
                jacobian[i * places.size() + j] = gradient[places[j]];
        }
    };
    std::vector<double> start;
    for (const std::size_t place : places)
        start.push_back(likeliest.distribution.parameters[place]);
    const auto found = levenberg_marquardt(residuals, start, sorted.size());
    result.is_fitted = found.is_converged();
    if (!result.is_fitted) return result;
    result.distribution = distribution_at(found.parameters);
    result.ssr = found.ssr;
    result.r_squared = 1 - found.ssr / moments(p).squares;
    return result;
}

WeibullPlot weibull_plot(std::span<const double> values, PlottingPosition position) {
    std::vector<double> x(values.begin(), values.end());
    std::ranges::sort(x);
    auto y = empirical_survival(x.size(), position);
    for (double& value : x) value = std::log(value);
    for (double& p : y) p = std::log(-std::log(p));
    const Moments mx = moments(x), my = moments(y);
    double product = 0;
    for (std::size_t i = 0; i < x.size(); ++i) product += (x[i] - mx.mean) * (y[i] - my.mean);
    WeibullPlot plot;
    if (!(mx.squares > 0) || !std::isfinite(product)) return plot;
    plot.k = product / mx.squares;
    plot.lambda = std::exp(mx.mean - my.mean / plot.k);
    plot.r_squared = product * product / (mx.squares * my.squares);
    return plot;
}

}  // namespace sneddon
