// How well the parameters of a fitted power law are known, from the Jacobian at the optimum.
#pragma once

#include <array>
#include <span>

#include "numeric/least_squares/shifted_power_fit.hpp"
#include "sneddon/numeric/offset_power_fit.hpp"

namespace sneddon {

using Covariance3 = std::array<std::array<double, 3>, 3>;

/// ssr/(n - p) (J'J)^-1 as for independent residuals of equal variance; p = 3, or 2 when the
/// exponent is at its bound: then its row and column are zero and the others are conditional on it.
/// All NaN without a fit, for n <= p and for columns of J that depend on each other. x as it was
/// fitted; the order is that of the fits' members: a, b, q and B, x0, m.
Covariance3 offset_power_covariance(std::span<const double> x, const OffsetPowerFit& fit);
Covariance3 shifted_power_covariance(std::span<const double> x, const ShiftedPowerFit& fit);

/// Standard error sqrt(g' C g) of a quantity with the gradient g.
double propagated_error(const Covariance3& covariance, const std::array<double, 3>& gradient);

}  // namespace sneddon
