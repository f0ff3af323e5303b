#include "numeric/mixture/shape/shaped_mixture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/nan.hpp"
#include "numeric/mixture/shape/component_density.hpp"
#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

constexpr double mean_of_half_normal = 0.79788456080286535588;  // sqrt(2/pi)

/// `width` numbers of each component in the new order.
std::vector<double> picked(const std::vector<double>& values, std::size_t width,
                           const std::vector<std::size_t>& order) {
    std::vector<double> result;
    if (values.empty()) return result;
    for (const std::size_t from : order)
        for (std::size_t i = 0; i < width; ++i) result.push_back(values[from * width + i]);
    return result;
}

}  // namespace

std::string name(ComponentFamily family) {
    switch (family) {
        case ComponentFamily::gaussian:
            return "gaussian";
        case ComponentFamily::student_t:
            return "t";
        case ComponentFamily::skew_normal:
            return "skew-normal";
    }
    return {};
}

std::size_t parameter_count(const ShapedMixture& mixture) {
    return parameter_count(mixture.components(), mixture.dimensions) + mixture.skews.size() +
           mixture.degrees.size() + (mixture.has_noise ? 2 : 0);
}

ShapedMixture shaped(const GaussianMixture& mixture) {
    ShapedMixture result;
    result.dimensions = mixture.dimensions;
    result.weights = mixture.weights;
    result.locations = mixture.means;
    result.scatters = mixture.covariances;
    return result;
}

GaussianMixture moments_of(const ShapedMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    GaussianMixture moments{d, mixture.weights, mixture.locations, mixture.scatters};
    if (mixture.family == ComponentFamily::student_t)
        for (std::size_t j = 0; j < mixture.components(); ++j)
            if (mixture.degrees[j] > 2)
                for (std::size_t a = 0; a < d * d; ++a)
                    moments.covariances[j * d * d + a] *=
                        mixture.degrees[j] / (mixture.degrees[j] - 2);
    if (mixture.family == ComponentFamily::skew_normal)
        for (std::size_t j = 0; j < mixture.components(); ++j)
            for (std::size_t a = 0; a < d; ++a) {
                const double skew = mixture.skews[j * d + a];
                moments.means[j * d + a] += mean_of_half_normal * skew;
                for (std::size_t b = 0; b < d; ++b)
                    moments.covariances[(j * d + a) * d + b] +=
                        (1 - 2 / std::numbers::pi) * skew * mixture.skews[j * d + b];
            }
    return moments;
}

ShapedMixture affine_map(const ShapedMixture& mixture, const std::vector<double>& scale,
                         const std::vector<double>& shift) {
    const std::size_t d = mixture.dimensions;
    ShapedMixture mapped = mixture;
    for (std::size_t j = 0; j < mixture.components(); ++j)
        for (std::size_t a = 0; a < d; ++a) {
            double& place = mapped.locations[j * d + a];
            place = scale[a] * place + shift[a];
            if (!mapped.skews.empty()) mapped.skews[j * d + a] *= scale[a];
            for (std::size_t b = 0; b < d; ++b)
                mapped.scatters[(j * d + a) * d + b] *= scale[a] * scale[b];
        }
    for (const double factor : scale) mapped.log_noise_density -= log_lanes(std::fabs(factor));
    return mapped;
}

ShapedMixture reorder(const ShapedMixture& mixture, const std::vector<std::size_t>& order) {
    const std::size_t d = mixture.dimensions;
    ShapedMixture result = mixture;
    result.weights = picked(mixture.weights, 1, order);
    result.locations = picked(mixture.locations, d, order);
    result.scatters = picked(mixture.scatters, d * d, order);
    result.skews = picked(mixture.skews, d, order);
    result.degrees = picked(mixture.degrees, 1, order);
    return result;
}

double log_density_of_box(const Points& points) {
    double sum = 0;
    for (const auto& column : points.columns) {
        const auto [low, high] = std::ranges::minmax(column);
        sum -= log_lanes(high - low);
    }
    return sum;
}

ShapedEvaluation evaluate(const ShapedMixture& mixture, const Points& points) {
    ShapedEvaluation result;
    result.log_likelihood = nan;
    const auto densities = densities_of(mixture);
    if (!densities) return result;
    const std::size_t d = mixture.dimensions, k = densities->size();
    const std::size_t columns = k + (mixture.has_noise ? 1 : 0);
    const double noise =
        log_lanes(std::fmax(mixture.noise_weight, 1e-300)) + mixture.log_noise_density;
    CompensatedSum log_likelihood, map;
    std::vector<double> terms(columns, noise);
    std::array<double, most_dimensions> from{};
    for (std::size_t i = 0; i < points.rows; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            for (std::size_t a = 0; a < d; ++a)
                from[a] = points.columns[a][i] - mixture.locations[j * d + a];
            terms[j] = (*densities)[j].log_density(from.data());
        }
        const auto largest = std::ranges::max_element(terms);
        double sum = 0;
        for (const double term : terms) sum += exp_lanes(term - *largest);
        const double log_sum = log_lanes(sum);
        log_likelihood.add(points.weight(i) * (*largest + log_sum));
        map.add(-points.weight(i) * log_sum);
        result.labels.push_back(static_cast<std::uint32_t>(largest - terms.begin()));
        for (const double term : terms)
            result.posteriors.push_back(exp_lanes(term - *largest) / sum);
    }
    result.log_likelihood = log_likelihood.value();
    result.map_log_posterior = map.value();
    return result;
}

}  // namespace sneddon
