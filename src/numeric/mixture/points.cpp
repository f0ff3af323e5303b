#include "sneddon/numeric/points.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/nan.hpp"
#include "base/random.hpp"
#include "numeric/sum/exact_sum.hpp"

namespace sneddon {
namespace {

std::string column_name(std::size_t column) {
    return "column " + std::to_string(column + 1);
}

Error shape_error(std::string found, std::string expected) {
    return {"SND-G020", "points", std::move(found), std::move(expected), ""};
}

Error value_error(std::string where, std::size_t row, double value, std::string expected) {
    return {"SND-G021", std::move(where) + ", row " + std::to_string(row + 1),
            std::to_string(value), std::move(expected),
            "remove the row, or fill the value, before the fit"};
}

}  // namespace

double Points::total_weight() const {
    if (weights.empty()) return static_cast<double>(rows);
    ExactSum sum;
    for (const double weight : weights) sum.add(weight);
    return sum.value();
}

Result<Points> make_points(std::span<const std::vector<double>> columns,
                           std::span<const double> weights) {
    if (columns.empty() || columns.size() > most_dimensions)
        return shape_error(std::to_string(columns.size()) + " columns",
                           "1 to " + std::to_string(most_dimensions));
    const std::size_t rows = columns[0].size();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].size() != rows)
            return shape_error(
                column_name(c) + " of " + std::to_string(columns[c].size()) + " rows",
                std::to_string(rows) + " rows as in column 1");
        for (std::size_t i = 0; i < rows; ++i)
            if (!is_finite(columns[c][i]))
                return value_error(column_name(c), i, columns[c][i], "a finite number");
    }
    if (!weights.empty() && weights.size() != rows)
        return shape_error(std::to_string(weights.size()) + " weights",
                           std::to_string(rows) + ", one per row");
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (!is_finite(weights[i]) || weights[i] < 0)
            return value_error("weights", i, weights[i], "a finite number, 0 or more");

    Points points;
    points.columns.assign(columns.begin(), columns.end());
    points.weights.assign(weights.begin(), weights.end());
    points.rows = rows;
    if (std::ranges::find(points.weights, 0.0) == points.weights.end()) return points;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < rows; ++i)
        if (points.weights[i] > 0) kept.push_back(i);
    return choose_rows(points, kept);
}

Points choose_rows(const Points& points, std::span<const std::size_t> chosen) {
    Points subset;
    subset.rows = chosen.size();
    const auto pick = [&](const std::vector<double>& from) {
        std::vector<double> values;
        values.reserve(chosen.size());
        for (const std::size_t row : chosen) values.push_back(from[row]);
        return values;
    };
    for (const auto& column : points.columns) subset.columns.push_back(pick(column));
    if (!points.weights.empty()) subset.weights = pick(points.weights);
    return subset;
}

std::vector<std::size_t> draw_rows(std::size_t rows, std::size_t count, RandomStream& random) {
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (count >= rows) return order;
    for (std::size_t i = 0; i < count; ++i) std::swap(order[i], order[i + random.index(rows - i)]);
    order.resize(count);
    std::ranges::sort(order);
    return order;
}

}  // namespace sneddon
