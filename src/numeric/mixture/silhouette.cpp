#include "numeric/mixture/silhouette.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/nan.hpp"
#include "numeric/sum/exact_sum.hpp"

namespace sneddon {

double mean_silhouette(const Points& points, std::span<const std::uint32_t> labels) {
    if (labels.empty()) return nan;
    const std::size_t clusters = std::size_t{*std::ranges::max_element(labels)} + 1;
    std::vector<double> sizes(clusters, 0);
    for (const auto label : labels) sizes[label] += 1;
    if (std::ranges::count_if(sizes, [](double size) { return size > 0; }) < 2) return nan;

    ExactSum silhouettes;
    std::vector<double> distances(clusters);
    for (std::size_t i = 0; i < points.rows; ++i) {
        std::ranges::fill(distances, 0.0);
        for (std::size_t other = 0; other < points.rows; ++other) {
            double square = 0;
            for (const auto& column : points.columns)
                square += (column[i] - column[other]) * (column[i] - column[other]);
            distances[labels[other]] += std::sqrt(square);
        }
        const std::size_t cluster = labels[i];
        if (sizes[cluster] < 2) continue;  // counts as 0 (Rousseeuw 1987)
        const double inside = distances[cluster] / (sizes[cluster] - 1);
        double outside = std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < clusters; ++j)
            if (j != cluster && sizes[j] > 0) outside = std::min(outside, distances[j] / sizes[j]);
        const double larger = std::max(inside, outside);
        if (larger > 0) silhouettes.add((outside - inside) / larger);
    }
    return silhouettes.value() / static_cast<double>(points.rows);
}

}  // namespace sneddon
