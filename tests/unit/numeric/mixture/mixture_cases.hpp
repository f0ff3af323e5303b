// Mixtures and clouds that several tests of this folder share.
#pragma once

#include <cstddef>
#include <vector>

#include "base/random.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon::testing {

/// Three components in two dimensions, clearly apart, ascending in the first column.
inline GaussianMixture three_groups() {
    return {2,
            {0.25, 0.45, 0.3},
            {-3, 1, 0, 0, 4, -2},
            {1, 0.3, 0.3, 0.5, 0.6, -0.2, -0.2, 0.9, 0.8, 0.4, 0.4, 1.2}};
}

/// k components of any dimension with random means and well conditioned covariances.
inline GaussianMixture random_mixture(std::size_t components, std::size_t d, std::uint64_t seed) {
    RandomStream random(seed);
    GaussianMixture mixture{d, {}, {}, std::vector<double>(components * d * d)};
    double total = 0;
    for (std::size_t j = 0; j < components; ++j) {
        mixture.weights.push_back(0.2 + random.uniform());
        total += mixture.weights.back();
        std::vector<double> factor(d * d);
        for (double& x : factor) x = 0.5 * random.normal();
        for (std::size_t a = 0; a < d; ++a) {
            mixture.means.push_back(3 * random.normal());
            for (std::size_t b = 0; b <= a; ++b) {
                double element = a == b ? 0.5 : 0;
                for (std::size_t c = 0; c < d; ++c)
                    element += factor[a * d + c] * factor[b * d + c];
                mixture.covariances[(j * d + a) * d + b] = element;
                mixture.covariances[(j * d + b) * d + a] = element;
            }
        }
    }
    for (double& weight : mixture.weights) weight /= total;
    return mixture;
}

inline Points cloud(const GaussianMixture& mixture, std::size_t rows, std::uint64_t seed) {
    RandomStream random(seed);
    return sample(mixture, rows, random).points;
}

}  // namespace sneddon::testing
