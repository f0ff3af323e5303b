// A series of Oliver and Pharr in the place of a table of areas.
#pragma once

#include <span>

#include "sneddon/base/result.hpp"
#include "sneddon/model/area_function.hpp"

namespace sneddon {

/// A stated area is followed to so much of itself, at each of its depths.
inline constexpr double largest_table_error = 2e-3;

struct SeriesOfTable {
    AreaFunction area;  ///< valid from the first to the last depth
    int terms = 0;
    double largest_error = 0;  ///< of A, relative, over the rows
};

/// Least squares of A(h)/A - 1 over depths that ascend, with the fewest of 1 to 9 terms whose
/// largest error is 1e-4; else the best of those that rise over the table. SND-A036: none is within
/// 2e-3 of every row.
Result<SeriesOfTable> area_of_table(std::span<const double> h_c_nm, std::span<const double> A_nm2);

}  // namespace sneddon
