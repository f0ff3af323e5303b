#include "numeric/mixture/ward.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace sneddon {
namespace {

/// Four at a time: no comparison waits for the one before it.
double least_of(const std::vector<double>& values) {
    std::array<double, 4> least;
    least.fill(std::numeric_limits<double>::infinity());
    std::size_t i = 0;
    for (; i + least.size() <= values.size(); i += least.size())
        for (std::size_t lane = 0; lane < least.size(); ++lane)
            least[lane] = std::min(least[lane], values[i + lane]);
    for (; i < values.size(); ++i) least[0] = std::min(least[0], values[i]);
    return std::ranges::min(least);
}

/// Clusters that still exist, each named by one of its rows, side by side in ascending order: the
/// costs of all partners are one loop without a branch.
class Clusters {
  public:
    explicit Clusters(const Points& points)
        : names_(points.rows), masses_(points.rows), centroids_(points.columns) {
        std::iota(names_.begin(), names_.end(), std::size_t{0});
        for (std::size_t i = 0; i < points.rows; ++i) masses_[i] = points.weight(i);
    }

    std::size_t size() const { return names_.size(); }
    std::size_t first() const { return names_.front(); }

    /// The cheapest partner of the cluster named `name` and what it costs; on equal cost
    /// `preferred`, else the lower row.
    WardMerge nearest(std::size_t name, std::size_t preferred) {
        const std::size_t a = place_of(name);
        squares_.assign(size(), 0);
        for (const std::vector<double>& column : centroids_)
            for (std::size_t b = 0; b < size(); ++b) {
                const double difference = column[a] - column[b];
                squares_[b] += difference * difference;
            }
        const double mass = masses_[a];
        for (std::size_t b = 0; b < size(); ++b)
            squares_[b] = mass * masses_[b] / (mass + masses_[b]) * squares_[b];
        squares_[a] = std::numeric_limits<double>::infinity();
        const double least = least_of(squares_);
        std::size_t best = preferred == name ? a : place_of(preferred);
        if (squares_[best] != least || best == a)
            best = static_cast<std::size_t>(std::ranges::find(squares_, least) - squares_.begin());
        return {name, names_[best], least};
    }

    void merge(std::size_t into_name, std::size_t from_name) {
        const std::size_t into = place_of(into_name), from = place_of(from_name);
        const double mass = masses_[into] + masses_[from];
        const auto leave = [from](auto& values) {
            values.erase(values.begin() + static_cast<std::ptrdiff_t>(from));
        };
        for (std::vector<double>& column : centroids_) {
            column[into] = (masses_[into] * column[into] + masses_[from] * column[from]) / mass;
            leave(column);
        }
        masses_[into] = mass;
        leave(masses_);
        leave(names_);
    }

  private:
    std::size_t place_of(std::size_t name) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(names_, name) - names_.begin());
    }

    std::vector<std::size_t> names_;
    std::vector<double> masses_;
    std::vector<std::vector<double>> centroids_;  ///< by columns
    std::vector<double> squares_;                 ///< then costs
};

std::size_t root_of(std::vector<std::size_t>& parent, std::size_t row) {
    while (parent[row] != row) row = parent[row] = parent[parent[row]];
    return row;
}

}  // namespace

std::vector<WardMerge> ward_merges(const Points& points) {
    Clusters clusters(points);
    std::vector<WardMerge> merges;
    std::vector<std::size_t> chain;
    while (clusters.size() > 1) {
        if (chain.empty()) chain.push_back(clusters.first());
        const std::size_t last = chain.back();
        const std::size_t before = chain.size() > 1 ? chain[chain.size() - 2] : last;
        const WardMerge next = clusters.nearest(last, before);
        if (next.second != before || before == last) {
            chain.push_back(next.second);
            continue;
        }
        merges.push_back({std::min(last, before), std::max(last, before), next.cost});
        clusters.merge(merges.back().first, merges.back().second);
        chain.resize(chain.size() - 2);
    }
    std::ranges::stable_sort(merges, {}, &WardMerge::cost);
    return merges;
}

std::vector<std::uint32_t> cut_merges(const std::vector<WardMerge>& merges, std::size_t rows,
                                      std::size_t clusters) {
    std::vector<std::size_t> parent(rows);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t i = 0; i + clusters < rows; ++i) {
        const std::size_t a = root_of(parent, merges[i].first);
        const std::size_t b = root_of(parent, merges[i].second);
        parent[std::max(a, b)] = std::min(a, b);
    }
    constexpr auto unnamed = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> name(rows, unnamed), labels(rows);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        std::uint32_t& label = name[root_of(parent, i)];
        if (label == unnamed) label = next++;
        labels[i] = label;
    }
    return labels;
}

}  // namespace sneddon
