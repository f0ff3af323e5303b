// Forms of a tip: found again where they are true, noticed where they are too stiff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analyse/calibrate/calibration_classes.hpp"
#include "sneddon/analyse/calibrate.hpp"
#include "support/calibration_points.hpp"

namespace sneddon {
namespace {

using testing::CalibrationTruth;
using testing::reference_unloadings;
using testing::rounded_tip;
using Kind = AreaFunction::Kind;

CalibrationTruth ball() {
    CalibrationTruth truth;
    truth.area = rounded_tip(Kind::sphere, 6000, 0);
    truth.first_nm = 100;
    truth.last_nm = 1500;
    return truth;
}

CalibrationTruth rounded_cone() {
    CalibrationTruth truth = ball();
    truth.area = rounded_tip(Kind::sphero_cone, 4000, 45);
    return truth;
}

// Without noise: to the tolerance of the search.
TEST(CalibrateArea, FindsASphere) {
    const auto truth = ball();
    const auto found = calibrate_area(reference_unloadings(truth, {}), truth.C_f_nm_per_uN,
                                      AreaForm::sphere, 0, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_EQ(found->area.kind, Kind::sphere);
    EXPECT_NEAR(found->area.radius_nm, 6000, 1e-4);
    EXPECT_EQ(found->parameters.size(), 1u);
}

TEST(CalibrateArea, FindsASpheroConeWithItsFrame) {
    const auto truth = rounded_cone();
    CalibrationOptions options;
    options.frame = FrameFreedom::fitted;
    const auto found =
        calibrate_area(reference_unloadings(truth, {}), 0, AreaForm::sphero_cone, 0, options);
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_NEAR(found->area.radius_nm, 4000, 1e-3);
    EXPECT_NEAR(found->area.half_angle_deg, 45, 1e-5);
    EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-10);
}

// The same hyperboloid as a series of two terms, C0 = pi tan²(alpha), C1 = 2 pi R.
TEST(CalibrateArea, ASpheroConeIsASeriesOfTwoTerms) {
    const auto truth = rounded_cone();
    const auto found = calibrate_area(reference_unloadings(truth, {}), truth.C_f_nm_per_uN,
                                      AreaForm::polynomial, 2, {});
    ASSERT_TRUE(found.ok());
    EXPECT_NEAR(found->parameters[0], 3.14159265358979, 1e-8);
    EXPECT_NEAR(found->parameters[1] / (2 * 3.14159265358979 * 4000), 1, 1e-9);
}

// A cap-cone seen as a sphere, at 0.5 % of noise of the stiffness. And as itself: of 25
// calibrations at most 2 may be called too stiff (expected 0.25 at the level of 1 %).
TEST(CalibrateArea, ATooStiffFormIsNoticed) {
    CalibrationTruth truth = ball();
    truth.area = rounded_tip(Kind::cap_cone, 4500, 60);
    truth.noise = 0.005;
    int as_sphere = 0, as_itself = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        truth.seed = seed;
        const auto points = reference_unloadings(truth, {});
        const double C_f = truth.C_f_nm_per_uN;
        const auto sphere = calibrate_area(points, C_f, AreaForm::sphere, 0, {});
        const auto cone = calibrate_area(points, C_f, AreaForm::cap_cone, 0, {});
        ASSERT_TRUE(sphere.ok() && cone.ok()) << seed;
        as_sphere += sphere->is_too_stiff();
        as_itself += cone->is_too_stiff();
    }
    EXPECT_EQ(as_sphere, 25);
    EXPECT_LE(as_itself, 2);
}

TEST(RankForms, PutsTheTrueFormBeforeStifferOnes) {
    CalibrationTruth truth = ball();
    truth.area = rounded_tip(Kind::cap_cone, 4500, 60);
    truth.noise = 0.005;
    const auto ranked = rank_forms(reference_unloadings(truth, {}), truth.C_f_nm_per_uN, {});
    ASSERT_EQ(ranked.size(), 13u);
    EXPECT_EQ(ranked.front().form, AreaForm::cap_cone);
    ASSERT_TRUE(ranked.front().found.has_value());
    const auto sphere =
        std::ranges::find(ranked, AreaForm::sphere, &RankedForm::form)->found.value();
    EXPECT_GT(sphere.aicc, ranked.front().found->aicc + 10);
}

// 10 signs, 2 runs: expected 6, variance 20/9; P = Phi((2 + 1/2 - 6)/1.4907) = 0.009444.
TEST(FewRuns, IsTheNormalApproximationOfWaldAndWolfowitz) {
    EXPECT_NEAR(p_of_few_runs({1, 1, 1, 1, 1, -1, -1, -1, -1, -1}), 0.009444, 2e-5);
    EXPECT_GT(p_of_few_runs({1, -1, 1, -1, 1, -1, 1, -1, 1, -1}), 0.99);
    EXPECT_TRUE(std::isnan(p_of_few_runs({1, 1, 1, 1, 1, 1, 1, 1, 1, 1})));
}

// Scatter that grows with the depth: the shallow unloadings carry the fit, and the exponent that is
// found is that of the noise within 0.3 (3 standard errors of 0.1 for 200 points).
TEST(CalibrateArea, WeighsByTheScatterOfTheDepth) {
    CalibrationTruth truth = ball();
    truth.C_f_nm_per_uN = 0;  // else the part of the contact in 1/S changes with the depth as well
    truth.depths = 40;
    truth.tests = 5;
    auto points = reference_unloadings(truth, {});
    RandomStream noise(3);
    for (CalibrationPoint& point : points)
        point.S_uN_per_nm *= 1 + 0.002 * std::pow(point.h_nm / 100, 1.0) * noise.normal();
    const auto found = calibrate_area(points, 0, AreaForm::sphere, 0, {});
    ASSERT_TRUE(found.ok());
    EXPECT_NEAR(found->scatter_exponent, 1.0, 0.3);
    EXPECT_NEAR(found->area.radius_nm, 6000, 3 * found->standard_error(0));
    EXPECT_LT(found->standard_error(0), 15) << "equal weights leave 40 nm";
}

}  // namespace
}  // namespace sneddon
