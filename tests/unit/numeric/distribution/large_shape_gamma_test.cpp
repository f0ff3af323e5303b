#include "numeric/distribution/large_shape_gamma.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "numeric/sum/special_functions.hpp"

namespace sneddon {
namespace {

void expect_relative(double found, double expected, double tolerance) {
    EXPECT_NEAR(found, expected, tolerance * std::abs(expected));
}

// 20-digit values by quadrature of the density in 40 digits (mpmath). The rounding of x is 1e-16 of
// it, which is a^(1/2) 1e-16 of a standard deviation: 1e-10 at a = 1e12.
TEST(LargeShapeGamma, BothTailsHaveTheirDigits) {
    expect_relative(log_gamma_p_of_large_shape(1e5, 98102.63340389897), -20.967265821908462, 1e-13);
    expect_relative(log_gamma_p_of_large_shape(1e5, 99683.77223398317), -1.8410241926340902, 1e-13);
    expect_relative(log_gamma_q_of_large_shape(1e5, 99683.77223398317), -0.17275329860985756,
                    1e-13);
    expect_relative(log_gamma_p_of_large_shape(1e5, 1e5), -0.69230648981872485, 1e-14);
    expect_relative(log_gamma_q_of_large_shape(1e5, 1e5), -0.69398857865679717, 1e-14);
    expect_relative(log_gamma_q_of_large_shape(1e5, 100632.45553203368), -3.7757193936621918,
                    1e-13);
    expect_relative(log_gamma_q_of_large_shape(1e5, 102529.8221281347), -34.484152392758312, 1e-13);
    expect_relative(log_gamma_q_of_large_shape(1e6, 1008000.0), -34.843905983285527, 1e-12);
    expect_relative(log_gamma_p_of_large_shape(1e12, 999994000000.0), -20.736840799262480, 1e-12);
    expect_relative(log_gamma_q_of_large_shape(1e12, 1000002000000.0), -3.7831819604705018, 1e-12);
    expect_relative(log_gamma_q_of_large_shape(1e12, 1000008000000.0), -35.013266612208250, 1e-12);
}

// At eta = 0.05 the Taylor series of the coefficients hands over to their closed forms; a is large
// enough that these and the series of the other side are both in use.
TEST(LargeShapeGamma, IsSmoothWhereTheFormulasMeet) {
    for (const double sign : {-1.0, 1.0}) {
        const double eta = sign * 0.05, mu = eta + eta * eta / 3 + eta * eta * eta / 36;
        const double a = 2e5;
        const double inside = a * (1 + mu * (1 - 1e-6)), outside = a * (1 + mu * (1 + 1e-6));
        const double middle = a * (1 + mu);
        const auto tail = sign > 0 ? log_gamma_q_of_large_shape : log_gamma_p_of_large_shape;
        const double bend = tail(a, inside) - 2 * tail(a, middle) + tail(a, outside);
        // The second difference of -z^2/2 alone.
        EXPECT_NEAR(bend, -a * std::pow(mu * 1e-6, 2), 2e-10);
    }
}

// The recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / Gamma(a + 1) on both sides of the threshold.
TEST(LargeShapeGamma, GoesOnFromTheSeries) {
    const double a = large_shape - 0.5;
    for (const double z : {-5.0, -1.0, 0.0, 1.0, 5.0}) {
        const double x = a + z * std::sqrt(a);
        const double density =
            std::exp(a * (std::log1p((x - a) / a) - (x - a) / a) - stirling_remainder(a)) /
            std::sqrt(2 * std::acos(-1.0) * a);
        EXPECT_NEAR(std::exp(log_gamma_q_of_large_shape(a + 1, x)),
                    std::exp(log_gamma_q(a, x)) + density, 1e-13);
    }
}

TEST(LargeShapeGamma, DerivativeInTheShapeHasItsDigits) {
    expect_relative(gamma_p_derivative_of_large_shape(1e5, 99051.31670194949), -1.36837343189494e-5,
                    1e-10);
    expect_relative(gamma_p_derivative_of_large_shape(1e5, 1e5), -0.00126156731231588, 1e-11);
    expect_relative(gamma_p_derivative_of_large_shape(1e5, 100474.34164902526),
                    -0.000410053666699211, 1e-10);
    expect_relative(gamma_p_derivative_of_large_shape(1e6, 1001500.0), -0.000129566081563235,
                    1e-10);
    expect_relative(gamma_p_derivative_of_large_shape(1e12, 999997000000.0), -4.43181517312441e-9,
                    1e-10);
}

TEST(LargeShapeGamma, FarTailsEndWithoutNaN) {
    EXPECT_LT(log_gamma_q_of_large_shape(1e6, 1e300), -1e200);
    EXPECT_EQ(log_gamma_p_of_large_shape(1e6, 1e300), 0);
    // P(a, x) -> x^a e^-x / Gamma(a + 1) (1 + x/a + ..) far below the shape.
    expect_relative(log_gamma_p_of_large_shape(1e6, 1.0), -1 - log_gamma(1e6 + 1), 1e-9);
    EXPECT_EQ(log_gamma_q_of_large_shape(1e6, 1.0), 0);
}

TEST(LargeShapeGamma, StirlingsRemainderIsThatOfLogGamma) {
    // 1/(12 a) - 1/(360 a^3) + ...; ln 19! is a table's.
    const double log_19_factorial = 39.33988418719949403622;
    expect_relative(stirling_remainder(20),
                    log_19_factorial - (19.5 * std::log(20.0) - 20 + 0.91893853320467274178),
                    1e-11);
    expect_relative(stirling_remainder(1e6), 1e-6 / 12, 1e-12);
}

}  // namespace
}  // namespace sneddon
