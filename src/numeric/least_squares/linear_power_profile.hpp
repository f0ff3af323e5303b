// What the data say about c and a of y0 + a t + b (t - t0)^c by the likelihood itself, without the
// assumption that it is a parabola.
#pragma once

#include <span>

#include "sneddon/numeric/linear_power_law.hpp"

namespace sneddon {

struct ProfileInterval {
    double lower = 0, upper = 0;
    /// The data do not close the interval before the bound of c.
    bool is_lower_open = false, is_upper_open = false;
};

/// All c with ssr(c) <= ssr (1 + t^2/v), all other parameters refitted: the profile-likelihood
/// interval (Bates and Watts 1988, section 6.1). t: Student's quantile for v = effective_count - p,
/// so correlated residuals widen it. `fit` is the result of fit_linear_power with the same
/// arguments.
ProfileInterval c_interval(const LinearPowerBasis& basis, std::span<const double> values,
                           const LinearPowerOptions& options, const LinearPowerFit& fit,
                           double confidence = 0.95);

/// One-sided upper limit of a >= 0 by the same rule: what to quote when a is at its bound.
double a_upper_limit(const LinearPowerBasis& basis, std::span<const double> values,
                     const LinearPowerOptions& options, const LinearPowerFit& fit,
                     double confidence = 0.95);

/// p value of a = 0 against a > 0 by the likelihood ratio. The truth lies on the edge of its range,
/// so the ratio is distributed as an even mixture of zero and chi-square with one degree of freedom
/// (Self and Liang 1987, J. Am. Stat. Assoc. 82, 605, case 5). 1 when the best a is not above 0.
double p_of_no_linear_part(const LinearPowerBasis& basis, std::span<const double> values,
                           const LinearPowerOptions& options, const LinearPowerFit& fit);

}  // namespace sneddon
