// Mixtures of components that may be skewed or heavy-tailed, with or without a uniform background:
//   p(x) = sum_j w_j f(x; component j) + w_0 / V,   V the volume of the rows' box
// (Banfield and Raftery 1993). f is
// - the normal law,
// - the t law of nu_j degrees of freedom (Peel and McLachlan 2000), or
// - the restricted skew-normal law 2 N(x; mu, Omega) Phi(alpha) of Azzalini and Dalla Valle (1996),
//   Omega = Sigma + delta delta^T: x = mu + delta |u| + e, u normal, e of covariance Sigma.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

enum class ComponentFamily { gaussian, student_t, skew_normal };

/// "gaussian", "t", "skew-normal"
std::string name(ComponentFamily family);

struct ShapedMixture {
    ComponentFamily family = ComponentFamily::gaussian;
    std::size_t dimensions = 0;
    std::vector<double> weights;    ///< k; their sum is 1 less the weight of the noise
    std::vector<double> locations;  ///< k x d: mu, the mean of a normal or t component
    std::vector<double> scatters;   ///< k x d x d: Sigma, the covariance of a normal component
    std::vector<double> skews;      ///< k x d: delta; empty for other families
    std::vector<double> degrees;    ///< k: nu; empty for other families
    bool has_noise = false;
    double noise_weight = 0, log_noise_density = 0;

    std::size_t components() const { return weights.size(); }
};

/// Of the location, the scatter, the weights (one less than there are), delta, nu; the noise has
/// its weight and its volume.
std::size_t parameter_count(const ShapedMixture& mixture);

ShapedMixture shaped(const GaussianMixture& mixture);

/// Weights, means and covariances of the components without the noise; a t component of 2 degrees
/// of freedom or fewer has no covariance and gives its scatter.
GaussianMixture moments_of(const ShapedMixture& mixture);

/// The mixture of y_a = scale_a x_a + shift_a.
ShapedMixture affine_map(const ShapedMixture& mixture, const std::vector<double>& scale,
                         const std::vector<double>& shift);

/// The components in a new order; order[new] = old.
ShapedMixture reorder(const ShapedMixture& mixture, const std::vector<std::size_t>& order);

/// One over the volume of the box of the rows, as a logarithm.
double log_density_of_box(const Points& points);

struct ShapedEvaluation {
    double log_likelihood = 0;
    double map_log_posterior = 0;       ///< sum ln z of the label
    std::vector<double> posteriors;     ///< n x (k + 1 with noise, else k), by rows, noise last
    std::vector<std::uint32_t> labels;  ///< k stands for noise
};
/// log_likelihood is NaN where a scatter is not positive definite.
ShapedEvaluation evaluate(const ShapedMixture& mixture, const Points& points);

}  // namespace sneddon
