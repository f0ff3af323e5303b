#include "sneddon/model/area_function.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace sneddon {
namespace {

AreaFunction parsed(const std::string& text) {
    const auto area = parse_area_function(text);
    EXPECT_TRUE(area.ok()) << (area.ok() ? "" : message(area.error()));
    return area.ok() ? *area : AreaFunction{};
}

TEST(ProjectedArea, IdealIsTheCone) {
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("ideal"), 100), 245'000);
    EXPECT_DOUBLE_EQ(projected_area_nm2(AreaFunction{}, 2), 98);
}

TEST(ProjectedArea, PolynomialUsesThePowersOfOliverAndPharr) {
    // h = 256 nm: h^(1/2), h^(1/4), h^(1/8) = 16, 4, 2 are exact.
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("1,0,0,0,0"), 256), 65536);
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("0,1"), 256), 256);
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("0,0,1"), 256), 16);
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("0,0,0,1"), 256), 4);
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("0,0,0,0,1"), 256), 2);
    EXPECT_DOUBLE_EQ(projected_area_nm2(parsed("0,0,0,0,0,0,0,0,1"), 256), std::pow(2, 1 / 16.0));
}

// Terms of 1e9 that cancel to 2e5: against the same sum in long double (64 bits of mantissa on the
// machines the tests run on). The products themselves are rounded, 1e9 * 2^-53 = 1e-7 nm² each.
TEST(ProjectedArea, LargeTermsOfBothSignsAreSummedWithoutLoss) {
    const AreaFunction tip = parsed(
        "24.5,108912.567827,-14165267.254842,195611459.215297,-575906398.850506,402336605.252534");
    for (const double h : {90.0, 131.48144, 250.0}) {
        long double expected = 24.5L * h * h, power = h;
        for (int k = 1; k <= 5; ++k, power = std::sqrt(power))
            expected +=
                static_cast<long double>(tip.coefficients[static_cast<std::size_t>(k)]) * power;
        EXPECT_NEAR(projected_area_nm2(tip, h), static_cast<double>(expected), 1e-6) << h;
    }
}

// Against a central difference of the area, whose own error is 1e-8 of the slope.
TEST(LogAreaSlope, IsTheDerivativeOfTheArea) {
    for (const char* text :
         {"ideal", "0,1", "24.5,914,8528", "24.5,2460.6,-310,47,5,-3,0.2,1,-9", "cap-cone:300",
          "thurn-cook:300", "sphere:6000", "sphero-cone:3000:45"}) {
        const AreaFunction tip = parsed(text);
        for (const double h : {7.0, 34.0, 250.0}) {
            const double step = 1e-4 * h;
            const double difference =
                std::log(projected_area_nm2(tip, h + step) / projected_area_nm2(tip, h - step)) /
                (2 * step);
            EXPECT_NEAR(log_area_slope_per_nm(tip, h) / difference, 1, 3e-8) << text << h;
        }
    }
    EXPECT_DOUBLE_EQ(log_area_slope_per_nm(parsed("ideal"), 50), 2.0 / 50);
    EXPECT_TRUE(std::isnan(log_area_slope_per_nm(parsed("ideal"), 0)));
    EXPECT_TRUE(std::isnan(log_area_slope_per_nm(parsed("-1"), 50)));
}

// Numbers of the closed form: R = 300 nm, half-angle 70.2996 degrees.
TEST(ProjectedArea, CapConeIsASphereThenItsTangentCone) {
    const AreaFunction tip = parsed("cap-cone:300");
    EXPECT_DOUBLE_EQ(tip.half_angle_deg, 70.2996);
    const double sine = std::sin(70.2996 * std::numbers::pi / 180);
    const double tangent_depth = 300 * (1 - sine);
    EXPECT_NEAR(tangent_depth, 17.56, 0.01);
    EXPECT_NEAR(projected_area_nm2(tip, 5), std::numbers::pi * (2 * 300 * 5 - 25), 1e-9);
    // A = 24.5 h² + 914 h + 8528 above the tangent depth (rounded coefficients: 0.1 %).
    EXPECT_NEAR(projected_area_nm2(tip, 34) / (24.5 * 34 * 34 + 914 * 34 + 8528), 1, 1e-3);
}

TEST(ProjectedArea, CapConeIsContinuousAndSmoothAtTheTangentDepth) {
    const AreaFunction tip = parsed("cap-cone:300:70.3");
    const double depth = 300 * (1 - std::sin(70.3 * std::numbers::pi / 180));
    const double below = projected_area_nm2(tip, depth * (1 - 1e-12));
    const double above = projected_area_nm2(tip, depth * (1 + 1e-12));
    EXPECT_NEAR(above / below, 1, 1e-11);
    const double step = 1e-4;
    const double slope_below = (below - projected_area_nm2(tip, depth - step)) / step;
    const double slope_above = (projected_area_nm2(tip, depth + step) - above) / step;
    EXPECT_NEAR(slope_above / slope_below, 1, 1e-5);  // curvature times step
}

// 1/h = 2R/a² + tan(alpha)/a: the paraboloid at the end, the cone with a rounded end far from it.
TEST(ProjectedArea, ThurnCookIsTheHarmonicCombinationOfParaboloidAndCone) {
    const AreaFunction tip = parsed("thurn-cook:150:70.3");
    EXPECT_EQ(known_tip_radius_nm(tip), 150);
    const double t = std::tan(70.3 * std::numbers::pi / 180);
    for (const double h : {0.5, 10.0, 300.0, 5000.0}) {
        const double a = std::sqrt(projected_area_nm2(tip, h) / std::numbers::pi);
        EXPECT_NEAR(h * (2 * 150 / (a * a) + t / a), 1, 1e-12) << h;
    }
    EXPECT_NEAR(projected_area_nm2(tip, 1e-6) / (4 * std::numbers::pi * 75 * 1e-6), 1, 1e-3);
    const double far = t * 1e6 + 2 * 150 / t;
    EXPECT_NEAR(projected_area_nm2(tip, 1e6) / (std::numbers::pi * far * far), 1, 1e-8);
}

// pi (2 R h - h²) to the equator, nothing beyond; pi (2 R h + h² tan²(45 degrees)).
TEST(ProjectedArea, OfASphereAndOfASpheroCone) {
    const AreaFunction ball = parsed("sphere:1000"), cone = parsed("sphero-cone:1000:45");
    EXPECT_NEAR(projected_area_nm2(ball, 100), std::numbers::pi * 190'000, 1e-6);
    EXPECT_NEAR(projected_area_nm2(cone, 100), std::numbers::pi * 210'000, 1e-6);
    EXPECT_TRUE(std::isnan(projected_area_nm2(ball, 1001)));
    EXPECT_TRUE(std::isnan(log_area_slope_per_nm(ball, 1001)));
    EXPECT_EQ(known_tip_radius_nm(ball), 1000);
    EXPECT_FALSE(parse_area_function("sphere:1000:45").ok()) << "a sphere has no angle";
}

TEST(ProjectedArea, IsNaNWhereThereIsNoContact) {
    EXPECT_TRUE(std::isnan(projected_area_nm2(AreaFunction{}, 0)));
    EXPECT_TRUE(std::isnan(projected_area_nm2(AreaFunction{}, -5)));
    EXPECT_TRUE(std::isnan(projected_area_nm2(AreaFunction{}, std::nan(""))));
    EXPECT_TRUE(
        std::isnan(projected_area_nm2(AreaFunction{}, std::numeric_limits<double>::infinity())));
}

TEST(ProjectedArea, IsNaNWhereThePolynomialIsNotPositive) {
    EXPECT_TRUE(std::isnan(projected_area_nm2(parsed("24.5,-2450"), 50)));
    EXPECT_GT(projected_area_nm2(parsed("24.5,-2450"), 150), 0);
}

TEST(ParseAreaFunction, KeepsWhatWasGiven) {
    const AreaFunction tip = parsed(" 24.5, 2460.6 ,-3e4");
    EXPECT_EQ(tip.kind, AreaFunction::Kind::polynomial);
    EXPECT_EQ(tip.coefficients, (std::array<double, 9>{24.5, 2460.6, -3e4}));
    EXPECT_EQ(parsed("IDEAL").kind, AreaFunction::Kind::ideal);
    EXPECT_EQ(parsed("cap-cone:250:68").radius_nm, 250);
    EXPECT_EQ(parsed("cap-cone:250:68").half_angle_deg, 68);
}

TEST(ParseAreaFunction, WhatIsNotOneIsRefused) {
    for (const char* text : {"", "idle", "24.5,", "24.5,x", "nan", "inf", "0,0", "cap-cone",
                             "cap-cone:0", "cap-cone:-3", "cap-cone:300:90", "cap-cone:300:0",
                             "cap-cone:300:70:1", "1,2,3,4,5,6,7,8,9,10", "tip.ara"}) {
        const auto area = parse_area_function(text);
        ASSERT_FALSE(area.ok()) << text;
        EXPECT_EQ(area.error().code, "SND-U010") << text;
        EXPECT_FALSE(area.error().fix.empty());
    }
}

}  // namespace
}  // namespace sneddon
