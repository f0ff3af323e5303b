// Distributions fitted by least squares to the empirical survival function. Such fits look good
// whatever the distribution, because the points are cumulative: rank models by their likelihood.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {

/// The empirical P(X > x_i) of the i-th smallest of n values.
enum class PlottingPosition {
    hazen,     ///< 1 - (i - 0.5)/n
    mean,      ///< 1 - i/(n + 1)
    benard,    ///< 1 - (i - 0.3)/(n + 0.4)
    at_least,  ///< (n - i + 1)/n
    above,     ///< (n - i)/n
};
inline constexpr std::array all_plotting_positions = {
    PlottingPosition::hazen, PlottingPosition::mean, PlottingPosition::benard,
    PlottingPosition::at_least, PlottingPosition::above};
std::string_view name(PlottingPosition position);

/// For n values in ascending order.
std::vector<double> empirical_survival(std::size_t n, PlottingPosition position);

/// 1 - sum (S(x_i) - p_i)^2 / sum (p_i - mean p)^2 of any curve, for instance of the one of maximum
/// likelihood. Of power_law the values from xmin on. NaN for fewer than 2 values.
double survival_r_squared(std::span<const double> values, const Distribution& distribution,
                          PlottingPosition position = PlottingPosition::hazen);

struct SurvivalFit {
    bool is_fitted =
        false;  ///< false: the maximum-likelihood fit that it starts from has no answer
    Distribution distribution;
    double ssr = nan;
    double r_squared = nan;
};

/// Minimises sum (S(x_i) - p_i)^2 by levenberg_marquardt from the parameters of maximum likelihood.
/// xmin of power_law and loc of weibull3 stay where maximum likelihood puts them.
SurvivalFit fit_survival(std::span<const double> values, DistributionFamily family,
                         PlottingPosition position = PlottingPosition::hazen);

/// The straight line ln(-ln p_i) = k ln x_i - k ln lambda through the points of a Weibull plot: a
/// third number that is called R squared.
struct WeibullPlot {
    double k = nan;
    double lambda = nan;
    double r_squared = nan;
};

/// Positions with p = 0 or 1 (at_least, above) have no place in the plot: all NaN, as for values
/// that are not positive or all equal.
WeibullPlot weibull_plot(std::span<const double> values,
                         PlottingPosition position = PlottingPosition::hazen);

}  // namespace sneddon
