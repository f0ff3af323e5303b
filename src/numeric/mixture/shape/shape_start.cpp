#include "numeric/mixture/shape/shape_start.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

constexpr double degrees_at_start = 10, noise_at_start = 0.05;
constexpr double least_skew = 0.3;  // of a standard deviation: away from the saddle at 0
/// Of the variance along the skew, at most so much is its own.
constexpr double most_of_variance = 0.9;

using Vector = std::array<double, most_dimensions>;

/// The skewness of each column under the posteriors of a component.
Vector skewness_of(const ShapedMixture& mixture, std::size_t j, const Points& points,
                   const ShapedEvaluation& evaluation) {
    const std::size_t d = mixture.dimensions;
    const std::size_t columns =
        evaluation.posteriors.size() / std::max<std::size_t>(1, points.rows);
    Vector third{}, second{};
    double rows = 0;
    for (std::size_t i = 0; i < points.rows; ++i) {
        const double z = points.weight(i) * evaluation.posteriors[i * columns + j];
        rows += z;
        for (std::size_t a = 0; a < d; ++a) {
            const double dx = points.columns[a][i] - mixture.locations[j * d + a];
            second[a] += z * dx * dx;
            third[a] += z * dx * dx * dx;
        }
    }
    for (std::size_t a = 0; a < d; ++a)
        third[a] = third[a] / rows / std::pow(second[a] / rows, 1.5);  // third moment / sd^3
    return third;
}

/// delta of a component by the method of moments: c^3 (4/pi - 1) sqrt(2/pi) is the third moment.
void set_skew(const Vector& skewness, std::size_t j, ShapedMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    const double share = 1 - 2 / std::numbers::pi;
    const double factor = (4 / std::numbers::pi - 1) * std::sqrt(2 / std::numbers::pi);
    Vector skew{};
    std::array<double, most_dimensions * most_dimensions> lower{}, whitener{};
    const auto scatter = std::span(mixture.scatters).subspan(j * d * d, d * d);
    if (!cholesky(scatter, d, lower)) return;
    invert_lower(lower, d, whitener);
    for (std::size_t a = 0; a < d; ++a) {
        const double length = std::fmax(least_skew, std::cbrt(std::fabs(skewness[a]) / factor));
        skew[a] = std::copysign(length, skewness[a]) * std::sqrt(scatter[a * d + a]);
    }
    double square = 0;
    for (std::size_t a = 0; a < d; ++a) {
        double y = 0;
        for (std::size_t b = 0; b <= a; ++b) y += whitener[a * d + b] * skew[b];
        square += y * y;
    }
    const double shrink = std::fmin(1, std::sqrt(most_of_variance / (share * square)));
    for (std::size_t a = 0; a < d; ++a) {
        skew[a] *= shrink;
        mixture.skews[j * d + a] = skew[a];
        mixture.locations[j * d + a] -= std::sqrt(2 / std::numbers::pi) * skew[a];
    }
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b) scatter[a * d + b] -= share * skew[a] * skew[b];
}

/// Mean and covariance of all rows.
GaussianMixture all_rows(const Points& points) {
    const std::size_t d = points.dimensions();
    GaussianMixture one{d, {1}, std::vector<double>(d), std::vector<double>(d * d)};
    const double total = points.total_weight();
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t i = 0; i < points.rows; ++i)
            one.means[a] += points.weight(i) * points.columns[a][i] / total;
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b < d; ++b)
            for (std::size_t i = 0; i < points.rows; ++i)
                one.covariances[a * d + b] += points.weight(i) / total *
                                              (points.columns[a][i] - one.means[a]) *
                                              (points.columns[b][i] - one.means[b]);
    return one;
}

}  // namespace

ShapedMixture start_from(const GaussianMixture& mixture, ComponentFamily family, bool has_noise,
                         const Points& points) {
    ShapedMixture start = shaped(mixture);
    const ShapedEvaluation evaluation =
        family == ComponentFamily::skew_normal ? evaluate(start, points) : ShapedEvaluation{};
    if (has_noise) {
        start.has_noise = true;
        start.noise_weight = noise_at_start;
        start.log_noise_density = log_density_of_box(points);
        for (double& weight : start.weights) weight *= 1 - noise_at_start;
    }
    start.family = family;
    if (family == ComponentFamily::student_t)
        start.degrees.assign(start.components(), degrees_at_start);
    if (family != ComponentFamily::skew_normal) return start;
    const ShapedMixture normal = start;
    start.skews.assign(start.locations.size(), 0);
    if (evaluation.posteriors.empty()) return start;
    for (std::size_t j = 0; j < start.components(); ++j)
        set_skew(skewness_of(normal, j, points, evaluation), j, start);
    return start;
}

ShapedMixture with_opposite_skews(ShapedMixture mixture) {
    for (std::size_t a = 0; a < mixture.skews.size(); ++a) {
        mixture.locations[a] += 2 * std::sqrt(2 / std::numbers::pi) * mixture.skews[a];
        mixture.skews[a] = -mixture.skews[a];
    }
    return mixture;
}

ShapedEmResult fit_one_component(const Points& points, ComponentFamily family,
                                 const ShapedEmOptions& options) {
    const ShapedMixture start = start_from(all_rows(points), family, false, points);
    ShapedEmResult best = run_em(points, start, options);
    if (family != ComponentFamily::skew_normal) return best;
    ShapedEmResult other = run_em(points, with_opposite_skews(start), options);
    if (!(best.log_likelihood >= other.log_likelihood)) std::swap(best, other);
    return best;
}

}  // namespace sneddon
