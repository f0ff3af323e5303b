// Parameters as unbounded coordinates along which a log-likelihood is close to a parabola.
#pragma once

#include <array>
#include <cstddef>

#include "sneddon/numeric/distribution.hpp"

namespace sneddon {

using Coordinates = std::array<double, 3>;

/// Logarithms of what must be positive; of gamma those of shape and mean, which are nearly
/// independent; of weibull3 that of `ceiling` - loc in place of loc, with the ceiling above which
/// no loc is possible: the least upper end of the values.
Coordinates coordinates_of(const Distribution& distribution, double ceiling);
Distribution at_coordinates(DistributionFamily family, const Coordinates& coordinates,
                            double ceiling);

/// How far the coordinates may be off by chance, roughly: the scale of a search.
Coordinates rough_widths(const Distribution& distribution, std::size_t n);

}  // namespace sneddon
