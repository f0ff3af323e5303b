#pragma once

#include <span>

namespace sneddon {

/// Pearson's r over the pairs of which both are numbers; NaN for fewer than 3 or no spread.
double pearson(std::span<const double> x, std::span<const double> y);

}  // namespace sneddon
