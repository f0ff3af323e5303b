// Many points or many curves as counts on a raster.
#pragma once

#include <cstddef>
#include <vector>

#include "figure_layout.hpp"

namespace sneddon {

struct Density {
    std::size_t width = 0, height = 0;
    std::vector<unsigned> counts;  ///< row by row from the top
    unsigned most = 0;
};

/// Four places a millimetre (100 dpi): a figure of 85 mm has 300 columns.
inline constexpr double places_per_mm = 4;

/// points: how many fall on each place. curve_density: how many curves touch it, each once.
Density density_of(const Mark& mark, const FigureScale& x, const FigureScale& y);

/// The centre of a place in the units of the axes.
double value_at(const FigureScale& scale, double part);

/// The mark is drawn as a raster.
bool is_raster(const Mark& mark);

}  // namespace sneddon
