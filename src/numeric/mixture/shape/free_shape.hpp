// The parameters of a mixture as free numbers: any real numbers are a valid mixture.
#pragma once

#include <optional>
#include <vector>

#include "numeric/mixture/shape/shaped_mixture.hpp"

namespace sneddon {

/// ln w (the noise last), mu, the Cholesky factor of Sigma with the logarithms of its diagonal,
/// delta, ln nu. None where Sigma is singular.
std::optional<std::vector<double>> to_free(const ShapedMixture& mixture);

/// Of the family and the size of `like`; degrees of freedom are kept within their limits.
ShapedMixture from_free(const std::vector<double>& parameters, const ShapedMixture& like);

}  // namespace sneddon
