#pragma once

#include <vector>

#include "figure/plot/figure_layout.hpp"

namespace sneddon {

inline constexpr double legend_row_mm = 3.6;
inline constexpr double legend_key_mm = 5.0;

/// Keys in columns as wide as the widest label, at the top of the figure; the word SIMULATED keeps
/// the right of the first row. What does not fit in 40 % of the height is counted in words.
std::vector<LegendPlace> legend_of(const Figure& figure);

/// How wide the word SIMULATED is.
double simulated_mm();

}  // namespace sneddon
