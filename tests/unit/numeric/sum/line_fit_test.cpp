#include "numeric/sum/line_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/least_squares/linear_least_squares.hpp"

namespace sneddon {
namespace {

struct Points {
    std::vector<double> x, y;
};

Points noisy_parabola(double first, double noise) {
    RandomStream random(3);
    Points points;
    for (int i = 0; i < 500; ++i) {
        const double x = first + 0.01 * i;
        points.x.push_back(x);
        points.y.push_back(4 + 3 * x - 0.2 * x * x + noise * random.normal());
    }
    return points;
}

// The other fit has twice the digits. 1e-9: of 500 points whose mean lies up to 20 of their spreads
// away a sum of squares keeps that much.
TEST(FitParabola, IsTheLeastSquaresFitWithItsErrors) {
    for (const double first : {-2.0, 0.0, 30.0}) {
        const Points points = noisy_parabola(first, 0.1);
        const ParabolaFit found = fit_parabola(points.x, points.y, 0);
        const LinearFit exact = fit_polynomial(points.x, points.y, 2);
        EXPECT_NEAR(found.value, exact.coefficients[0], 1e-9 * std::abs(exact.coefficients[0]));
        EXPECT_NEAR(found.slope, exact.coefficients[1], 1e-9 * std::abs(exact.coefficients[1]));
        EXPECT_NEAR(found.curvature, exact.coefficients[2], 1e-9 * std::abs(exact.coefficients[2]));
        EXPECT_NEAR(found.u_curvature, exact.standard_errors[2], 1e-9 * exact.standard_errors[2]);
        EXPECT_NEAR(found.residual_sd, exact.residual_sd, 1e-9 * exact.residual_sd);
    }
}

TEST(FitParabola, OfTwoPlacesIsALineWithoutACurvature) {
    const std::vector<double> x = {1, 1, 1, 3, 3, 3}, y = {2, 2.1, 1.9, 4, 4.1, 3.9};
    const ParabolaFit found = fit_parabola(x, y, 1);
    EXPECT_NEAR(found.value, 2, 1e-12);
    EXPECT_EQ(found.curvature, 0);
    EXPECT_EQ(found.u_curvature, 0);
}

}  // namespace
}  // namespace sneddon
