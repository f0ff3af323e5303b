// The rows of a table that `fit unloading` uses.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/fit/fit_columns.hpp"

namespace sneddon {

struct UnloadingWindow {
    std::vector<double> depth, load;
    double F_max = 0;
    std::size_t before_maximum = 0;   ///< rows of the window above the row of the largest load
    std::vector<std::string> spikes;  ///< "row 41 of column \"P\", 3000 beside 181.8": left out
};

/// Rows with low F_max <= P <= high F_max, closed, in the order of the table. Columns: depth, load.
/// Single rows that stand out from both neighbours (numeric/sum/spikes.hpp) take no part, nor in
/// F_max: one of them would make the window.
UnloadingWindow unloading_window(const NumberColumns& table, double low, double high);

}  // namespace sneddon
