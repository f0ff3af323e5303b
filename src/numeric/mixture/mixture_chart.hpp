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

/// Component j, with s_j = sqrt(n w_j) and Sigma_j = L L' of the centre:
///   weight ~ w_j exp(x / s_j), mean mu_j + L x / s_j, Cholesky factor L M with
///   M_aa = exp(x / (sqrt(2) s_j)) and M_ab = x / s_j below the diagonal.
/// Every x is a valid mixture; x = 0 is the centre.
class MixtureChart {
  public:
    /// None if a covariance of the centre is singular. `total_weight`: n.
    static std::optional<MixtureChart> around(const GaussianMixture& centre, double total_weight);

    std::size_t size() const;
    GaussianMixture mixture(std::span<const double> x) const;
    /// Of the log-likelihood at x; `statistics` were collected under mixture(x).
    std::vector<double> gradient(std::span<const double> x,
                                 const MixtureStatistics& statistics) const;
    /// The largest change of a logarithm of a weight or an axis, or of a mean in standard
    /// deviations, that the step makes.
    double largest_change(std::span<const double> step) const;

  private:
    MixtureChart() = default;
    std::span<const double> part_of(std::span<const double> x, std::size_t j) const;

    GaussianMixture centre_;
    std::vector<double> lower_;   ///< k x d x d Cholesky factors
    std::vector<double> scales_;  ///< s_j
    double total_weight_ = 0;
};

}  // namespace sneddon
