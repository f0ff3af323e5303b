#include "simulate/correlated_field.hpp"

#include <cmath>
#include <numeric>

namespace sneddon {
namespace {

double sum_of_products(const std::vector<double>& x, const std::vector<double>& y,
                       std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += x[i] * y[i];
    return sum;
}

}  // namespace

CorrelatedField::CorrelatedField(const std::vector<GridPoint>& points, const SimulatedGrid& grid) {
    const auto covariance = [&](std::size_t i, std::size_t j) {
        const double d =
            std::hypot(points[i].x_um - points[j].x_um, points[i].y_um - points[j].y_um);
        return (1 - grid.nugget) * std::exp(-d / grid.correlation_length_um);
    };
    lower_.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::vector<double>& row = lower_[i];
        row.reserve(i + 1);
        for (std::size_t j = 0; j < i; ++j)
            row.push_back((covariance(i, j) - sum_of_products(row, lower_[j], j)) / lower_[j][j]);
        // The nugget, or rounding where there is none, keeps the root real.
        row.push_back(std::sqrt(std::max(1 - sum_of_products(row, row, i), 1e-10)));
    }
}

std::vector<double> CorrelatedField::draw(RandomStream& random) const {
    std::vector<double> white(lower_.size()), values;
    for (double& z : white) z = random.normal();
    for (const auto& row : lower_) values.push_back(sum_of_products(row, white, row.size()));
    return values;
}

void standardise(std::vector<double>& values) {
    const double n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    for (double& value : values) value -= mean;
    const double sd = std::sqrt(sum_of_products(values, values, values.size()) / n);
    for (double& value : values) value = sd > 0 ? value / sd : 0;
}

void make_uncorrelated(std::vector<double>& values, const std::vector<double>& direction) {
    const double length = sum_of_products(direction, direction, direction.size());
    if (!(length > 0)) return;
    const double share = sum_of_products(values, direction, values.size()) / length;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] -= share * direction[i];
}

}  // namespace sneddon
