// A cloud of weighted points: n rows of d coordinates, stored column by column.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

class RandomStream;

/// Most coordinates a point may have (the densities are small dense matrices).
inline constexpr std::size_t most_dimensions = 8;

struct Points {
    std::size_t rows = 0;
    std::vector<std::vector<double>> columns;  ///< d columns of `rows` values
    std::vector<double> weights;               ///< empty: every row counts once

    std::size_t dimensions() const { return columns.size(); }
    double weight(std::size_t row) const { return weights.empty() ? 1.0 : weights[row]; }
    double total_weight() const;
};

/// Copies columns of one length, 1 to most_dimensions of them, all finite; weights empty or one
/// per row, finite and not negative. A row of weight 0 is left out. Errors SND-G020 to SND-G022.
Result<Points> make_points(std::span<const std::vector<double>> columns,
                           std::span<const double> weights = {});

/// Rows `chosen`, in that order (a row may be chosen more than once).
Points choose_rows(const Points& points, std::span<const std::size_t> chosen);

/// `count` different rows drawn without regard to their weights, ascending; all if count >= rows.
std::vector<std::size_t> draw_rows(std::size_t rows, std::size_t count, RandomStream& random);

}  // namespace sneddon
