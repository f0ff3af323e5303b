// Frame compliance and area function of indents made from a known tip, frame and material.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "sneddon/analyse/calibrate.hpp"
#include "sneddon/base/random.hpp"

namespace sneddon {
namespace {

struct Truth {
    AreaFunction area;
    double C_f_nm_per_uN = 0.0015;
    double H_GPa = 9.25;
    double noise = 0;  ///< of S, relative
    double first_nm = 20, last_nm = 2000;
    int count = 60;
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
    RandomStream noise(5);
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

TEST(CalibrateArea, AsManyParametersAsDepthsAreRefused) {
    Truth truth;
    truth.area = blunt_tip();
    truth.count = 3;
    const auto found = calibrate_area(indents(truth), 0.0015, AreaForm::polynomial, 3, {});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, "SND-A034");
}

}  // namespace
}  // namespace sneddon
