// First-order autoregressive noise of a given standard deviation.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "base/random.hpp"

namespace sneddon::testing {

inline std::vector<double> correlated_noise(std::size_t count, double sd, double correlation,
                                            RandomStream& random) {
    std::vector<double> noise(count);
    const double fresh = sd * std::sqrt(1 - correlation * correlation);
    for (std::size_t i = 0; i < count; ++i)
        noise[i] =
            i == 0 ? sd * random.normal() : correlation * noise[i - 1] + fresh * random.normal();
    return noise;
}

}  // namespace sneddon::testing
