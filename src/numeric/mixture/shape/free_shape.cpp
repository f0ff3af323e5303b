#include "numeric/mixture/shape/free_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/shape/shaped_em.hpp"
#include "numeric/sum/lane_math.hpp"

namespace sneddon {
namespace {

constexpr double smallest_weight = 1e-12;  // a noise of no rows stays within reach
constexpr double largest_logarithm = 300;  // no extrapolation leaves the range of a double

double exponential(double x) {
    return exp_lanes(std::clamp(x, -largest_logarithm, largest_logarithm));
}

}  // namespace

std::optional<std::vector<double>> to_free(const ShapedMixture& mixture) {
    const std::size_t d = mixture.dimensions;
    std::vector<double> free;
    for (const double weight : mixture.weights)
        free.push_back(log_lanes(std::fmax(weight, smallest_weight)));
    if (mixture.has_noise)
        free.push_back(log_lanes(std::fmax(mixture.noise_weight, smallest_weight)));
    free.insert(free.end(), mixture.locations.begin(), mixture.locations.end());
    std::array<double, most_dimensions * most_dimensions> lower{};
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        if (!cholesky(std::span(mixture.scatters).subspan(j * d * d, d * d), d, lower))
            return std::nullopt;
        for (std::size_t a = 0; a < d; ++a) {
            for (std::size_t b = 0; b < a; ++b) free.push_back(lower[a * d + b]);
            free.push_back(log_lanes(lower[a * d + a]));
        }
    }
    free.insert(free.end(), mixture.skews.begin(), mixture.skews.end());
    for (const double degrees : mixture.degrees) free.push_back(log_lanes(degrees));
    return free;
}

ShapedMixture from_free(const std::vector<double>& parameters, const ShapedMixture& like) {
    const std::size_t d = like.dimensions;
    ShapedMixture mixture = like;
    auto next = parameters.begin();
    double total = 0;
    for (double& weight : mixture.weights) total += weight = exponential(*next++);
    if (mixture.has_noise) total += mixture.noise_weight = exponential(*next++);
    for (double& weight : mixture.weights) weight /= total;
    mixture.noise_weight /= total;
    for (double& place : mixture.locations) place = *next++;
    std::array<double, most_dimensions * most_dimensions> lower{};
    for (std::size_t j = 0; j < mixture.components(); ++j) {
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b, ++next)
                lower[a * d + b] = a == b ? exponential(*next) : *next;
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b <= a; ++b) {
                double element = 0;
                for (std::size_t c = 0; c <= b; ++c) element += lower[a * d + c] * lower[b * d + c];
                mixture.scatters[(j * d + a) * d + b] = element;
                mixture.scatters[(j * d + b) * d + a] = element;
            }
    }
    for (double& skew : mixture.skews) skew = *next++;
    for (double& degrees : mixture.degrees)
        degrees = std::clamp(exponential(*next++), fewest_degrees, most_degrees);
    return mixture;
}

}  // namespace sneddon
