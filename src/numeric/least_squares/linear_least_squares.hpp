// Linear least squares that keeps its digits on badly conditioned columns.
#pragma once

#include <span>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {

struct LinearFit {
    bool is_fitted = false;  ///< false: fewer rows than columns, dependent columns, not finite
    std::vector<double> coefficients;
    std::vector<double> standard_errors;  ///< sqrt of the diagonal of (X'X)^-1 ssr/(m - n)
    double ssr = nan;                     ///< sum of squared residuals
    double residual_sd = nan;             ///< sqrt(ssr / (m - n))
};

/// Minimises |X b - y|. `columns`: X column by column, n times m numbers with m = y.size().
/// Householder QR of X with its columns scaled to length one, then iterative refinement of
/// coefficients and residuals together in twice the precision (Bjorck 1967, BIT 7, 257). Never the
/// normal equations.
LinearFit fit_linear(std::span<const double> columns, std::span<const double> y);

/// The same with the columns 1, x, .. x^degree, the powers kept in twice the precision: rounding
/// them to doubles alone costs the Filip data of NIST its eighth digit.
LinearFit fit_polynomial(std::span<const double> x, std::span<const double> y, int degree);

}  // namespace sneddon
