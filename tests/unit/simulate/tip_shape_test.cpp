#include "simulate/tip_shape.hpp"

#include <gtest/gtest.h>

#include <numbers>

#include "sneddon/model/area_function.hpp"

namespace sneddon {
namespace {

// R = 300 nm: the cone begins at h_t = R (1 - sin) = 17.57 nm, a_t = R cos = 101.15 nm.
TEST(TipShape, MeetsTheConeWhereItsSlopesAreEqual) {
    const TipShape tip(SimulatedTip{});
    EXPECT_NEAR(tip.contact_depth_nm(101.15), 17.57, 0.01);
    const double slope_below = tip.contact_depth_nm(101.13) - tip.contact_depth_nm(101.12);
    const double slope_above = tip.contact_depth_nm(101.18) - tip.contact_depth_nm(101.17);
    EXPECT_NEAR(slope_below / slope_above, 1, 1e-3);
}

// Written twice, in this room and in model: the areas must agree.
TEST(TipShape, HasTheAreaOfTheCapCone) {
    AreaFunction area;
    area.kind = AreaFunction::Kind::cap_cone;
    area.radius_nm = 300;
    area.half_angle_deg = SimulatedTip{}.half_angle_deg;
    const TipShape tip(SimulatedTip{});
    for (const double h : {0.01, 1.0, 17.0, 18.0, 50.0, 500.0}) {
        const double a = tip.contact_radius_nm(h);
        EXPECT_NEAR(std::numbers::pi * a * a / projected_area_nm2(area, h), 1, 1e-12);
        EXPECT_NEAR(tip.contact_depth_nm(a) / h, 1, 1e-12);
    }
}

TEST(TipShape, IsAConeWithoutRadius) {
    SimulatedTip given;
    given.radius_nm = 0;
    const TipShape tip(given);
    EXPECT_NEAR(tip.contact_radius_nm(10), 27.923, 0.001);
    EXPECT_EQ(tip.contact_depth_nm(0), 0);
}

}  // namespace
}  // namespace sneddon
