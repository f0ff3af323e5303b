// A mixture of Gaussians with full covariances:
//   p(x) = sum_j w_j N(x; mu_j, Sigma_j),   z_j(x) = w_j N(x; mu_j, Sigma_j) / p(x)
// McLachlan and Peel 2000, Finite Mixture Models, ch. 3.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sneddon/numeric/points.hpp"

namespace sneddon {

class RandomStream;

struct GaussianMixture {
    std::size_t dimensions = 0;
    std::vector<double> weights;      ///< k values, their sum is 1
    std::vector<double> means;        ///< k x d, by components
    std::vector<double> covariances;  ///< k x d x d, by components, symmetric positive definite

    std::size_t components() const { return weights.size(); }
    std::span<const double> mean(std::size_t j) const;
    std::span<const double> covariance(std::size_t j) const;
};

/// Free parameters of k components in d dimensions: k d + k d (d+1)/2 + k - 1.
std::size_t parameter_count(std::size_t components, std::size_t dimensions);

/// ln p(x); NaN if a covariance is not positive definite.
double log_density(const GaussianMixture& mixture, std::span<const double> x);

/// z_j(x) for every component.
std::vector<double> posterior(const GaussianMixture& mixture, std::span<const double> x);

/// What the mixture says about each row. Sums are weighted by the rows' weights.
struct MixtureEvaluation {
    double log_likelihood = 0;               ///< sum ln p(x_i)
    double map_log_posterior = 0;            ///< sum ln z_map(x_i), 0 if all are certain
    std::vector<std::uint32_t> labels;       ///< the most probable component of each row
    std::vector<double> largest_posteriors;  ///< z of that component
    std::vector<double> log_densities;       ///< ln p(x_i)
    std::vector<double> counts;              ///< rows (weight) with each label, k values
};
MixtureEvaluation evaluate(const GaussianMixture& mixture, const Points& points);

/// n x k posteriors, by rows: only on request, the fit itself never builds them.
std::vector<double> posteriors(const GaussianMixture& mixture, const Points& points);

/// Lower is better for each of the three (some programs print the opposite sign).
struct MixtureCriteria {
    double aic = 0;  ///< -2 LL + 2 p (Akaike 1974)
    double bic = 0;  ///< -2 LL + p ln n (Schwarz 1978), n = sum of the rows' weights
    double icl = 0;  ///< BIC - 2 sum ln z_map (Biernacki, Celeux and Govaert 2000)
};
MixtureCriteria mixture_criteria(const MixtureEvaluation& evaluation, std::size_t parameters,
                                 double total_weight);

struct MixtureSample {
    Points points;
    std::vector<std::uint32_t> labels;  ///< the component each row was drawn from
};
MixtureSample sample(const GaussianMixture& mixture, std::size_t rows, RandomStream& random);

/// The components in a new order; order[new] = old.
GaussianMixture reorder(const GaussianMixture& mixture, std::span<const std::size_t> order);

/// The order in which the first coordinate's means ascend (ties: next coordinate, then weight).
std::vector<std::size_t> order_by_first_mean(const GaussianMixture& mixture);

/// The mixture of y_a = scale_a x_a + shift_a.
GaussianMixture affine_map(const GaussianMixture& mixture, std::span<const double> scale,
                           std::span<const double> shift);

}  // namespace sneddon
