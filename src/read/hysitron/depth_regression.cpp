#include "read/hysitron/depth_regression.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sneddon {
namespace {

using Column = std::vector<double>;

/// Four sums side by side, in a fixed order: one would wait for its own last addition.
double dot(const Column& x, const Column& y) {
    constexpr std::size_t lanes = 4;
    std::array<double, lanes> sums{};
    const std::size_t whole = x.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += x[i + lane] * y[i + lane];
    for (std::size_t i = whole; i < x.size(); ++i) sums[i - whole] += x[i] * y[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void subtract(Column& from, double factor, const Column& direction) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= factor * direction[i];
}

void centre(Column& x) {
    double sum = 0;
    for (const double value : x) sum += value;
    const double mean = sum / static_cast<double>(x.size());
    for (double& value : x) value -= mean;
}

// Length of the column, which becomes a unit vector; 0 for a constant column.
double normalise(Column& x) {
    const double length = std::sqrt(dot(x, x));
    if (length > 0)
        for (double& value : x) value /= length;
    return length;
}

}  // namespace

DepthRegression regress_depth(std::vector<Column> columns, Column depth) {
    const std::size_t count = columns.size();
    for (Column& column : columns) centre(column);
    centre(depth);
    std::vector<double> lengths(count), projections(count);
    std::vector<Column> upper(count, Column(count));
    DepthRegression found;
    found.independence = 1;
    for (std::size_t k = 0; k < count; ++k) {
        lengths[k] = normalise(columns[k]);
        if (!(lengths[k] > 0)) return {};
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t j = 0; j < k; ++j) {
                const double share = dot(columns[j], columns[k]);
                upper[j][k] += share;
                subtract(columns[k], share, columns[j]);
            }
        upper[k][k] = normalise(columns[k]);
        found.independence = std::min(found.independence, upper[k][k]);
        if (!(upper[k][k] > 0)) return {};
        projections[k] = dot(columns[k], depth);
        subtract(depth, projections[k], columns[k]);
    }
    found.coefficients.resize(count);
    for (std::size_t k = count; k-- > 0;) {
        double rest = projections[k];
        for (std::size_t j = k + 1; j < count; ++j) rest -= upper[k][j] * found.coefficients[j];
        found.coefficients[k] = rest / upper[k][k];
    }
    for (std::size_t k = 0; k < count; ++k) found.coefficients[k] /= lengths[k];
    found.residual_rms = std::sqrt(dot(depth, depth) / static_cast<double>(depth.size()));
    return found;
}

}  // namespace sneddon
