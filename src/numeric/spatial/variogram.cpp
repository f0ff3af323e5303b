#include "numeric/spatial/variogram.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

#include "numeric/sum/compensated_sum.hpp"

namespace sneddon {
namespace {

constexpr double most_classes = 1e6;  // more would be a mistaken width, and fill the memory

struct PairSums {
    std::size_t pairs = 0;
    CompensatedSum distance, squares, roots;

    void add(double pair_distance, double difference) {
        ++pairs;
        distance.add(pair_distance);
        squares.add(difference * difference);
        roots.add(std::sqrt(std::abs(difference)));
    }

    VariogramClass finished() const {
        const auto n = static_cast<double>(pairs);
        const double mean_root = roots.value() / n;
        const double fourth_power = mean_root * mean_root * mean_root * mean_root;
        // The mean root to the fourth is less disturbed by single values than the mean square; the
        // divisor makes it unbiased for Gaussian ones (Cressie and Hawkins 1980, Math. Geol. 12,
        // 115).
        return {distance.value() / n, pairs, squares.value() / n / 2,
                fourth_power / (0.457 + 0.494 / n + 0.045 / (n * n)) / 2};
    }
};

std::vector<VariogramClass> finished(std::span<const PairSums> sums) {
    std::vector<VariogramClass> classes;
    for (const auto& sum : sums)
        if (sum.pairs > 0) classes.push_back(sum.finished());
    return classes;
}

struct Point {
    std::size_t band;  ///< of y, as high as the largest distance
    double x, y, value;

    auto key() const { return std::tie(band, x, y, value); }
};

// Sorted by band, then x: the partners of a point lie in a short run of its own band and of the
// next. The order of summation depends on the points alone, not on their order in the input.
std::vector<Point> banded_points(std::span<const double> x, std::span<const double> y,
                                 std::span<const double> values, double largest_distance) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i]) && std::isfinite(values[i]))
            points.push_back({0, x[i], y[i], values[i]});
    if (points.empty()) return points;
    const auto [lowest, highest] = std::ranges::minmax_element(points, {}, &Point::y);
    const double bottom = lowest->y;
    // A pair at the largest distance itself is in neighbouring bands, whatever rounding says. No
    // more bands than points, however small the distance.
    const double height = std::max(largest_distance * (1 + 1e-9),
                                   (highest->y - bottom) / static_cast<double>(points.size()));
    for (auto& point : points) point.band = static_cast<std::size_t>((point.y - bottom) / height);
    std::ranges::sort(points, {}, &Point::key);
    return points;
}

template <class Visit>
void for_each_pair(std::span<const Point> points, double largest_distance, Visit visit) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& from = points[i];
        const auto visit_run = [&](std::size_t first, std::size_t band) {
            for (std::size_t j = first; j < points.size() && points[j].band == band; ++j) {
                const double dx = points[j].x - from.x, dy = points[j].y - from.y;
                if (dx > largest_distance) break;
                const double distance = std::sqrt(dx * dx + dy * dy);
                if (distance <= largest_distance) visit(distance, points[j].value - from.value);
            }
        };
        visit_run(i + 1, from.band);
        const auto next = std::ranges::lower_bound(
            points, std::pair(from.band + 1, from.x - largest_distance), {},
            [](const Point& point) { return std::pair(point.band, point.x); });
        visit_run(static_cast<std::size_t>(next - points.begin()), from.band + 1);
    }
}

}  // namespace

std::vector<VariogramClass> empirical_variogram(std::span<const double> x,
                                                std::span<const double> y,
                                                std::span<const double> values,
                                                const VariogramOptions& options) {
    assert(x.size() == y.size() && x.size() == values.size());
    const double width = options.lag_width, largest = options.largest_distance;
    if (!(width > 0) || !(largest > 0) || !(largest / width < most_classes)) return {};
    const auto points = banded_points(x, y, values, largest);
    std::vector<PairSums> sums(static_cast<std::size_t>(largest / width + 0.5) + 1);
    for_each_pair(points, largest, [&](double distance, double difference) {
        sums[static_cast<std::size_t>(distance / width + 0.5)].add(distance, difference);
    });
    return finished(sums);
}

std::vector<VariogramClass> variogram_over_order(std::span<const double> series,
                                                 std::size_t largest_lag) {
    std::vector<PairSums> sums(std::min(largest_lag + 1, series.size()));
    for (std::size_t lag = 1; lag < sums.size(); ++lag)
        for (std::size_t i = lag; i < series.size(); ++i)
            if (const double difference = series[i] - series[i - lag]; std::isfinite(difference))
                sums[lag].add(static_cast<double>(lag), difference);
    return finished(sums);
}

}  // namespace sneddon
