#include "numeric/sum/special_functions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

void expect_relative(double found, double expected, double tolerance) {
    EXPECT_NEAR(found, expected, tolerance * std::abs(expected));
}

TEST(SpecialFunctions, HaveTheirClosedForms) {
    expect_relative(log_gamma(0.5), 0.5 * std::log(std::numbers::pi), 1e-14);
    expect_relative(digamma(1), -std::numbers::egamma, 1e-14);
    expect_relative(trigamma(1), std::numbers::pi * std::numbers::pi / 6, 1e-14);
    expect_relative(gamma_q(1, 3), std::exp(-3), 1e-14);              // exponential tail
    expect_relative(gamma_p(0.5, 2), std::erf(std::sqrt(2)), 1e-14);  // half-normal
    expect_relative(normal_cdf(1), 0.8413447460685429, 1e-15);        // tables
}

// 34-digit values of the logarithm of the normal distribution.
TEST(SpecialFunctions, LogNormalCdfHoldsInBothTails) {
    expect_relative(log_normal_cdf(-10), -53.23128515051247, 1e-14);
    expect_relative(log_normal_cdf(-40), -804.6084420137538, 1e-14);
    expect_relative(log_normal_cdf(10), -7.619853024160527e-24, 1e-13);
    // The two formulas meet.
    EXPECT_NEAR(log_normal_cdf(-30.0000001) - log_normal_cdf(-29.9999999), -30.033 * 2e-7, 1e-9);
}

TEST(SpecialFunctions, LogGammaTailsGoOnWhereTheFunctionsUnderflow) {
    expect_relative(log_gamma_q(1, 5000), -5000, 1e-14);
    // Q(2, x) = (1 + x) e^-x
    expect_relative(log_gamma_q(2, 3000), std::log(3001) - 3000, 1e-14);
    // P(a, x) -> x^a e^-x (1 + x/(a + 1)) / Gamma(a + 1) for small x
    const double x = 1e-3;
    expect_relative(log_gamma_p(200, x),
                    200 * std::log(x) - x + std::log1p(x / 201) - log_gamma(201), 1e-13);
    expect_relative(std::exp(log_gamma_p(3, 2)), gamma_p(3, 2), 1e-14);
}

TEST(SpecialFunctions, DerivativeInTheShapeIsTheLimitOfDifferences) {
    for (const double a : {0.4, 1.7, 9.0, 60.0})
        for (const double x : {0.1, 2.0, 9.5, 70.0}) {
            const double step = 1e-5 * a;
            const double difference = (gamma_p(a + step, x) - gamma_p(a - step, x)) / (2 * step);
            EXPECT_NEAR(gamma_p_derivative_in_a(a, x), difference, 1e-8) << a << " " << x;
        }
}

TEST(SpecialFunctions, Log1pMinusKeepsItsDigits) {
    expect_relative(log1p_minus(1e-8), -5e-17 + 1e-24 / 3, 1e-14);
    expect_relative(log1p_minus(1), std::numbers::ln2 - 1, 1e-15);
}

}  // namespace
}  // namespace sneddon
