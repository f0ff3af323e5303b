#include <gtest/gtest.h>

#include "simulate/export_text.hpp"

namespace sneddon {
namespace {

double true_area_nm2(double h_c_nm) {
    AreaFunction exact;
    exact.kind = AreaFunction::Kind::cap_cone;
    exact.radius_nm = 300;
    exact.half_angle_deg = SimulatedTip{}.half_angle_deg;
    return projected_area_nm2(exact, h_c_nm);
}

// PHYSICS 1.6: six terms follow a 300 nm cap-cone to 0.95 % from 8 nm to 120 nm.
TEST(TipCalibration, FollowsTheTipOverItsRange) {
    const TipCalibration found = calibrate_tip(SimulatedTip{});
    EXPECT_EQ(found.area.coefficients[0], 24.5);
    double worst = 0;
    for (double h = 8; h <= 120; h += 0.5)
        worst = std::max(worst, std::abs(projected_area_nm2(found.area, h) / true_area_nm2(h) - 1));
    EXPECT_LT(worst, 0.0105);
    EXPECT_GT(worst, 0.005) << "the polynomial cannot follow the tip exactly";
    EXPECT_GT(found.u_relative, 0.001);
    EXPECT_LT(found.u_relative, worst);
}

TEST(TipCalibration, OfAConeIsExact) {
    SimulatedTip tip;
    tip.radius_nm = 0;
    const TipCalibration found = calibrate_tip(tip);
    EXPECT_NEAR(found.area.coefficients[0], 24.494, 0.001);
    EXPECT_EQ(found.u_relative, 0);
}

}  // namespace
}  // namespace sneddon
