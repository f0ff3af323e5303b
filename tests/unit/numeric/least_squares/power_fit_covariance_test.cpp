#include "numeric/least_squares/power_fit_covariance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/least_squares/levenberg_marquardt.hpp"

namespace sneddon {
namespace {

struct Sample {
    std::vector<double> x, y;
};

Sample noisy(double low, double high, double noise, auto law) {
    RandomStream random(3);
    Sample sample;
    for (int i = 0; i < 400; ++i) {
        sample.x.push_back(low + (high - low) * i / 399);
        sample.y.push_back(law(sample.x.back()) + noise * random.normal());
    }
    return sample;
}

const Sample offset = noisy(0.2, 0.95, 0.05, [](double x) { return 30 + 24 * std::pow(x, 0.7); });
const Sample shifted = noisy(40, 60, 0.3, [](double x) { return 2.5 * std::pow(x - 28, 1.35); });

void expect_same(const Covariance3& found, const std::vector<double>& reference) {
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            EXPECT_NEAR(found[i][j] / reference[3 * i + j], 1, 1e-8) << i << ", " << j;
}

// The general solver forms the same matrix in its own way from the same optimum; 1e-8 is the
// condition of the parameters (1e3) times how far its optimum lies from ours (1e-10 or less).
TEST(PowerFitCovariance, OfTheOffsetLawIsThatOfTheGeneralSolver) {
    const auto fit = fit_offset_power(offset.x, offset.y);
    const auto general = levenberg_marquardt(
        [&](auto p, auto residuals, auto jacobian) {
            for (std::size_t i = 0; i < offset.x.size(); ++i) {
                const double power = std::pow(offset.x[i], p[2]);
                residuals[i] = p[0] + p[1] * power - offset.y[i];
                jacobian[3 * i] = 1;
                jacobian[3 * i + 1] = power;
                jacobian[3 * i + 2] = p[1] * power * std::log(offset.x[i]);
            }
        },
        std::vector{fit.a, fit.b, fit.q}, offset.x.size());
    expect_same(offset_power_covariance(offset.x, fit), general.covariance);
}

TEST(PowerFitCovariance, OfTheShiftedLawIsThatOfTheGeneralSolver) {
    const auto fit = fit_shifted_power(shifted.x, shifted.y);
    const auto general = levenberg_marquardt(
        [&](auto p, auto residuals, auto jacobian) {
            for (std::size_t i = 0; i < shifted.x.size(); ++i) {
                const double d = shifted.x[i] - p[1], power = std::pow(d, p[2]);
                residuals[i] = p[0] * power - shifted.y[i];
                jacobian[3 * i] = power;
                jacobian[3 * i + 1] = -p[0] * p[2] * power / d;
                jacobian[3 * i + 2] = p[0] * power * std::log(d);
            }
        },
        std::vector{fit.B, fit.x0, fit.m}, shifted.x.size());
    expect_same(shifted_power_covariance(shifted.x, fit), general.covariance);
}

TEST(PowerFitCovariance, AnExponentAtItsBoundHasNoError) {
    const auto fit = fit_offset_power(offset.x, offset.y, {0.2, 0.6});
    ASSERT_TRUE(fit.is_at_bound);
    const auto covariance = offset_power_covariance(offset.x, fit);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(covariance[2][i], 0);
    EXPECT_GT(covariance[0][0], 0);
}

TEST(PowerFitCovariance, WithoutAFitIsNotANumber) {
    EXPECT_TRUE(std::isnan(offset_power_covariance(offset.x, {})[0][0]));
    EXPECT_TRUE(std::isnan(shifted_power_covariance(shifted.x, {})[1][2]));
}

// A sum of two parameters: var a + var b + 2 cov.
TEST(PowerFitCovariance, ErrorsPropagateThroughAGradient) {
    const Covariance3 covariance = {{{4, 1, 0}, {1, 9, 0}, {0, 0, 1}}};
    EXPECT_DOUBLE_EQ(propagated_error(covariance, {1, 1, 0}), std::sqrt(15.0));
    EXPECT_DOUBLE_EQ(propagated_error(covariance, {0, 0, -2}), 2);
}

}  // namespace
}  // namespace sneddon
