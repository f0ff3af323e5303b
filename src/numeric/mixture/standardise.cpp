#include "numeric/mixture/standardise.hpp"

#include <array>
#include <cmath>
#include <string>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/pack_mixture.hpp"
#include "numeric/sum/exact_sum.hpp"

namespace sneddon {
namespace {

double exact_mean(const Points& points, std::size_t column, double total_weight) {
    ExactSum sum;
    for (std::size_t i = 0; i < points.rows; ++i)
        sum.add(points.weight(i) * points.columns[column][i]);
    return sum.value() / total_weight;
}

}  // namespace

Result<Standardisation> standardise(const Points& points) {
    Standardisation result;
    result.points = points;
    const double total_weight = points.total_weight();
    for (std::size_t a = 0; a < points.dimensions(); ++a) {
        const double mean = exact_mean(points, a, total_weight);
        ExactSum squares;
        for (std::size_t i = 0; i < points.rows; ++i) {
            const double difference = points.columns[a][i] - mean;
            squares.add(points.weight(i) * (difference * difference));
        }
        const double scale = std::sqrt(squares.value() / total_weight);
        // A constant column leaves only the rounding of its mean.
        if (!(scale > 1e-14 * std::fabs(mean)))
            return Error{"SND-G023", "column " + std::to_string(a + 1),
                         "all values are " + std::to_string(mean), "a column whose values differ",
                         "leave the column out"};
        for (double& x : result.points.columns[a]) x = (x - mean) / scale;
        result.mean.push_back(mean);
        result.scale.push_back(scale);
        result.sum_log_scale += portable_log(scale);
    }
    return result;
}

GaussianMixture to_standardised(const GaussianMixture& raw, const Standardisation& rows) {
    std::vector<double> scale, shift;
    for (std::size_t a = 0; a < rows.scale.size(); ++a) {
        scale.push_back(1 / rows.scale[a]);
        shift.push_back(-rows.mean[a] / rows.scale[a]);
    }
    return affine_map(raw, scale, shift);
}

GaussianMixture single_gaussian(const Points& points) {
    const std::size_t d = points.dimensions();
    const double total_weight = points.total_weight();
    GaussianMixture gaussian{d, {1.0}, std::vector<double>(d), std::vector<double>(d * d)};
    for (std::size_t a = 0; a < d; ++a) gaussian.means[a] = exact_mean(points, a, total_weight);
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            ExactSum products;
            for (std::size_t i = 0; i < points.rows; ++i)
                products.add(points.weight(i) * ((points.columns[a][i] - gaussian.means[a]) *
                                                 (points.columns[b][i] - gaussian.means[b])));
            gaussian.covariances[a * d + b] = products.value() / total_weight;
            gaussian.covariances[b * d + a] = gaussian.covariances[a * d + b];
        }
    return gaussian;
}

Result<Points> whiten(const Points& points) {
    const std::size_t d = points.dimensions();
    const GaussianMixture all = single_gaussian(points);
    std::array<double, most_dimensions * most_dimensions> lower{}, inverse{};
    double largest = 0;
    for (std::size_t a = 0; a < d; ++a) largest = std::fmax(largest, all.covariances[a * d + a]);
    if (!cholesky(all.covariances, d, lower, 1e-12 * largest))
        return Error{"SND-G023", "columns", "one is a linear combination of the others",
                     "columns that vary independently", "leave one of the columns out"};
    invert_lower(lower, d, inverse);
    Points white = points;
    for (std::size_t i = 0; i < points.rows; ++i)
        for (std::size_t a = 0; a < d; ++a) {
            double y = 0;
            for (std::size_t b = 0; b <= a; ++b)
                y += inverse[a * d + b] * (points.columns[b][i] - all.means[b]);
            white.columns[a][i] = y;
        }
    return white;
}

}  // namespace sneddon
