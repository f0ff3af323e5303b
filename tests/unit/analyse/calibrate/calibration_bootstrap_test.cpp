// Two reference materials, and the spread of calibrations that are made again.
#include "analyse/calibrate/calibration_bootstrap.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>

#include "support/calibration_points.hpp"

namespace sneddon {
namespace {

using testing::CalibrationTruth;
using testing::reference_unloadings;
using testing::rounded_tip;

CalibrationOptions silica_and_sapphire() {
    CalibrationOptions options;
    options.frame = FrameFreedom::fitted;
    options.second = ReferenceMaterial{"sapphire", 433, 0.25};
    return options;
}

CalibrationTruth berkovich() {
    CalibrationTruth truth;
    truth.area = rounded_tip(AreaFunction::Kind::cap_cone, 150, 70.3);
    truth.first_nm = 30;
    truth.last_nm = 1200;
    return truth;
}

std::vector<CalibrationPoint> both_materials(CalibrationTruth truth,
                                             const CalibrationOptions& options) {
    auto points = reference_unloadings(truth, options);
    truth.material = 1;
    truth.H_GPa = 28;
    truth.last_nm /= 3;
    for (const CalibrationPoint& point : reference_unloadings(truth, options))
        points.push_back(point);
    return points;
}

TEST(TwoMaterials, TellFrameAndAreaApart) {
    const CalibrationOptions options = silica_and_sapphire();
    const CalibrationTruth truth = berkovich();
    const auto points = both_materials(truth, options);
    const auto found = calibrate_area(points, 0, AreaForm::cap_cone, 0, options);
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-10);
    EXPECT_NEAR(found->area.radius_nm, 150, 1e-4);
    double modulus[] = {0, 0};
    for (const CalibrationClass& each : found->classes) {
        EXPECT_TRUE(each.is_true);
        modulus[each.material] = each.E_GPa;
    }
    EXPECT_NEAR(modulus[0], 72, 1e-5);
    EXPECT_NEAR(modulus[1], 433, 1e-4);
}

// From the load: one compliance, a slope for each hardness.
TEST(TwoMaterials, ShareTheFrameFromTheLoad) {
    const CalibrationOptions options = silica_and_sapphire();
    const CalibrationTruth truth = berkovich();
    const auto found = calibrate_frame(both_materials(truth, options), options);
    ASSERT_TRUE(found.ok());
    EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-12);
}

// The series that the tip is made from takes over much of the frame of one material; with two the
// standard error of the frame is smaller by more than 2.
TEST(TwoMaterials, NarrowTheFrameUnderAFlexibleForm) {
    CalibrationOptions options = silica_and_sapphire();
    CalibrationTruth truth = berkovich();
    truth.area.kind = AreaFunction::Kind::polynomial;
    truth.area.coefficients = {24.5, 900, 4000};
    truth.noise = 0.005;
    const auto two =
        calibrate_area(both_materials(truth, options), 0, AreaForm::polynomial, 3, options);
    ASSERT_TRUE(two.ok()) << message(two.error());
    options.second.reset();
    const auto one =
        calibrate_area(reference_unloadings(truth, options), 0, AreaForm::polynomial, 3, options);
    ASSERT_TRUE(one.ok()) << message(one.error());
    EXPECT_LT(2 * two->u_C_f_nm_per_uN, one->u_C_f_nm_per_uN);
    EXPECT_NEAR(two->C_f_nm_per_uN, truth.C_f_nm_per_uN, 3 * two->u_C_f_nm_per_uN);
}

// u of the draws against that of the least squares, which is true for this noise: 60 tests and 200
// draws leave the ratio within 0.65 and 1.5.
TEST(CalibrationBootstrap, AgreesWithTheCovarianceOfWhiteNoise) {
    CalibrationOptions options;
    options.frame = FrameFreedom::fitted;
    CalibrationTruth truth = berkovich();
    truth.noise = 0.01;
    const auto points = reference_unloadings(truth, options);
    const auto found = calibrate_area(points, 0, AreaForm::cap_cone, 0, options);
    ASSERT_TRUE(found.ok());
    CalibrationBootstrapOptions how;
    how.replicates = 200;
    const auto spread = bootstrap_calibration(points, *found, AreaForm::cap_cone,
                                              std::span(points).first(1), options, how);
    ASSERT_TRUE(spread.ok()) << message(spread.error());
    for (std::size_t k = 0; k < 2; ++k) {
        EXPECT_GT(spread->u_parameters[k] / found->standard_error(k), 0.65) << k;
        EXPECT_LT(spread->u_parameters[k] / found->standard_error(k), 1.5) << k;
    }
    EXPECT_GT(spread->u_C_f_nm_per_uN / found->u_C_f_nm_per_uN, 0.65);
    EXPECT_LT(spread->u_C_f_nm_per_uN / found->u_C_f_nm_per_uN, 1.5);
    EXPECT_EQ(spread->tests, 60u);
    EXPECT_EQ(spread->band.size(), 25u);
    for (const AreaBand& at : spread->band) {
        EXPECT_LT(at.low_nm2, at.A_nm2);
        EXPECT_GT(at.high_nm2, at.A_nm2);
    }
    how.threads = 3;
    const auto again = bootstrap_calibration(points, *found, AreaForm::cap_cone, {}, options, how);
    EXPECT_EQ(again->u_parameters, spread->u_parameters);
}

// Tests that differ by a surface of their own: all unloadings of a test are too deep together. The
// least squares take them for independent, the draws do not.
TEST(CalibrationBootstrap, SeesWhatATestHasOfItsOwn) {
    CalibrationTruth truth = berkovich();
    truth.depths = 15;
    truth.tests = 20;
    auto points = reference_unloadings(truth, {});
    RandomStream surfaces(2);
    for (int test = 0; test < 20; ++test) {
        const double shift = 1.5 * surfaces.normal();
        for (std::size_t i = static_cast<std::size_t>(test); i < points.size(); i += 20) {
            points[i].test = "test " + std::to_string(test);
            points[i].h_nm += shift;
        }
    }
    const auto found = calibrate_area(points, truth.C_f_nm_per_uN, AreaForm::cap_cone, 0, {});
    ASSERT_TRUE(found.ok());
    const auto spread = bootstrap_calibration(points, *found, AreaForm::cap_cone, {}, {}, {});
    ASSERT_TRUE(spread.ok()) << message(spread.error());
    EXPECT_EQ(spread->tests, 20u);
    EXPECT_GT(spread->u_parameters[0], 1.5 * found->standard_error(0));
    EXPECT_TRUE(std::isnan(spread->u_C_f_nm_per_uN)) << "the frame was given";
}

TEST(CalibrationBootstrap, FiveTestsAreTooFew) {
    CalibrationTruth truth = berkovich();
    truth.depths = 5;
    truth.tests = 1;
    const auto points = reference_unloadings(truth, {});
    const auto found = calibrate_area(points, truth.C_f_nm_per_uN, AreaForm::cap_cone, 0, {});
    ASSERT_TRUE(found.ok());
    const auto spread = bootstrap_calibration(points, *found, AreaForm::cap_cone, {}, {}, {});
    ASSERT_FALSE(spread.ok());
    EXPECT_EQ(spread.error().code, "SND-A034");
}

}  // namespace
}  // namespace sneddon
