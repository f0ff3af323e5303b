// The parameters of a mixture as free numbers, and the length of a step between two mixtures.
#pragma once

#include <optional>
#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// ln w, mu, and the Cholesky factor of Sigma with the logarithms of its diagonal: any real numbers
/// are a valid mixture (weights are normalised on the way back). None if Sigma is singular.
std::optional<std::vector<double>> to_free_parameters(const GaussianMixture& mixture);
GaussianMixture from_free_parameters(const std::vector<double>& parameters, std::size_t components,
                                     std::size_t dimensions);

/// delta of EmOptions for the step from -> to of n weighted rows; infinite if `from` is singular.
double step_length(const GaussianMixture& from, const GaussianMixture& to, double total_weight);

}  // namespace sneddon
