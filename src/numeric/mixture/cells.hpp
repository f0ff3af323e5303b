// Many rows as few: the mean of the rows of each cell, weighted by how many they are.
#pragma once

#include <cstddef>
#include <vector>

#include "sneddon/numeric/points.hpp"

namespace sneddon {

/// At most `count` cells: again and again the one of the largest scatter (sum of w (x - mean)^2
/// along the axis where it is largest) falls in two at its mean along that axis. Sums over the
/// cells are those over the rows, but for the scatter within a cell; a part of the rows drawn by
/// chance has its own noise instead. The weights add up to the number of cells. The rows
/// themselves, copied, where they are no more than `count`.
Points mean_cells(const Points& points, std::size_t count);

/// The rows cell by cell, and where each cell begins among them; the last of these is their number.
struct CellOrder {
    std::vector<std::size_t> rows, begins;
};
CellOrder order_by_cells(const Points& points, std::size_t count);

}  // namespace sneddon
