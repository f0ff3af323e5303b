#include "analyse/hertz.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

Curve hertz_curve(double E_r_GPa, double radius_nm, double h_0_nm, double F_max_uN) {
    const double K = 4.0 / 3 * E_r_GPa * 1e-3 * std::sqrt(radius_nm);
    Curve curve;
    for (int i = 0; i <= 200; ++i) {
        const double load_uN = F_max_uN * i / 200;
        curve.time_s.push_back(0.01 * i);
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(h_0_nm + std::pow(load_uN / K, 2.0 / 3));
    }
    return curve;
}

TEST(Hertz, AnElasticContactGivesItsModulusAndItsZero) {
    const HertzFit fit = fit_hertz(hertz_curve(48, 300, 1.5, 100), 0, 201);
    ASSERT_TRUE(fit.is_fitted);
    EXPECT_NEAR(hertz_modulus_GPa(fit, 300), 48, 1e-9);
    EXPECT_NEAR(fit.h_0_nm, 1.5, 1e-9);
    EXPECT_NEAR(fit.rms_nm, 0, 1e-9);
}

TEST(Hertz, TooFewSamplesOrADepthThatDoesNotRiseGiveNoFit) {
    Curve curve = hertz_curve(48, 300, 0, 100);
    EXPECT_FALSE(fit_hertz(curve, 0, 8).is_fitted);
    EXPECT_FALSE(fit_hertz(curve, 0, 0).is_fitted);
    for (double& depth : curve.depth_nm) depth = -depth;
    EXPECT_FALSE(fit_hertz(curve, 0, 201).is_fitted);
}

// Known answers for E_r 48 GPa, R 300 nm: p_0 6.28, 7.19, 8.04, 9.06 GPa and tau 1.95 ... 2.81.
TEST(Hertz, PressureAndShearHaveTheirKnownValues) {
    EXPECT_NEAR(hertz_pressure_GPa(50, 48, 300), 6.28, 0.005);
    EXPECT_NEAR(hertz_pressure_GPa(75, 48, 300), 7.19, 0.005);
    EXPECT_NEAR(hertz_pressure_GPa(105, 48, 300), 8.04, 0.005);
    EXPECT_NEAR(hertz_pressure_GPa(150, 48, 300), 9.06, 0.005);
    EXPECT_NEAR(hertz_largest_shear_GPa(50, 48, 300), 1.95, 0.005);
    EXPECT_NEAR(hertz_largest_shear_GPa(150, 48, 300), 2.81, 0.005);
}

// Loads from 10 % of that at the end on: 20 to 200 of the 0 to 200 half micronewtons.
TEST(Hertz, BeginsAtATenthOfTheLoadAtTheEnd) {
    Curve curve = hertz_curve(48, 300, 1.5, 100);
    EXPECT_EQ(fit_hertz(curve, 0, 201).n, 181u);
    EXPECT_EQ(fit_hertz(curve, 150, 201).n, 51u);
    for (std::size_t i = 0; i < 20; ++i) curve.depth_nm[i] = 99;
    EXPECT_NEAR(hertz_modulus_GPa(fit_hertz(curve, 0, 201), 300), 48, 1e-9);
    curve.depth_nm[20] = 99;
    EXPECT_GT(std::abs(hertz_modulus_GPa(fit_hertz(curve, 0, 201), 300) - 48), 1);
}

TEST(Hertz, TenPointsAreEnough) {
    const Curve curve = hertz_curve(48, 300, 1.5, 100);
    EXPECT_TRUE(fit_hertz(curve, 191, 201).is_fitted);
    EXPECT_FALSE(fit_hertz(curve, 192, 201).is_fitted);
    EXPECT_EQ(fit_hertz(curve, 192, 201).n, 9u);
    EXPECT_EQ(fit_hertz(curve, 201, 201).n, 0u);
    EXPECT_EQ(fit_hertz(curve, 0, 1).n, 0u);  // ends without a load
}

TEST(Hertz, ItsResidualIsThatOfTheLine) {
    Curve curve = hertz_curve(48, 300, 1.5, 100);
    for (std::size_t i = 0; i <= 200; ++i) curve.depth_nm[i] += i % 2 == 0 ? 0.1 : -0.1;
    EXPECT_NEAR(fit_hertz(curve, 0, 201).rms_nm, 0.1 * std::sqrt(181 / 179.0), 1e-4);
}

}  // namespace
}  // namespace sneddon
