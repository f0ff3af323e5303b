#include "numeric/mixture/family/group_direction.hpp"

#include <array>
#include <span>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/least_squares/symmetric_eigen.hpp"

namespace sneddon {

std::vector<double> discriminant_direction(const GaussianMixture& mixture) {
    const std::size_t d = mixture.dimensions, k = mixture.components();
    std::vector<double> mean(d), within(d * d), direction(d);
    for (std::size_t j = 0; j < k; ++j)
        for (std::size_t a = 0; a < d; ++a) {
            mean[a] += mixture.weights[j] * mixture.mean(j)[a];
            for (std::size_t b = 0; b < d; ++b)
                within[a * d + b] += mixture.weights[j] * mixture.covariance(j)[a * d + b];
        }
    std::array<double, most_dimensions * most_dimensions> lower{}, whitener{};
    if (!cholesky(within, d, lower)) return direction;
    invert_lower(lower, d, whitener);
    // Between the means, where the scatter within is 1.
    std::vector<double> between(d * d);
    for (std::size_t j = 0; j < k; ++j) {
        std::array<double, most_dimensions> y{};
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                y[a] += whitener[a * d + b] * (mixture.mean(j)[b] - mean[b]);
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b < d; ++b)
                between[a * d + b] += mixture.weights[j] * y[a] * y[b];
    }
    const SymmetricEigen eigen = symmetric_eigen(between, d);
    const auto longest = std::span(eigen.vectors).last(d);
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = a; b < d; ++b) direction[a] += whitener[b * d + a] * longest[b];
    return direction;
}

std::vector<double> projected(const Points& points, const std::vector<double>& direction) {
    std::vector<double> values(points.rows);
    for (std::size_t a = 0; a < direction.size(); ++a)
        for (std::size_t i = 0; i < points.rows; ++i)
            values[i] += direction[a] * points.columns[a][i];
    return values;
}

}  // namespace sneddon
