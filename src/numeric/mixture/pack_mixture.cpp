#include "numeric/mixture/pack_mixture.hpp"

#include <array>
#include <cmath>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/sum/lane_math.hpp"
#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

constexpr double root_half = 0.70710678118654752440;

}  // namespace

double portable_log(double x) {
    return log_lanes(x);
}
double portable_exp(double x) {
    return exp_lanes(x);
}

std::optional<std::vector<PackedComponent>> pack_mixture(const GaussianMixture& mixture,
                                                         double smallest_pivot) {
    const std::size_t d = mixture.dimensions;
    std::array<double, most_dimensions * most_dimensions> lower{}, inverse{};
    std::vector<PackedComponent> packed(mixture.components());
    for (std::size_t j = 0; j < packed.size(); ++j) {
        if (!cholesky(mixture.covariance(j), d, lower, smallest_pivot)) return std::nullopt;
        invert_lower(lower, d, inverse);
        PackedComponent& component = packed[j];
        // The kernel never meets ln 0: an empty component gets a weight that no row can notice.
        component.constant = portable_log(std::fmax(mixture.weights[j], 1e-300)) -
                             static_cast<double>(d) * log_sqrt_two_pi;
        std::size_t next = 0;
        for (std::size_t a = 0; a < d; ++a) {
            component.constant -= portable_log(lower[a * d + a]);
            component.mean[a] = mixture.mean(j)[a];
            for (std::size_t b = 0; b <= a; ++b)
                component.whitener[next++] = inverse[a * d + b] * root_half;
        }
    }
    return packed;
}

}  // namespace sneddon
