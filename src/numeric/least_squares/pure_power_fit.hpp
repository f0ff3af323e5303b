// y = b x^q by least squares in y: only q is searched.
#pragma once

#include <span>

namespace sneddon {

struct PurePowerFit {
    bool is_fitted = false;  ///< false: fewer than 3 points, x or y not positive, x all equal
    double b = 0, q = 0;
    double ssr = 0;            ///< sum of squared residuals
    bool is_at_bound = false;  ///< q at q_min or q_max: the points want a value outside
};

/// q is where the derivative of the sum of squares changes its sign within [q_min, q_max], halved
/// until doubles have no value between.
PurePowerFit fit_pure_power(std::span<const double> x, std::span<const double> y, double q_min,
                            double q_max);

}  // namespace sneddon
