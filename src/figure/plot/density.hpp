// Many points or many curves as counts on a raster.
#pragma once

#include <cstddef>
#include <vector>

#include "figure/plot/figure_layout.hpp"

namespace sneddon {

struct Density {
    std::size_t width = 0, height = 0;
    std::vector<unsigned> counts;  ///< row by row from the top
    unsigned most = 0;
    double places_per_mm_x = 0, places_per_mm_y = 0;
};

/// point_density: how many fall on each place. curve_density: how many curves touch it, each once.
/// Four places a millimetre (100 dpi), or those of FigureAxis::raster_step.
Density density_of(const Mark& mark, const Panel& panel, const PanelLayout& layout);

/// The centre of a place in the units of the axes.
double value_at(const FigureScale& scale, double part);

/// The mark is drawn as a raster.
bool is_raster(const Mark& mark);

}  // namespace sneddon
