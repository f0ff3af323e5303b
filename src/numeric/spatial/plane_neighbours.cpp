#include "numeric/spatial/plane_neighbours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

struct Place {
    double x, y;
    std::size_t point;  ///< in the caller's order
};

struct Near {
    double squared = std::numeric_limits<double>::infinity();
    std::size_t point = 0;

    bool operator<(const Near& other) const {
        return std::pair(squared, point) < std::pair(other.squared, other.point);
    }
};

/// Halves of halves, each along its longer side (Bentley 1975, Comm. ACM 18, 509): the middle of a
/// range parts it, so that no pointers are needed.
class HalvedPlane {
  public:
    HalvedPlane(std::span<const double> x, std::span<const double> y) {
        for (std::size_t i = 0; i < x.size(); ++i)
            if (std::isfinite(x[i]) && std::isfinite(y[i])) places_.push_back({x[i], y[i], i});
        is_along_x_.resize(places_.size());
        part(0, places_.size());
    }

    const std::vector<Place>& places() const { return places_; }

    /// The nearest others, the nearest first.
    std::vector<Near> nearest(const Place& place, std::size_t count) const {
        std::vector<Near> found;
        found.reserve(count + 1);
        search(place, count, 0, places_.size(), found);
        return found;
    }

  private:
    void part(std::size_t begin, std::size_t end) {
        if (end - begin < 2) return;
        double low_x = places_[begin].x, high_x = low_x, low_y = places_[begin].y, high_y = low_y;
        for (std::size_t i = begin; i < end; ++i) {
            low_x = std::min(low_x, places_[i].x);
            high_x = std::max(high_x, places_[i].x);
            low_y = std::min(low_y, places_[i].y);
            high_y = std::max(high_y, places_[i].y);
        }
        const std::size_t middle = begin + (end - begin) / 2;
        const bool is_along_x = high_x - low_x >= high_y - low_y;
        is_along_x_[middle] = is_along_x;
        const auto at = [&](std::size_t i) {
            return places_.begin() + static_cast<std::ptrdiff_t>(i);
        };
        std::nth_element(at(begin), at(middle), at(end), [&](const Place& a, const Place& b) {
            const double from = is_along_x ? a.x : a.y, to = is_along_x ? b.x : b.y;
            return std::pair(from, a.point) < std::pair(to, b.point);
        });
        part(begin, middle);
        part(middle + 1, end);
    }

    void look(const Place& from, std::size_t i, std::size_t count, std::vector<Near>& found) const {
        const Place& to = places_[i];
        if (to.point == from.point) return;
        const double dx = to.x - from.x, dy = to.y - from.y;
        const Near candidate{dx * dx + dy * dy, to.point};
        if (found.size() == count && !(candidate < found.back())) return;
        found.insert(std::upper_bound(found.begin(), found.end(), candidate), candidate);
        if (found.size() > count) found.pop_back();
    }

    void search(const Place& from, std::size_t count, std::size_t begin, std::size_t end,
                std::vector<Near>& found) const {
        if (begin >= end) return;
        const std::size_t middle = begin + (end - begin) / 2;
        look(from, middle, count, found);
        if (end - begin < 2) return;
        const Place& border = places_[middle];
        const double beyond = is_along_x_[middle] ? from.x - border.x : from.y - border.y;
        const bool is_low = beyond < 0;
        const auto low = std::pair(begin, middle), high = std::pair(middle + 1, end);
        const auto& [own_begin, own_end] = is_low ? low : high;
        search(from, count, own_begin, own_end, found);
        // Of equals the first found is enough: a thousand points on one place end here.
        if (found.size() == count && beyond * beyond >= found.back().squared) return;
        const auto& [other_begin, other_end] = is_low ? high : low;
        search(from, count, other_begin, other_end, found);
    }

    std::vector<Place> places_;
    std::vector<bool> is_along_x_;  ///< of the range whose middle it is
};

}  // namespace

NeighbourGraph nearest_neighbours(std::span<const double> x, std::span<const double> y,
                                  std::size_t count) {
    const HalvedPlane plane(x, y);
    std::vector<std::size_t> node_of(x.size());
    NeighbourGraph graph;
    for (const Place& place : plane.places()) graph.cell.push_back(place.point);
    std::ranges::sort(graph.cell);
    for (std::size_t i = 0; i < graph.cell.size(); ++i) node_of[graph.cell[i]] = i;
    std::vector<std::pair<std::size_t, std::size_t>> joins;
    joins.reserve(2 * count * graph.cell.size());
    for (const Place& place : plane.places())
        for (const Near& near : plane.nearest(place, count)) {
            joins.emplace_back(node_of[place.point], node_of[near.point]);
            joins.emplace_back(node_of[near.point], node_of[place.point]);
        }
    std::ranges::sort(joins);
    joins.erase(std::unique(joins.begin(), joins.end()), joins.end());
    graph.begin.assign(graph.cell.size() + 1, 0);
    for (const auto& [from, to] : joins) {
        ++graph.begin[from + 1];
        graph.neighbour.push_back(to);
    }
    for (std::size_t i = 1; i < graph.begin.size(); ++i) graph.begin[i] += graph.begin[i - 1];
    if (graph.neighbour.empty()) {  // a single point is no graph
        graph.isolated = graph.cell.size();
        graph.cell.clear();
        graph.begin.assign(1, 0);
    }
    return graph;
}

double median_spacing(std::span<const double> x, std::span<const double> y) {
    std::vector<std::pair<double, double>> places;  // each once
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) places.emplace_back(x[i], y[i]);
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<double> single_x, single_y;
    for (const auto& [place_x, place_y] : places) {
        single_x.push_back(place_x);
        single_y.push_back(place_y);
    }
    const HalvedPlane plane(single_x, single_y);
    std::vector<double> distances;
    for (const Place& place : plane.places())
        for (const Near& near : plane.nearest(place, 1))
            distances.push_back(std::sqrt(near.squared));
    return distances.empty() ? nan : median(distances);
}

double least_spacing(std::span<const double> x, std::span<const double> y) {
    const HalvedPlane plane(x, y);
    double least = std::numeric_limits<double>::infinity();
    for (const Place& place : plane.places())
        for (const Near& near : plane.nearest(place, 1)) least = std::min(least, near.squared);
    return std::isfinite(least) ? std::sqrt(least) : 0;
}

}  // namespace sneddon
