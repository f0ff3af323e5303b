#include "numeric/mixture/climb/mixture_curvature.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "../mixture_cases.hpp"
#include "base/random.hpp"
#include "numeric/mixture/climb/mixture_chart.hpp"
#include "numeric/mixture/kernel/mixture_kernel.hpp"
#include "numeric/mixture/mixture_statistics.hpp"

namespace sneddon {
namespace {

/// Three overlapping groups in d columns, not at an optimum of what is drawn.
GaussianMixture overlapping(std::size_t d) {
    GaussianMixture mixture{d, {0.5, 0.3, 0.2}, {}, {}};
    for (std::size_t j = 0; j < 3; ++j)
        for (std::size_t a = 0; a < d; ++a) {
            mixture.means.push_back(static_cast<double>(j) * (a % 2 == 0 ? 1.0 : -0.7));
            for (std::size_t b = 0; b < d; ++b)
                mixture.covariances.push_back(a == b ? 1 + 0.3 * static_cast<double>(j) : 0.2);
        }
    return mixture;
}

Points drawn(std::size_t d, std::size_t rows, bool has_weights) {
    RandomStream random(7);
    Points points = sample(overlapping(d), rows, random).points;
    for (auto& column : points.columns)
        for (double& x : column) x = 1.1 * x + 0.2;
    if (has_weights)
        for (std::size_t i = 0; i < rows; ++i)
            points.weights.push_back(0.5 + static_cast<double>(i % 3));
    return points;
}

/// Differences of the gradient over two steps: of their third derivatives 1e-8 is left.
double slope_of_gradient(const MixtureChart& chart, const Points& points, std::size_t p,
                         std::size_t q) {
    const double step = 1e-3 * std::sqrt(points.total_weight());
    std::vector<double> x(chart.size(), 0);
    const auto at = [&](double there) {
        x[q] = there;
        return chart.gradient(x, *collect_statistics(*chart.mixture(x), points))[p];
    };
    const double near = at(step) - at(-step), far = at(2 * step) - at(-2 * step);
    return (8 * near - far) / (12 * step);
}

TEST(MixtureCurvature, IsTheChangeOfTheGradient) {
    for (const std::size_t d : {1u, 2u, 3u})
        for (const bool has_weights : {false, true}) {
            const Points points = drawn(d, 333, has_weights);
            const GaussianMixture mixture = overlapping(d);
            const auto chart =
                MixtureChart::around(mixture, points.total_weight(), ChartKind::moments);
            const auto falls = falling_curvature(points, mixture);
            ASSERT_TRUE(chart && falls);
            const std::size_t n = chart->size(), each = n / 3;
            for (std::size_t p = 0; p < n; ++p)
                for (std::size_t q = 0; q < n; ++q) {
                    // All weights together change no mixture; the matrix has a 1 there.
                    const double unmoved =
                        p % each == 0 && q % each == 0
                            ? std::sqrt(mixture.weights[p / each] * mixture.weights[q / each])
                            : 0;
                    EXPECT_NEAR((*falls)[p * n + q],
                                unmoved - slope_of_gradient(*chart, points, p, q), 1e-7)
                        << d << " columns, " << p << ", " << q;
                }
        }
}

TEST(MixtureCurvature, IsTheSameWithAnyNumberOfThreads) {
    const Points points = drawn(2, 50000, false);
    EXPECT_EQ(*falling_curvature(points, overlapping(2), 1),
              *falling_curvature(points, overlapping(2), 3));
}

TEST(MixtureCurvature, AllInstructionSetsGiveTheSameBits) {
    for (const std::size_t d : {2u, 3u})
        for (const bool has_weights : {false, true}) {
            const Points points = drawn(d, 777, has_weights);
            const auto scalar =
                *falling_curvature(points, overlapping(d), 1, InstructionSet::scalar);
            for (const auto set : {InstructionSet::avx2, InstructionSet::avx512}) {
                if (!is_available(set)) continue;
                EXPECT_EQ(*falling_curvature(points, overlapping(d), 1, set), scalar);
            }
        }
}

TEST(MixtureCurvature, InvertsWithDamping) {
    const auto inverse = damped_inverse({2, 1, 1, 2}, 2, 1);
    ASSERT_EQ(inverse.size(), 4u);
    EXPECT_NEAR(inverse[0], 3.0 / 8, 1e-15);
    EXPECT_NEAR(inverse[1], -1.0 / 8, 1e-15);
    EXPECT_EQ(inverse[1], inverse[2]);
    EXPECT_TRUE(damped_inverse({1, 2, 2, 1}, 2, 0.5).empty());
}

}  // namespace
}  // namespace sneddon
