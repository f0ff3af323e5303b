// Nonlinear least squares for a handful of parameters with exact derivatives.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace sneddon {

/// Fills the residuals r_i and, row by row, their exact derivatives d r_i / d p_j (entry i * p +
/// j). A parameter set outside the model's domain is answered with a residual that is not finite.
using ResidualFunction = std::function<void(
    std::span<const double> parameters, std::span<double> residuals, std::span<double> jacobian)>;

struct LevenbergMarquardtOptions {
    /// One descent from the start values for each first damping; the smallest sum of squares wins.
    /// No single damping solves every certified problem of NIST StRD, these four together do.
    std::vector<double> first_dampings = {0.1, 1e-3, 10, 1e3};
    /// The gradient counts as zero when the cosine between the residuals and every column of the
    /// Jacobian is below this.
    double gradient_tolerance = 1e-10;
    int max_steps = 10000;  ///< accepted and rejected steps of one descent
};

enum class LeastSquaresEnd {
    gradient_zero,        ///< a stationary point, by the cosine test
    step_below_rounding,  ///< the undamped step moves no parameter by more than 1e-10 of itself
    stalled,              ///< no step lowers the sum of squares, yet the gradient is not zero
    step_limit,
    start_not_finite,
};

/// "the gradient is zero", ...
std::string_view words(LeastSquaresEnd end);

struct LevenbergMarquardtResult {
    LeastSquaresEnd end = LeastSquaresEnd::start_not_finite;
    std::vector<double> parameters;
    double ssr = 0;  ///< sum of squared residuals, from the residuals themselves
    /// (J'J)^-1 ssr / (n - p), row by row; NaN for n <= p or dependent columns.
    std::vector<double> covariance;
    std::vector<double> standard_errors;
    double gradient_cosine = 0;  ///< largest |J_j . r| / (|J_j| |r|)
    int steps = 0;               ///< of all descents together

    bool is_converged() const {
        return end == LeastSquaresEnd::gradient_zero || end == LeastSquaresEnd::step_below_rounding;
    }
};

/// Levenberg-Marquardt with the columns scaled by the running maximum of their norms (More 1978),
/// the damping of Nielsen (1999, IMM-REP-1999-05) and QR instead of normal equations; ended by
/// undamped Gauss-Newton steps that are judged by the gradient, because the sum of squares stops
/// falling at half of the digits.
LevenbergMarquardtResult levenberg_marquardt(const ResidualFunction& function,
                                             std::span<const double> start,
                                             std::size_t residual_count,
                                             const LevenbergMarquardtOptions& options = {});

}  // namespace sneddon
