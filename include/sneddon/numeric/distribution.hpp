// Families of distributions with one face: seven of continuous values, one of whole numbers.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace sneddon {

class RandomStream;

/// family: parameters in their order; density
enum class DistributionFamily {
    normal,       ///< mu, sigma; exp(-(x - mu)^2/(2 sigma^2)) / (sigma sqrt(2 pi))
    lognormal,    ///< mu, sigma of ln x
    exponential,  ///< rate; rate exp(-rate x), x >= 0
    weibull2,     ///< k, lambda; (k/lambda) (x/lambda)^(k-1) exp(-(x/lambda)^k), x >= 0
    weibull3,     ///< loc, k, lambda: weibull2 of x - loc
    gamma,        ///< shape, scale; x^(shape-1) exp(-x/scale) / (Gamma(shape) scale^shape)
    power_law,    ///< alpha, xmin; (alpha - 1)/xmin (x/xmin)^-alpha, x >= xmin
    /// alpha, xmin; P(X = x) = x^-alpha / zeta(alpha, xmin), whole x >= xmin. Its log_density is
    /// the logarithm of a probability.
    discrete_power_law,
};

inline constexpr std::array continuous_distribution_families = {
    DistributionFamily::normal,   DistributionFamily::lognormal, DistributionFamily::exponential,
    DistributionFamily::weibull2, DistributionFamily::weibull3,  DistributionFamily::gamma,
    DistributionFamily::power_law};

/// "normal", ...
std::string_view name(DistributionFamily family);

/// The family of a name; "weibull" is weibull2.
std::optional<DistributionFamily> distribution_family(std::string_view name);

/// {"mu", "sigma"}, ...
std::span<const std::string_view> parameter_names(DistributionFamily family);

/// Parameters outside their range (sigma <= 0, ...) make every function NaN.
struct Distribution {
    DistributionFamily family{};
    std::array<double, 3> parameters{};  ///< in the order of parameter_names; the rest unused
};

double log_density(const Distribution& distribution, double x);   ///< -infinity outside the range
double log_cdf(const Distribution& distribution, double x);       ///< ln P(X <= x)
double log_survival(const Distribution& distribution, double x);  ///< ln P(X > x)
double cdf(const Distribution& distribution, double x);
double survival(const Distribution& distribution, double x);

/// d P(X > x) / d parameter, in the order of the parameters.
std::array<double, 3> survival_gradient(const Distribution& distribution, double x);

double random_value(const Distribution& distribution, RandomStream& random);

}  // namespace sneddon
