// The variogram of a map, of any number of places.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "numeric/spatial/variogram.hpp"

namespace sneddon {

/// Of all pairs up to half of the map (Journel and Huijbregts 1978). Above 5,000 places there are
/// too many: up to ten pitches all pairs within squares of 32 pitches count, of so many squares
/// evenly over the map as hold 50,000 to 200,000 places, and beyond them the pairs of 5,000 places
/// drawn by chance.
std::vector<VariogramClass> map_variogram(std::span<const double> x_um,
                                          std::span<const double> y_um,
                                          std::span<const double> values, double pitch_um,
                                          double longest_side_um, std::uint64_t seed);

}  // namespace sneddon
