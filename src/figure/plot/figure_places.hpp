// Where each test of a raster stands, for a brush over a million of them.
#pragma once

#include <cstddef>
#include <string>

#include "figure/plot/figure.hpp"

namespace sneddon {

/// Two bytes a row of tests.csv: first all columns, then all rows of a grid of 255 x 255 over the
/// frame of the panel with rasters of tests; 255 is a test that is not drawn there. Empty when no
/// panel has one.
std::string figure_places(const Figure& figure, std::size_t rows);

/// What a line over a raster of curves needs, curve by curve: row of tests.csv (4 bytes, the lowest
/// first), panel (1 byte), then 40 points of two bytes, columns and rows as above. Empty when the
/// figure has no curves of tests.
std::string figure_curves(const Figure& figure, std::size_t rows);

}  // namespace sneddon
