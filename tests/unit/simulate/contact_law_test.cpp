#include "simulate/contact_law.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace sneddon {
namespace {

using std::numbers::pi;

SimulatedTip sphere(double radius_nm) {
    SimulatedTip tip;
    tip.radius_nm = radius_nm;
    return tip;
}

// PHYSICS 4.2: E* = 100 GPa, R = 300 nm, h = 20 nm: P = 206.559111798 uN, a^2 = R h.
TEST(ContactLaw, IsHertzWhereTheHardnessIsLarge) {
    const TipShape tip(sphere(300));
    const ContactLaw law(tip, 100, 1e6, 6);
    const double a = std::sqrt(300.0 * 20);
    EXPECT_NEAR(law.load_uN(a), 206.559111798, 1e-8);
    EXPECT_NEAR(law.radius_at_load_nm(206.559111798, 1), a, 1e-8);
    // The cap's own depth exceeds a^2/2R by a^4/8R^3.
    EXPECT_NEAR(law.depth_nm(a, 206.559111798), 20 + std::pow(a, 4) / (8 * 300.0 * 300 * 300),
                0.02);
}

// PHYSICS 4.1: an elastic cone of 70.3 degrees, E* = 100 GPa, h = 50 nm. The law's depth factor is
// 0.75 where the cone's is 2(pi - 2)/pi = 0.7268.
TEST(ContactLaw, IsSneddonUnderAConeAlone) {
    SimulatedTip given = sphere(0);
    given.half_angle_deg = 70.3;
    const TipShape tip(given);
    const ContactLaw law(tip, 100, 1e6, 6);
    const double a = 31.830988618 * std::tan(70.3 * pi / 180);
    EXPECT_NEAR(law.load_uN(a), 444.502517428, 1e-5);
}

TEST(ContactLaw, IsTheHardnessWhereTheElasticPressureIsLarge) {
    const TipShape tip(sphere(300));
    const ContactLaw law(tip, 1e5, 4, 6);
    EXPECT_NEAR(law.load_uN(140), pi * 140 * 140 * 4e-3, 1e-9);
}

TEST(ContactLaw, FindsTheRadiusAgain) {
    const TipShape tip(sphere(300));
    for (const double hardness : {3.0, 5.0, 60.0}) {
        const ContactLaw law(tip, 45, hardness, 6);
        for (const double a : {0.5, 20.0, 95.0, 140.0, 300.0})
            EXPECT_NEAR(law.radius_at_load_nm(law.load_uN(a), 10) / a, 1, 1e-12);
        for (const double a : {100.0, 140.0, 300.0})
            EXPECT_NEAR(law.radius_at_depth_nm(law.depth_nm(a, 300), 300) / a, 1, 1e-9);
    }
}

// Under a load F a sphere has h(a) = a^2/2R + c/a with c = 0.75 F/2E_r: least at a^3 = c R.
TEST(ContactLaw, GivesTheRadiusOfTheLeastDepthBelowIt) {
    const TipShape tip(sphere(1e6));
    const ContactLaw law(tip, 45, 5, 6);
    const double least_nm = std::cbrt(0.75 * 300 / (2 * 45e-3) * 1e6);
    EXPECT_NEAR(law.radius_at_depth_nm(1e-3, 300) / least_nm, 1, 0.03) << "steps of 2 %";
}

TEST(ContactLaw, HasTheHardnessThatCarriesALoadOnARadius) {
    const TipShape tip(sphere(300));
    const double hardness = limit_hardness_GPa(tip, 45, 140, 300, 6);
    EXPECT_NEAR(ContactLaw(tip, 45, hardness, 6).load_uN(140), 300, 1e-9);
    EXPECT_EQ(limit_hardness_GPa(tip, 45, 70, 300, 6), 60) << "elastic to the peak";
}

}  // namespace
}  // namespace sneddon
