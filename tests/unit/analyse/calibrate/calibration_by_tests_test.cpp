// Errors and the verdict of a form where whole tests count, of one calibration each: what the
// slower ones of profile_points_test.cpp see over many seeds.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sneddon/analyse/calibrate.hpp"
#include "support/calibration_points.hpp"

namespace sneddon {
namespace {

constexpr double C_f = 5e-4;

/// 12 tests with 8 depths each and a surface of their own.
std::vector<CalibrationPoint> tests_of_many_depths(std::size_t copies = 1) {
    testing::CalibrationTruth truth;
    truth.area = testing::rounded_tip(AreaFunction::Kind::cap_cone, 150, 70.3);
    truth.C_f_nm_per_uN = C_f;
    truth.first_nm = 20;
    truth.last_nm = 400;
    truth.depths = 8;
    truth.tests = 1;
    truth.noise = 0.003;
    std::vector<CalibrationPoint> points;
    RandomStream surfaces(2);
    for (int test = 0; test < 12; ++test) {
        truth.seed = 100 + static_cast<std::uint64_t>(test);
        const double surface_nm = surfaces.normal();
        for (CalibrationPoint point : testing::reference_unloadings(truth, {})) {
            point.test = "test " + std::to_string(test);
            point.h_nm += surface_nm;
            points.insert(points.end(), copies, point);
        }
    }
    return points;
}

AreaCalibration calibrated(const std::vector<CalibrationPoint>& points, ErrorsFrom errors,
                           AreaForm form = AreaForm::cap_cone) {
    CalibrationOptions options;
    options.errors_from = errors;
    const auto found =
        calibrate_area(points, C_f, form, form == AreaForm::polynomial ? 1 : 0, options);
    EXPECT_TRUE(found.ok()) << (found.ok() ? "" : message(found.error()));
    return found.ok() ? *found : AreaCalibration{};
}

// (J'J)^-1 M (J'J)^-1: with every point twice J'J is doubled and the squares M of the sums of tests
// are four times as large. By the points the errors would be those of twice as many.
TEST(CalibrationByTests, APointReadTwiceSaysNothingNew) {
    const auto once = calibrated(tests_of_many_depths(), ErrorsFrom::tests);
    const auto twice = calibrated(tests_of_many_depths(2), ErrorsFrom::tests);
    EXPECT_EQ(once.tests, 12u);
    EXPECT_EQ(twice.tests, 12u);
    ASSERT_EQ(once.covariance.size(), 4u);
    // The scatter over depths that weighs the points is estimated of more of them.
    for (std::size_t k = 0; k < 2; ++k) {
        EXPECT_GT(once.standard_error(k), 0);
        EXPECT_NEAR(twice.standard_error(k) / once.standard_error(k), 1, 0.01) << k;
    }
    EXPECT_NEAR(twice.covariance[1] / once.covariance[1], 1, 0.03);
    // Symmetric but for the order of the sums of three products of matrices.
    EXPECT_NEAR(once.covariance[1] / once.covariance[2], 1, 1e-12);
    EXPECT_EQ(calibrated(tests_of_many_depths(), ErrorsFrom::points).tests, 0u);
}

// The sums of tests decide: 12 with what each has of its own do not refuse the form of the tip, and
// refuse a cone at the smallest p that 999 draws have.
TEST(CalibrationByTests, AFormIsJudgedByWholeTests) {
    const auto points = tests_of_many_depths();
    EXPECT_GT(calibrated(points, ErrorsFrom::tests).p_form, 0.05);
    EXPECT_LT(calibrated(points, ErrorsFrom::tests, AreaForm::polynomial).p_form, 0.005);
}

TEST(CalibrationByTests, SixTestsAreCountedAndFiveAreNot) {
    auto points = tests_of_many_depths();
    points.resize(6 * 8);
    EXPECT_EQ(calibrated(points, ErrorsFrom::tests).tests, 6u);
    points.resize(5 * 8);
    EXPECT_EQ(calibrated(points, ErrorsFrom::tests).tests, 0u);
}

}  // namespace
}  // namespace sneddon
