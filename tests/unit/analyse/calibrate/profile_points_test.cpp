// Calibrations from many depths of each test: how they are thinned, and what their errors count.
#include "analyse/calibrate/profile_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "numeric/sum/moments.hpp"
#include "support/calibration_points.hpp"

namespace sneddon::testing {
namespace {

// A paraboloid's load of depth squared: cells of 7.5 % hold its mean to 0.05 %.
TEST(ProfilePoints, AreMeansOverCellsOfDepth) {
    MeasuredStiffness measured;
    for (int i = 1; i <= 1000; ++i) {
        measured.depth_nm.push_back(i);
        measured.load_uN.push_back(0.1 * i * i);
        measured.stiffness_uN_per_nm.push_back(0.3 * i);
    }
    const auto points = points_of_profile(measured, 100, "a", 1);
    EXPECT_NEAR(static_cast<double>(points.size()), 32, 1) << "cells of a decade";
    double before = 0;
    for (const CalibrationPoint& point : points) {
        EXPECT_GE(point.h_nm, 100);
        EXPECT_GT(point.h_nm, before);
        EXPECT_NEAR(point.F_uN / (0.1 * point.h_nm * point.h_nm), 1, 5e-4);
        EXPECT_NEAR(point.S_uN_per_nm / (0.3 * point.h_nm), 1, 1e-12);
        EXPECT_EQ(point.test, "a");
        EXPECT_EQ(point.material, 1u);
        before = point.h_nm;
    }
}

TEST(ProfilePoints, BeginWhereTheSurfaceIsATenthOfTheDepth) {
    MeasuredStiffness measured;
    EXPECT_EQ(shallowest_of_profile_nm(measured, 3), 30);
    EXPECT_EQ(shallowest_of_profile_nm(measured, 0), 10);
    measured.rise_nm = -5;
    EXPECT_EQ(shallowest_of_profile_nm(measured, 3), 50);
}

constexpr double C_f = 3e-4;

/// 20 tests of 30 depths; each has a surface and a stiffness of its own.
std::vector<CalibrationPoint> profiles(std::uint64_t seed) {
    constexpr int tests = 20, depths = 30;
    const AreaFunction tip = rounded_tip(AreaFunction::Kind::cap_cone, 100, 70.3);
    const CalibrationOptions options;
    RandomStream random(seed);
    std::vector<CalibrationPoint> points;
    for (int test = 0; test < tests; ++test) {
        const double shift_nm = random.normal(), H_GPa = 9.25 * (1 + 0.01 * random.normal());
        for (int i = 0; i < depths; ++i) {
            const double h_c = 40 * std::pow(25.0, i / (depths - 1.0));
            const double A = projected_area_nm2(tip, h_c), F = 1e-3 * H_GPa * A;
            const double S = 2e-3 * reference_E_r_GPa(options) * std::sqrt(A / std::numbers::pi) *
                             (1 + 1e-3 * random.normal());
            points.push_back({h_c + options.epsilon * F / S + C_f * F + shift_nm, F,
                              1 / (1 / S + C_f), std::to_string(test), 0});
        }
    }
    return points;
}

// By the points u is that of neighbours that are alike; by the tests it is what seeds show.
TEST(ErrorsOfTests, AreThoseThatSeedsShow) {
    CalibrationOptions options;
    options.errors_from = ErrorsFrom::tests;
    std::vector<double> frames, u, radii, u_radius;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto points = profiles(seed);
        const auto frame = calibrate_frame(points, options);
        ASSERT_TRUE(frame.ok());
        frames.push_back(frame->found_nm_per_uN);
        u.push_back(frame->u_C_f_nm_per_uN);
        const auto area = calibrate_area(points, C_f, AreaForm::cap_cone, 0, options);
        ASSERT_TRUE(area.ok());
        EXPECT_EQ(area->tests, 20u);
        radii.push_back(area->parameters[0]);
        u_radius.push_back(area->standard_error(0));
    }
    // A standard deviation of 60 is sure to 9 %, u of 20 tests to 16 % each.
    EXPECT_NEAR(standard_deviation(frames) / mean(u), 1, 0.3);
    EXPECT_NEAR(standard_deviation(radii) / mean(u_radius), 1, 0.3);
    // One slope for tests whose hardness differs by 1 % moves the frame by 0.8 u.
    EXPECT_NEAR(mean(frames), C_f, mean(u));
}

// What a test has of its own is off at all depths together: no lack of the form.
TEST(ErrorsOfTests, TheSurfaceOfTestsIsNoLackOfTheForm) {
    int by_tests = 0, of_cone = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CalibrationOptions options;
        options.errors_from = ErrorsFrom::tests;
        const auto points = profiles(seed);
        by_tests +=
            calibrate_area(points, C_f, AreaForm::cap_cone, 0, options)->is_too_stiff() ? 1 : 0;
        of_cone +=
            calibrate_area(points, C_f, AreaForm::polynomial, 1, options)->is_too_stiff() ? 1 : 0;
    }
    EXPECT_LE(by_tests, 4) << "1 in 100 by chance; 5 of 40 once in 20,000";
    EXPECT_EQ(of_cone, 40);
}

}  // namespace
}  // namespace sneddon::testing
