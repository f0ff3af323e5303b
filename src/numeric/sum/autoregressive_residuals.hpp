// Standard deviation and correlation of the noise about a fit, from the residuals that the fit
// left.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

inline constexpr std::size_t largest_estimator = 3;
using EstimatorRow = std::array<double, largest_estimator>;
using EstimatorMatrix = std::array<EstimatorRow, largest_estimator>;

/// A fit that is linear near its answer: parameters = A y, curve = B parameters, A B = 1. One row
/// per sample; the first `parameters` numbers of a row count.
struct LinearEstimator {
    std::size_t parameters = 0;
    std::vector<EstimatorRow> curve;   ///< rows of B: the curve's derivatives by the parameters
    std::vector<EstimatorRow> weight;  ///< columns of A: weight of the sample in each parameter
};

/// First-order autoregressive noise n_i = r n_(i-1) + fresh noise.
struct AutoregressiveNoise {
    double sd = 0;
    double correlation = 0;  ///< r of neighbours, from 0
};

/// A V A' with V_ij = r^|i-j|: covariance of the parameters under noise of variance 1.
EstimatorMatrix parameter_covariance(const LinearEstimator& estimator, double r);

/// A fit takes the slow part of correlated noise for its curve: of 750 samples with r = 0.95, three
/// parameters take 17 % of the variance, and what is left resembles its neighbours less. Answers
/// the r and sd for which the expected sum of squares of the residuals, tr(M V M'), and the
/// expected sum of products of neighbours are those found, M = 1 - B A. Negative correlation counts
/// as none. The largest r is 1 - 2/n: beyond, the noise is one slope over the window and not in the
/// residuals. `residuals`: one per row of the estimator, more than parameters.
AutoregressiveNoise noise_about_fit(std::span<const double> residuals,
                                    const LinearEstimator& estimator);

}  // namespace sneddon
