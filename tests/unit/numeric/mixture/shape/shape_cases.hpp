// Columns in closed form that other programs can make too.
#pragma once

#include <cmath>
#include <vector>

#include "numeric/sum/tails.hpp"
#include "sneddon/numeric/points.hpp"

namespace sneddon::testing {

inline std::vector<double> normal_scores(std::size_t n) {
    std::vector<double> z;
    for (std::size_t i = 0; i < n; ++i)
        z.push_back(
            standard_normal_quantile((static_cast<double>(i) + 0.5) / static_cast<double>(n)));
    return z;
}

/// 40 rows exp(z/5), sin(1.3 i) + z/2: skewed.
inline Points skewed_rows() {
    std::vector<std::vector<double>> columns(2);
    const auto z = normal_scores(40);
    for (std::size_t i = 0; i < z.size(); ++i) {
        columns[0].push_back(std::exp(0.2 * z[i]));
        columns[1].push_back(std::sin(1.3 * static_cast<double>(i)) + 0.5 * z[i]);
    }
    return *make_points(columns);
}

/// 40 rows z + z^3/3, sin(1.3 i) (1 + z^2): heavy tails.
inline Points heavy_rows() {
    std::vector<std::vector<double>> columns(2);
    const auto z = normal_scores(40);
    for (std::size_t i = 0; i < z.size(); ++i) {
        columns[0].push_back(z[i] + std::pow(z[i], 3) / 3);
        columns[1].push_back(std::sin(1.3 * static_cast<double>(i)) * (1 + z[i] * z[i]));
    }
    return *make_points(columns);
}

inline Points first_column(Points points) {
    points.columns.resize(1);
    return points;
}

}  // namespace sneddon::testing
