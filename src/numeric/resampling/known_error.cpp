#include "numeric/resampling/known_error.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

double known_part(const EstimateError& error) {
    return is_nan(error.u_known) ? 0 : std::abs(error.u_known);
}

/// Of the tail probability `tail` on one side.
double reach_at(const EstimateError& error, double tail) {
    return std::hypot(student_quantile(tail, error.df) * error.se,
                      standard_normal_quantile(tail) * known_part(error));
}

}  // namespace

double EstimateError::together() const {
    return std::hypot(se, known_part(*this));
}

double reach_of(const EstimateError& error, double level) {
    return reach_at(error, (1 - level) / 2);
}

double one_sided_p(double estimate, const EstimateError& error) {
    if (!(error.se > 0) || is_nan(estimate)) return nan;
    const double scatter_alone = student_upper_tail(estimate / error.se, error.df);
    if (known_part(error) == 0) return scatter_alone;
    if (estimate < 0) return 1 - one_sided_p(-estimate, error);
    // The reach falls from beyond the estimate at the p of scatter alone to 0 at one half.
    constexpr double smallest = 1e-300;  // below it quantiles end
    double low = std::log(std::max(scatter_alone, smallest)), high = std::log(0.5);
    constexpr int halvings = 60;  // of a range of 700: to rounding
    for (int i = 0; i < halvings; ++i) {
        const double middle = low + (high - low) / 2;
        (reach_at(error, std::exp(middle)) > estimate ? low : high) = middle;
    }
    return std::exp(low + (high - low) / 2);
}

double two_sided_p(double estimate, const EstimateError& error) {
    return 2 * one_sided_p(std::abs(estimate), error);
}

}  // namespace sneddon
