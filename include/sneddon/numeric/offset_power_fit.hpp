// y = a + b x^q by least squares in y: linear in (a, b), so only q is searched (variable
// projection, Golub and Pereyra 1973). No starting values, no divergence.
#pragma once

#include <cstddef>
#include <span>

namespace sneddon {

struct OffsetPowerOptions {
    double q_min = 0.2;
    double q_max = 1.0;
};

/// q is the global minimum over [q_min, q_max], converged on the gradient (relative 1e-12).
struct OffsetPowerFit {
    bool is_fitted = false;  ///< false: fewer than 4 points, x not positive or all equal
    double a = 0, b = 0, q = 0;
    double ssr = 0;  ///< sum of squared residuals
    std::size_t n = 0;
    bool is_at_bound = false;  ///< q at q_min or q_max: the data want a value outside
};

/// x > 0 of any scale (best scaled near 1), y of the same length.
OffsetPowerFit fit_offset_power(std::span<const double> x, std::span<const double> y,
                                const OffsetPowerOptions& options = {});

}  // namespace sneddon
