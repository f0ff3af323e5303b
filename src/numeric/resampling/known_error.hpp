// An estimate with a standard error from scatter, and an error of known size beside it.
#pragma once

#include "base/nan.hpp"

namespace sneddon {

/// `se` with `df` degrees of freedom; `u_known` of the calibration, as if from endless values. What
/// is not known (NaN) counts nothing: whoever adds says so.
struct EstimateError {
    double se = nan;
    double df = nan;
    double u_known = 0;

    double together() const;  ///< the root of both squares
};

/// Half of the two-sided interval: sqrt([t(1 - alpha/2, df) se]^2 + [z(1 - alpha/2) u]^2), alpha =
/// 1 - level. Each part gets the factor of its own law. (The degrees of freedom of Welch and
/// Satterthwaite for both together would make the interval narrower where a known error is added to
/// a standard error of few degrees of freedom.)
double reach_of(const EstimateError& error, double level = 0.95);

/// p of "not above 0" of an estimate: the alpha at which the one-sided reach ends at it. Without a
/// known error that of Student's test. NaN without a standard error.
double one_sided_p(double estimate, const EstimateError& error);
/// Twice the smaller one-sided p.
double two_sided_p(double estimate, const EstimateError& error);

}  // namespace sneddon
