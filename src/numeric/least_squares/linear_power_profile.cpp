#include "numeric/least_squares/linear_power_profile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/nan.hpp"
#include "numeric/least_squares/linear_power_search.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

// The sum of squares that just belongs to the interval.
double threshold(const LinearPowerFit& fit, double probability) {
    const double freedom = fit.effective_freedom();
    const double t = student_quantile(probability, freedom);
    return fit.ssr * (1 + t * t / freedom);
}

}  // namespace

ProfileInterval c_interval(const LinearPowerBasis& basis, std::span<const double> values,
                           const LinearPowerOptions& options, const LinearPowerFit& fit,
                           double confidence) {
    if (!fit.is_fitted() || std::isnan(fit.c)) return {nan, nan, true, true};
    const double limit = threshold(fit, 0.5 * (1 + confidence));
    const auto excess = [&](double c) {
        LinearPowerOptions fixed = options;
        fixed.c_min = fixed.c_max = c;
        return fit_linear_power(basis, values, fixed).ssr - limit;
    };
    const auto end = [&](double bound, bool& is_open) {
        const double at_bound = excess(bound);
        is_open = !(at_bound > 0);
        if (is_open) return bound;
        return bracketed_root(excess, fit.c, fit.ssr - limit, bound, at_bound, 1e-10);
    };
    ProfileInterval interval;
    interval.lower = end(options.c_min, interval.is_lower_open);
    interval.upper = end(options.c_max, interval.is_upper_open);
    return interval;
}

double a_upper_limit(const LinearPowerBasis& basis, std::span<const double> values,
                     const LinearPowerOptions& options, const LinearPowerFit& fit,
                     double confidence) {
    if (!fit.is_fitted()) return nan;
    const double limit = threshold(fit, confidence);
    const auto excess = [&](double a) {
        LinearPowerOptions fixed = options;
        fixed.a_freedom = Freedom::fixed;
        fixed.a = a;
        return fit_linear_power(basis, values, fixed).ssr - limit;
    };
    // Doubled from a slope that lifts the end of the curve by one standard deviation of the mean.
    const double low = std::max(0.0, fit.a);
    double reach =
        fit.residual_sd / std::sqrt(static_cast<double>(fit.n)) / basis.prepared().time_scale;
    for (int i = 0; i < 200; ++i, reach *= 2) {
        const double beyond = excess(low + reach);
        if (beyond > 0)
            return bracketed_root(excess, low, excess(low), low + reach, beyond, 1e-12 * reach);
    }
    return std::numeric_limits<double>::infinity();
}

double p_of_no_linear_part(const LinearPowerBasis& basis, std::span<const double> values,
                           const LinearPowerOptions& options, const LinearPowerFit& fit) {
    if (!fit.is_fitted()) return nan;
    if (fit.is_a_at_bound || !(fit.a > 0)) return 1;
    LinearPowerOptions without = options;
    without.a_freedom = Freedom::fixed;
    without.a = 0;
    const double ratio = fit_linear_power(basis, values, without).ssr / fit.ssr;
    return 0.5 * chi_squared_upper_tail(fit.effective_count * std::log(ratio), 1);
}

}  // namespace sneddon
