// Frame compliance and area function of indents made from a known tip, frame and material.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "base/random.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {
namespace {

struct Truth {
    AreaFunction area;
    double C_f_nm_per_uN = 0.0015;
    double H_GPa = 9.25;
    double noise = 0;  ///< of S, relative
    double first_nm = 20, last_nm = 2000;
    int count = 60;
    std::uint64_t seed = 5;
};

AreaFunction blunt_tip() {
    AreaFunction area;
    area.kind = AreaFunction::Kind::cap_cone;
    area.radius_nm = 150;
    area.half_angle_deg = 70.3;
    return area;
}

std::vector<CalibrationPoint> indents(const Truth& truth) {
    const CalibrationOptions options;
    RandomStream noise(truth.seed);
    std::vector<CalibrationPoint> points;
    for (int i = 0; i < truth.count; ++i) {
        const double share = static_cast<double>(i) / (truth.count - 1);
        const double h_c = truth.first_nm * std::pow(truth.last_nm / truth.first_nm, share);
        const double A = projected_area_nm2(truth.area, h_c);
        const double F = 1e-3 * truth.H_GPa * A;
        const double S = 2e-3 * reference_E_r_GPa(options) * std::sqrt(A / std::numbers::pi);
        const double S_seen = (1 + truth.noise * noise.normal()) / (1 / S + truth.C_f_nm_per_uN);
        points.push_back({h_c + options.epsilon * F / S + truth.C_f_nm_per_uN * F, F, S_seen, ""});
    }
    return points;
}

TEST(CalibrateFrame, FindsTheComplianceWhateverTheTip) {
    Truth truth;
    truth.area = blunt_tip();
    const auto found = calibrate_frame(indents(truth), {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-9);
    const double E_r = reference_E_r_GPa({});
    EXPECT_NEAR(found->F_per_S2_per_GPa, std::numbers::pi * 9.25 / (4 * E_r * E_r), 1e-9);
}

// 1 % of noise on 60 stiffnesses: the stated error covers the truth at 3 times.
TEST(CalibrateFrame, StatesAnErrorThatHoldsTheTruth) {
    Truth truth;
    truth.area = blunt_tip();
    truth.noise = 0.01;
    const auto found = calibrate_frame(indents(truth), {});
    ASSERT_TRUE(found.ok());
    EXPECT_GT(found->u_C_f_nm_per_uN, 0);
    EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 3 * found->u_C_f_nm_per_uN);
}

TEST(CalibrateFrame, ANegativeComplianceIsRefused) {
    Truth truth;
    truth.area = blunt_tip();
    truth.C_f_nm_per_uN = -0.0005;
    const auto found = calibrate_frame(indents(truth), {});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A035");
}

TEST(CalibrateFrame, TwoDepthsAreTooFew) {
    Truth truth;
    truth.area = blunt_tip();
    truth.count = 2;
    truth.first_nm = 1000;
    const auto found = calibrate_frame(indents(truth), {});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A034");
}

TEST(CalibrateArea, FindsRadiusAndAngleOfACapCone) {
    Truth truth;
    truth.area = blunt_tip();
    truth.first_nm = 5;
    const auto found =
        calibrate_area(indents(truth), truth.C_f_nm_per_uN, AreaForm::cap_cone, 0, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_NEAR(found->area.radius_nm, 150, 1e-4);
    EXPECT_NEAR(found->area.half_angle_deg, 70.3, 1e-6);
    EXPECT_NEAR(*found->area.h_c_min_nm, 5, 1e-9);
    EXPECT_NEAR(*found->area.h_c_max_nm, 2000, 1e-6);
}

AreaFunction thurn_cook_tip() {
    AreaFunction area = blunt_tip();
    area.kind = AreaFunction::Kind::thurn_cook;
    return area;
}

TEST(CalibrateArea, FindsRadiusAndAngleOfAThurnCookTip) {
    Truth truth;
    truth.area = thurn_cook_tip();
    const auto found =
        calibrate_area(indents(truth), truth.C_f_nm_per_uN, AreaForm::thurn_cook, 0, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_EQ(found->area.kind, AreaFunction::Kind::thurn_cook);
    EXPECT_NEAR(found->area.radius_nm, 150, 1e-4);
    EXPECT_NEAR(found->area.half_angle_deg, 70.3, 1e-6);
}

// The frame compliance is found from a start of zero, which is 7 % of 1/S at the deepest indent.
TEST(CalibrateArea, FindsFrameAndTipTogether) {
    CalibrationOptions options;
    options.frame = FrameFreedom::fitted;
    for (const bool is_thurn_cook : {false, true}) {
        Truth truth;
        truth.area = is_thurn_cook ? thurn_cook_tip() : blunt_tip();
        const auto found =
            calibrate_area(indents(truth), 0,
                           is_thurn_cook ? AreaForm::thurn_cook : AreaForm::cap_cone, 0, options);
        ASSERT_TRUE(found.ok()) << message(found.error());
        EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-9);
        EXPECT_NEAR(found->area.radius_nm, 150, 1e-4);
        EXPECT_NEAR(found->area.half_angle_deg, 70.3, 1e-6);
        EXPECT_EQ(found->parameters.size(), 2u);
        EXPECT_EQ(found->covariance.size(), 9u);
    }
}

// A hardness that falls with depth spoils the frame from the load, not the one found with the tip.
TEST(CalibrateArea, TheFrameFoundWithTheTipNeedsNoConstantHardness) {
    Truth truth;
    truth.area = blunt_tip();
    auto points = indents(truth);
    for (CalibrationPoint& point : points) {
        const double factor = 1 + 20 / point.h_nm;  // h_c and A stay: only the load grows
        const double S = 1 / (1 / point.S_uN_per_nm - truth.C_f_nm_per_uN);
        const double more_uN = (factor - 1) * point.F_uN;
        point.h_nm += (0.75 / S + truth.C_f_nm_per_uN) * more_uN;
        point.F_uN += more_uN;
    }
    const auto from_load = calibrate_frame(points, {});
    ASSERT_TRUE(from_load.ok());
    EXPECT_GT(std::fabs(from_load->C_f_nm_per_uN - truth.C_f_nm_per_uN), 1e-5);
    CalibrationOptions options;
    options.frame = FrameFreedom::fitted;
    const auto found =
        calibrate_area(points, from_load->C_f_nm_per_uN, AreaForm::cap_cone, 0, options);
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_NEAR(found->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-9);
    const auto on_area = calibrate_frame_on_area(points, truth.area, {});
    ASSERT_TRUE(on_area.ok()) << message(on_area.error());
    EXPECT_NEAR(on_area->C_f_nm_per_uN, truth.C_f_nm_per_uN, 1e-9);
    EXPECT_NEAR(on_area->E_r_GPa, reference_E_r_GPa({}), 1e-4);
}

// As many terms as there are depths fit any noise and leave nothing to judge them by.
TEST(CalibrateArea, HasFewerTermsThanDepths) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Truth truth;
        truth.area = blunt_tip();
        truth.count = 3;
        truth.noise = 1e-4;
        truth.seed = seed;
        auto points = indents(truth);
        truth.seed = seed + 100;
        std::ranges::copy(indents(truth), std::back_inserter(points));
        const auto found = calibrate_area(points, truth.C_f_nm_per_uN, AreaForm::polynomial, 0, {});
        ASSERT_TRUE(found.ok()) << message(found.error());
        EXPECT_LE(found->parameters.size(), 2u) << seed;
    }
}

TEST(CalibrateArea, TheNumberOfTermsIsThatOfAPolynomialOnly) {
    Truth truth;
    truth.area = blunt_tip();
    truth.count = 4;
    const double C_f = truth.C_f_nm_per_uN;
    EXPECT_TRUE(calibrate_area(indents(truth), C_f, AreaForm::cap_cone, 5, {}).ok());
    EXPECT_FALSE(calibrate_area(indents(truth), C_f, AreaForm::polynomial, 5, {}).ok());
    truth.count = 2;
    const auto two = calibrate_area(indents(truth), C_f, AreaForm::polynomial, 0, {});
    ASSERT_FALSE(two.ok());
    EXPECT_EQ(two.error().code, "SND-A034");
}

Result<AreaCalibration> found_with_its_frame(const Truth& truth, AreaForm form, int terms) {
    CalibrationOptions options;
    options.frame = FrameFreedom::fitted;
    return calibrate_area(indents(truth), 0, form, terms, options);
}

// 1 % of noise on 60 stiffnesses, 200 calibrations: 3 parameters within 1.96 of their errors.
TEST(CalibrateArea, TheCovarianceOfFrameAndTipIsThatOfTheScatter) {
    Truth truth;
    truth.area = blunt_tip();
    truth.noise = 0.01;
    int inside = 0, all = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        truth.seed = seed;
        const auto found = found_with_its_frame(truth, AreaForm::cap_cone, 0);
        if (!found.ok() || found->is_frame_zero) continue;
        const double truths[] = {150, 70.3, truth.C_f_nm_per_uN};
        const double values[] = {found->parameters[0], found->parameters[1], found->C_f_nm_per_uN};
        for (std::size_t k = 0; k < 3; ++k) {
            inside +=
                std::fabs(values[k] - truths[k]) <= 1.96 * std::sqrt(found->covariance[4 * k]);
            ++all;
        }
    }
    EXPECT_GT(all, 570);
    EXPECT_GT(static_cast<double>(inside) / all, 0.90);
    EXPECT_LT(static_cast<double>(inside) / all, 0.985);
}

TEST(CalibrateArea, ANegativeFrameFoundWithTheTipIsRefusedWithTheLimit) {
    Truth truth;
    truth.area = blunt_tip();
    truth.C_f_nm_per_uN = -0.0002;
    truth.noise = 0.001;
    const auto found = found_with_its_frame(truth, AreaForm::cap_cone, 0);
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A035");
    EXPECT_NE(found.error().expected.find("3 standard errors"), std::string::npos);
}

// A compliance that is nothing but the contact's own has no end: all areas become the same.
TEST(CalibrateArea, AFrameBeyondTheContactIsNotFound) {
    Truth truth;
    truth.area = blunt_tip();
    truth.C_f_nm_per_uN = -0.0009;
    const auto found = found_with_its_frame(truth, AreaForm::polynomial, 3);
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A036");
    EXPECT_NE(found.error().found.find("told apart"), std::string::npos);
}

TEST(CalibrateArea, FindsThePolynomialItWasMadeFrom) {
    Truth truth;
    truth.area.kind = AreaFunction::Kind::polynomial;
    truth.area.coefficients = {24.5, 900, 4000};
    const auto found =
        calibrate_area(indents(truth), truth.C_f_nm_per_uN, AreaForm::polynomial, 3, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_NEAR(found->parameters[0], 24.5, 1e-6);
    EXPECT_NEAR(found->parameters[1], 900, 1e-4);
    EXPECT_NEAR(found->parameters[2], 4000, 1e-2);
    EXPECT_EQ(found->covariance.size(), 9u);
    for (const CalibrationClass& each : found->classes) EXPECT_NEAR(each.E_GPa, 72, 1e-6);
}

// The polynomial follows a cap-cone to 1 %, which is 0.5 % of E.
TEST(CalibrateArea, ChoosesTermsThatFollowABluntTip) {
    Truth truth;
    truth.area = blunt_tip();
    const auto found =
        calibrate_area(indents(truth), truth.C_f_nm_per_uN, AreaForm::polynomial, 0, {});
    ASSERT_TRUE(found.ok());
    for (const CalibrationClass& each : found->classes)
        EXPECT_NEAR(each.E_GPa, 72, 0.5) << each.h_c_nm;
}

// A tip that is blunter the deeper it goes: no single term of either sign follows it.
TEST(CalibrateArea, AnAreaThatFallsIsRefused) {
    std::vector<CalibrationPoint> points;
    for (int i = 0; i < 20; ++i) {
        const double F = 100.0 * (i + 1), S = 40.0 - i;
        points.push_back({100 + 10.0 * i, F, S, ""});
    }
    const auto found = calibrate_area(points, 0, AreaForm::polynomial, 2, {});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A036");
}

TEST(CalibrateArea, AsManyParametersAsDepthsAreRefused) {
    Truth truth;
    truth.area = blunt_tip();
    truth.count = 3;
    const auto found = calibrate_area(indents(truth), 0.0015, AreaForm::polynomial, 3, {});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A034");
}

/// A Berkovich pyramid, with a stiffness that is false by `error` from `from_nm` on, scattered.
std::vector<CalibrationPoint> with_false_depths(double from_nm, double error, double scatter) {
    Truth truth;
    truth.area.kind = AreaFunction::Kind::polynomial;
    truth.area.coefficients = {24.5};
    std::vector<CalibrationPoint> points = indents(truth);
    int sign = 1;
    for (CalibrationPoint& point : points) {
        if (point.h_nm < from_nm) continue;
        point.S_uN_per_nm *= 1 + error + sign * scatter;
        sign = -sign;
    }
    return points;
}

TEST(CalibrateArea, TheLongestRunIsTheRangeWhereverItLies) {
    const auto found =
        calibrate_area(with_false_depths(1500, 0.2, 0), 0.0015, AreaForm::polynomial, 1, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    ASSERT_TRUE(found->area.h_c_min_nm.has_value());
    EXPECT_LT(*found->area.h_c_min_nm, *found->area.h_c_max_nm);
    EXPECT_LT(*found->area.h_c_max_nm, 1500) << "the deepest classes are false";
}

// Means that scatter by more than 1 GPa, but are no further from the reference than chance brings.
TEST(CalibrateArea, AClassThatScattersSaysNothingAgainstTheArea) {
    const auto found =
        calibrate_area(with_false_depths(1500, 0.01, 0.1), 0.0015, AreaForm::polynomial, 1, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_GT(found->area.h_c_max_nm.value_or(0), 1500);
}

// No modulus of the reference anywhere: no range rather than an empty one.
TEST(CalibrateArea, WithoutATrueClassThereIsNoRange) {
    std::vector<CalibrationPoint> points;
    for (int i = 0; i < 12; ++i) {  // a stiffness that jumps by half from depth to depth
        const double h = 100 * std::pow(1.4, i);
        points.push_back({h, 10 * h, (i % 2 == 0 ? 0.3 : 0.5) * h, ""});
    }
    const auto found = calibrate_area(points, 0, AreaForm::polynomial, 1, {});
    ASSERT_TRUE(found.ok()) << message(found.error());
    EXPECT_FALSE(found->area.h_c_min_nm.has_value());
    EXPECT_FALSE(found->area.h_c_max_nm.has_value());
}

}  // namespace
}  // namespace sneddon
