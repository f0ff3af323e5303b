#include "numeric/mixture/cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <queue>
#include <vector>

namespace sneddon {
namespace {

using Coordinates = std::array<double, most_dimensions>;

/// Rows [first, last) of the order.
struct Cell {
    std::size_t first, last;
    double weight = 0, scatter = 0;  ///< the scatter along the axis
    std::size_t axis = 0;
    Coordinates mean{};
};

struct LessScatter {
    bool operator()(const Cell& a, const Cell& b) const {
        return a.scatter != b.scatter ? a.scatter < b.scatter : a.first > b.first;
    }
};

class CellMaker {
  public:
    explicit CellMaker(const Points& points) : points_(points), order_(points.rows) {
        for (std::size_t i = 0; i < points.rows; ++i) order_[i] = static_cast<std::uint32_t>(i);
        cells_.push(cell_of(0, points.rows));
    }

    void split_until(std::size_t count) {
        while (cells_.size() < count && cells_.top().scatter > 0) {
            const Cell cell = cells_.top();
            const std::size_t middle = divide(cell);
            // Rounding: the mean of rows that hardly differ may lie beyond all of them.
            if (middle == cell.first || middle == cell.last) return;
            cells_.pop();
            cells_.push(cell_of(cell.first, middle));
            cells_.push(cell_of(middle, cell.last));
        }
    }

    Points means() {
        const double scale = static_cast<double>(cells_.size()) / points_.total_weight();
        constexpr double unit = 0x1p-20;  // of a cell: so that sums of weights are exact
        Points means;
        means.rows = cells_.size();
        means.columns.resize(points_.dimensions());
        for (; !cells_.empty(); cells_.pop()) {
            means.weights.push_back(std::round(cells_.top().weight * scale / unit) * unit);
            for (std::size_t a = 0; a < points_.dimensions(); ++a)
                means.columns[a].push_back(cells_.top().mean[a]);
        }
        return means;
    }

    CellOrder order() {
        CellOrder order{{order_.begin(), order_.end()}, {order_.size()}};
        for (; !cells_.empty(); cells_.pop()) order.begins.push_back(cells_.top().first);
        std::ranges::sort(order.begins);
        return order;
    }

  private:
    Cell cell_of(std::size_t first, std::size_t last) const {
        Cell cell{first, last};
        const std::size_t d = points_.dimensions();
        // About a row of the cell: far from zero the squares would cancel.
        Coordinates about{}, sums{}, squares{};
        for (std::size_t a = 0; a < d; ++a) about[a] = points_.columns[a][order_[first]];
        for (std::size_t i = first; i < last; ++i) {
            const std::size_t row = order_[i];
            const double weight = points_.weight(row);
            cell.weight += weight;
            for (std::size_t a = 0; a < d; ++a) {
                const double x = points_.columns[a][row] - about[a];
                sums[a] += weight * x;
                squares[a] += weight * x * x;
            }
        }
        for (std::size_t a = 0; a < d; ++a) {
            cell.mean[a] = about[a] + sums[a] / cell.weight;
            const double scatter = squares[a] - sums[a] * sums[a] / cell.weight;
            if (scatter <= cell.scatter) continue;
            cell.scatter = scatter;
            cell.axis = a;
        }
        return cell;
    }

    /// The rows below the mean go first, in their order; where the others begin.
    std::size_t divide(const Cell& cell) {
        const std::vector<double>& column = points_.columns[cell.axis];
        above_.clear();
        std::size_t next = cell.first;
        for (std::size_t i = cell.first; i < cell.last; ++i) {
            const std::uint32_t row = order_[i];
            if (column[row] < cell.mean[cell.axis])
                order_[next++] = row;
            else
                above_.push_back(row);
        }
        std::ranges::copy(above_, order_.begin() + static_cast<std::ptrdiff_t>(next));
        return next;
    }

    const Points& points_;
    std::vector<std::uint32_t> order_, above_;
    std::priority_queue<Cell, std::vector<Cell>, LessScatter> cells_;
};

}  // namespace

Points mean_cells(const Points& points, std::size_t count) {
    if (points.rows <= count) return points;
    CellMaker maker(points);
    maker.split_until(count);
    return maker.means();
}

CellOrder order_by_cells(const Points& points, std::size_t count) {
    CellMaker maker(points);
    maker.split_until(count);
    return maker.order();
}

}  // namespace sneddon
