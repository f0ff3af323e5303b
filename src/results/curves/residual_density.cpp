#include "results/curves/residual_density.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

/// The cell of so many between low and high; all is in the first where these are one.
std::size_t cell_of(double value, double low, double high, std::size_t cells) {
    if (!(high > low)) return 0;
    const double place = (value - low) / (high - low) * static_cast<double>(cells);
    return std::min(cells - 1, static_cast<std::size_t>(std::max(0.0, place)));
}

}  // namespace

ResidualDensity residual_density(const std::vector<double>& depth_nm,
                                 const std::vector<double>& residual_nm) {
    ResidualDensity density;
    if (depth_nm.empty() || depth_nm.size() != residual_nm.size()) return density;
    const auto [low, high] = std::ranges::minmax(depth_nm);
    density.depth_low_nm = low;
    density.depth_high_nm = high;
    for (const double residual : residual_nm)
        density.largest_nm = std::max(density.largest_nm, std::fabs(residual));
    density.counts.assign(ResidualDensity::columns * ResidualDensity::rows, 0);
    for (std::size_t i = 0; i < depth_nm.size(); ++i) {
        const std::size_t column = cell_of(depth_nm[i], low, high, ResidualDensity::columns);
        const std::size_t row =
            cell_of(residual_nm[i], -density.largest_nm, density.largest_nm, ResidualDensity::rows);
        ++density.counts[row * ResidualDensity::columns + column];
    }
    return density;
}

}  // namespace sneddon
