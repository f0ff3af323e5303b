// The derivatives of y0 + a t + b (t - t0)^c at the nodes, and what follows from them: Gauss-Newton
// steps, standard errors, correlations, the condition number.
#pragma once

#include <span>
#include <vector>

#include "numeric/least_squares/linear_power_search.hpp"

namespace sneddon {

class LinearPowerJacobian {
  public:
    /// For the parameters that moved freely: neither fixed nor at a bound.
    LinearPowerJacobian(const LinearPowerBasis::Prepared& basis, const LinearPowerFit& fit,
                        const LinearPowerOptions& options);

    std::size_t parameter_count() const { return parameters_.size(); }

    /// The fitted curve at the nodes.
    std::span<const double> curve() const { return curve_; }

    bool has_inverse() const { return has_inverse_; }

    /// Moves the fit by the undamped Gauss-Newton step for residuals given by their compressed
    /// values; returns by how much the sum of squares falls.
    double step(std::span<const double> compressed_residuals, LinearPowerFit& fit) const;

    /// Fills errors, correlation and condition number from fit.residual_sd and fit.inflation.
    void add_errors(LinearPowerFit& fit) const;

  private:
    void invert(std::span<const double> gram);

    std::vector<LinearPowerParameter> parameters_;
    std::vector<std::vector<double>> columns_;
    std::vector<double> curve_;
    std::vector<double> length_;   ///< of the columns over the instants
    std::vector<double> inverse_;  ///< of J'J with columns of length one, row by row
    double condition_ = 0;
    bool has_inverse_ = false;
};

}  // namespace sneddon
