#include "numeric/mixture/ward.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace sneddon {
namespace {

/// Clusters that still exist, each named by one of its rows.
struct Clusters {
    std::size_t dimensions;
    std::vector<double> masses, centroids;
    std::vector<std::size_t> alive;  ///< ascending

    explicit Clusters(const Points& points) : dimensions(points.dimensions()), alive(points.rows) {
        std::iota(alive.begin(), alive.end(), std::size_t{0});
        for (std::size_t i = 0; i < points.rows; ++i) {
            masses.push_back(points.weight(i));
            for (const auto& column : points.columns) centroids.push_back(column[i]);
        }
    }

    double cost(std::size_t a, std::size_t b) const {
        double square = 0;
        for (std::size_t i = 0; i < dimensions; ++i) {
            const double difference = centroids[a * dimensions + i] - centroids[b * dimensions + i];
            square += difference * difference;
        }
        return masses[a] * masses[b] / (masses[a] + masses[b]) * square;
    }

    /// The cheapest partner of `a`; on equal cost `preferred`, else the lower row.
    std::size_t nearest(std::size_t a, std::size_t preferred) const {
        std::size_t best = preferred;
        double least =
            preferred == a ? std::numeric_limits<double>::infinity() : cost(a, preferred);
        for (const std::size_t b : alive) {
            if (b == a) continue;
            const double c = cost(a, b);
            if (c < least) {
                least = c;
                best = b;
            }
        }
        return best;
    }

    void merge(std::size_t into, std::size_t from) {
        const double mass = masses[into] + masses[from];
        for (std::size_t i = 0; i < dimensions; ++i) {
            double& c = centroids[into * dimensions + i];
            c = (masses[into] * c + masses[from] * centroids[from * dimensions + i]) / mass;
        }
        masses[into] = mass;
        alive.erase(std::ranges::lower_bound(alive, from));
    }
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
    while (clusters.alive.size() > 1) {
        if (chain.empty()) chain.push_back(clusters.alive.front());
        const std::size_t last = chain.back();
        const std::size_t before = chain.size() > 1 ? chain[chain.size() - 2] : last;
        const std::size_t next = clusters.nearest(last, before);
        if (next != before || before == last) {
            chain.push_back(next);
            continue;
        }
        merges.push_back({std::min(last, next), std::max(last, next), clusters.cost(last, next)});
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
