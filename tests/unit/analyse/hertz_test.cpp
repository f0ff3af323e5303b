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

}  // namespace
}  // namespace sneddon
