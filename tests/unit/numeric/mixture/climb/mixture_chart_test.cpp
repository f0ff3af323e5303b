#include "numeric/mixture/climb/mixture_chart.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "../mixture_cases.hpp"
#include "numeric/mixture/em_step.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::random_mixture;

std::vector<double> small_coordinates(std::size_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<double> x(count);
    for (double& value : x) value = 2 * random.normal();
    return x;
}

TEST(MixtureChart, TheOriginIsTheCentre) {
    const auto centre = random_mixture(4, 3, 1);
    const auto chart = MixtureChart::around(centre, 500);
    const auto mixture = *chart->mixture(std::vector<double>(chart->size(), 0));
    for (std::size_t j = 0; j < 4; ++j) EXPECT_NEAR(mixture.weights[j], centre.weights[j], 1e-15);
    EXPECT_EQ(mixture.means, centre.means);
    for (std::size_t i = 0; i < centre.covariances.size(); ++i)
        EXPECT_NEAR(mixture.covariances[i], centre.covariances[i], 1e-14);
}

// Central differences of the likelihood (about -2000, rounding 1e-12) with steps of 1e-3 in units
// of one standard error: the quotient carries 1e-9 of rounding and 1e-7 of the third derivative.
TEST(MixtureChart, GradientIsThatOfTheLikelihood) {
    for (const ChartKind kind : {ChartKind::factors, ChartKind::moments})
        for (std::size_t d = 1; d <= 3; ++d) {
            const auto points = cloud(random_mixture(3, d, 2), 400, 3);
            const auto chart = MixtureChart::around(random_mixture(3, d, 4), 400, kind);
            const auto x = small_coordinates(chart->size(), 5);
            const auto likelihood = [&](std::size_t i, double step) {
                auto shifted = x;
                shifted[i] += step;
                return evaluate(*chart->mixture(shifted), points).log_likelihood;
            };
            const auto gradient =
                chart->gradient(x, *collect_statistics(*chart->mixture(x), points));
            ASSERT_EQ(gradient.size(), chart->size());
            for (std::size_t i = 0; i < gradient.size(); ++i)
                EXPECT_NEAR(gradient[i], (likelihood(i, 1e-3) - likelihood(i, -1e-3)) / 2e-3,
                            1e-6 * (1 + std::fabs(gradient[i])))
                    << "d = " << d << ", coordinate " << i;
        }
}

// A component in two equal halves that move apart: their moments together stay, whatever the step.
TEST(MixtureChart, AlongMomentsTwoHalvesStayTheWhole) {
    const GaussianMixture halves{1, {0.5, 0.5}, {0, 0}, {1, 1}};
    const auto chart = MixtureChart::around(halves, 200, ChartKind::moments);
    for (const double step : {0.5, 3.0}) {
        const auto moved = *chart->mixture(std::vector<double>{0, step, 0, 0, -step, 0});
        EXPECT_NEAR(moved.weights[0] * moved.means[0] + moved.weights[1] * moved.means[1], 0,
                    1e-15);
        double square = 0;
        for (std::size_t j = 0; j < 2; ++j)
            square += moved.weights[j] * (moved.covariances[j] + moved.means[j] * moved.means[j]);
        EXPECT_NEAR(square, 1, 1e-14);
    }
    EXPECT_FALSE(chart->mixture(std::vector<double>{-10.5, 0, 0, 0, 0, 0}).has_value());
}

// With one component nothing is missing from the data: the gradient at a centre close to the
// optimum is the EM step, in the metric in which EM measures it.
TEST(MixtureChart, CloseToTheOptimumTheGradientIsTheStepOfEm) {
    const auto points = cloud(random_mixture(1, 2, 6), 1000, 7);
    GaussianMixture near = *maximise(*collect_statistics(random_mixture(1, 2, 6), points));
    near.means[0] += 1e-5;
    near.covariances[0] *= 1 + 1e-5;
    const auto statistics = *collect_statistics(near, points);
    const auto chart = MixtureChart::around(near, 1000);
    const auto gradient = chart->gradient(std::vector<double>(chart->size(), 0), statistics);
    double square = 0;
    for (const double g : gradient) square += g * g;
    const double step = step_length(near, *maximise(statistics), 1000);
    EXPECT_NEAR(std::sqrt(square), step, 1e-4 * step);
}

TEST(MixtureChart, ASingularCentreHasNone) {
    EXPECT_FALSE(MixtureChart::around({2, {1}, {0, 0}, {1, 1, 1, 1}}, 10).has_value());
}

}  // namespace
}  // namespace sneddon
