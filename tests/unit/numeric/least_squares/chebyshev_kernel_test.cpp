#include "numeric/least_squares/chebyshev_kernel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

// On a processor without wide vectors both are the same function and this holds trivially.
TEST(ChebyshevKernel, WideAndPlainVectorsGiveTheSameBits) {
    RandomStream random(9);
    for (const std::size_t count : {1u, 3u, 4u, 7u, 20u, 1023u}) {
        std::vector<double> x(count), y(count), plain(count), wide(count);
        for (std::size_t i = 0; i < count; ++i) {
            x[i] = 2 * random.uniform() - 1;
            y[i] = random.normal();
        }
        const auto sums = plain_chebyshev_kernel().sums(x.data(), y.data(), count);
        EXPECT_EQ(sums, wide_chebyshev_kernel().sums(x.data(), y.data(), count));
        plain_chebyshev_kernel().evaluate(sums, x.data(), plain.data(), count);
        wide_chebyshev_kernel().evaluate(sums, x.data(), wide.data(), count);
        EXPECT_EQ(plain, wide);
    }
}

TEST(ChebyshevKernel, SumsAndValuesAreThoseOfCosines) {
    const double x[] = {-0.9, -0.2, 0.1, 0.6, 0.99}, y[] = {1, -2, 3, 0.5, 4};
    const auto sums = plain_chebyshev_kernel().sums(x, y, 5);
    ChebyshevSums coefficients{};
    coefficients[7] = 1;
    double values[5];
    plain_chebyshev_kernel().evaluate(coefficients, x, values, 5);
    double expected = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        const double cosine = std::cos(7 * std::acos(x[i]));  // T_7
        EXPECT_NEAR(values[i], cosine, 1e-13);
        expected += y[i] * cosine;
    }
    EXPECT_NEAR(sums[7], expected, 1e-13);
}

}  // namespace
}  // namespace sneddon
