// The direction along which the components of a mixture lie apart.
#pragma once

#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// Fisher's discriminant of the mixture: the direction of most scatter of the means in units of the
/// scatter within components. No labels, no rows.
std::vector<double> discriminant_direction(const GaussianMixture& mixture);

/// Each row along the direction.
std::vector<double> projected(const Points& points, const std::vector<double>& direction);

}  // namespace sneddon
