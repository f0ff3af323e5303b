#include "numeric/mixture/search/placed_rows.hpp"

#include <algorithm>

#include "numeric/mixture/cells.hpp"
#include "numeric/mixture/ward.hpp"

namespace sneddon {
namespace {

constexpr std::size_t rows_per_stretch = 64;

PlacedRows::Stretch stretch_of(const Points& points, std::size_t first, std::size_t last) {
    PlacedRows::Stretch stretch{first, last, 0, {}, {}};
    for (std::size_t i = first; i < last; ++i) stretch.weight += points.weight(i);
    for (std::size_t a = 0; a < points.dimensions(); ++a) {
        const auto begin = points.columns[a].begin();
        const auto [low, high] = std::minmax_element(begin + static_cast<std::ptrdiff_t>(first),
                                                     begin + static_cast<std::ptrdiff_t>(last));
        stretch.low[a] = *low;
        stretch.high[a] = *high;
    }
    return stretch;
}

}  // namespace

PlacedRows place_rows(const Points& points, double stands_for) {
    const CellOrder cells = order_by_cells(points, points.rows / rows_per_stretch + 1);
    PlacedRows placed{choose_rows(points, cells.rows), points.total_weight(), stands_for, {}};
    for (std::size_t n = 0; n + 1 < cells.begins.size(); ++n)
        placed.stretches.push_back(stretch_of(placed.points, cells.begins[n], cells.begins[n + 1]));
    return placed;
}

std::vector<PlacedRows::Range> PlacedRows::near(const std::vector<double>& mean,
                                                const std::vector<double>& reach,
                                                double& weight) const {
    std::vector<Range> ranges;
    weight = 0;
    for (const Stretch& stretch : stretches) {
        bool is_near = true;
        for (std::size_t a = 0; a < mean.size(); ++a)
            is_near = is_near && stretch.low[a] <= mean[a] + reach[a] &&
                      stretch.high[a] >= mean[a] - reach[a];
        if (!is_near) continue;
        weight += stretch.weight;
        if (!ranges.empty() && ranges.back().last == stretch.first)
            ranges.back().last = stretch.last;
        else
            ranges.push_back({stretch.first, stretch.last});
    }
    return ranges;
}

}  // namespace sneddon
