// Free coordinates of the mixtures around one of them, in units in which the complete-data
// information there is the identity: near the centre a step of EM is the gradient itself, and the
// curvature of the likelihood lies between 0 and 1 along every direction.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "numeric/mixture/mixture_statistics.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// What a straight line of the chart is.
enum class ChartKind {
    /// Logarithms of weights and factors of covariances: every x is a valid mixture.
    factors,
    /// Moments. Where two components describe one group between them, what one gains the other
    /// loses: the likelihood hardly changes along a line of moments, which in other coordinates
    /// is a bent valley.
    moments
};

/// Component j, with s_j = sqrt(n w_j) and Sigma_j = L L' of the centre:
///   weight ~ w_j exp(x / s_j), mean mu_j + L x / s_j, Cholesky factor L M with
///   M_aa = exp(x / (sqrt(2) s_j)) and M_ab = x / s_j below the diagonal.
/// or, about mu_j and in units of L, the parts 1 + x / s_j of its rows, x / s_j of their sums,
/// and of their squares 1 + x_w / s_j + sqrt(2) x / s_j on the diagonal and x / s_j below it.
/// x = 0 is the centre, and the changes of both kinds begin alike.
class MixtureChart {
  public:
    /// None if a covariance of the centre is singular. `total_weight`: n.
    static std::optional<MixtureChart> around(const GaussianMixture& centre, double total_weight,
                                              ChartKind kind = ChartKind::factors);

    std::size_t size() const;
    /// None where a weight would be negative.
    std::optional<GaussianMixture> mixture(std::span<const double> x) const;
    /// Of the log-likelihood at x; `statistics` were collected under mixture(x).
    std::vector<double> gradient(std::span<const double> x,
                                 const MixtureStatistics& statistics) const;
    /// The largest change of a logarithm of a weight or an axis, or of a mean in standard
    /// deviations, that the step makes.
    double largest_change(std::span<const double> step) const;

  private:
    MixtureChart() = default;
    GaussianMixture mixture_of_factors(std::span<const double> x) const;
    std::optional<GaussianMixture> mixture_of_moments(std::span<const double> x) const;
    std::vector<double> gradient_of_factors(std::span<const double> x,
                                            const MixtureStatistics& statistics) const;
    std::vector<double> gradient_of_moments(std::span<const double> x,
                                            const MixtureStatistics& statistics) const;
    std::span<const double> part_of(std::span<const double> x, std::size_t j) const;

    ChartKind kind_ = ChartKind::factors;
    GaussianMixture centre_;
    std::vector<double> lower_;   ///< k x d x d Cholesky factors
    std::vector<double> scales_;  ///< s_j
    double total_weight_ = 0;
};

}  // namespace sneddon
