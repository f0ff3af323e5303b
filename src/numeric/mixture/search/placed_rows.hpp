// Rows in an order in which neighbours lie side by side, so that a pass for a small component may
// leave out all rows that are far from it.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "numeric/mixture/kernel/mixture_kernel.hpp"
#include "sneddon/numeric/points.hpp"

namespace sneddon {

struct PlacedRows {
    /// Rows [first, last) and the box they lie in.
    struct Stretch {
        std::size_t first, last;
        double weight;
        std::array<double, kernel_dimensions> low, high;
    };
    struct Range {
        std::size_t first, last;
    };

    Points points;
    double total_weight = 0;
    double stands_for = 0;  ///< the weight of the rows that these cells, say, are made of
    std::vector<Stretch> stretches;

    /// The stretches that reach into the box mean +- reach, joined where they touch; `weight`
    /// becomes that of their rows.
    std::vector<Range> near(const std::vector<double>& mean, const std::vector<double>& reach,
                            double& weight) const;
};

/// A copy of the rows by the cells of mean_cells, of some 64 rows each.
PlacedRows place_rows(const Points& points, double stands_for);

}  // namespace sneddon
