#include "study/creep/contact_compliance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

RheologyHold contact_of(const AreaFunction& area) {
    RheologyHold hold;
    hold.F_uN = 300;
    hold.h_1_nm = 44;
    hold.h_max_nm = 50;
    hold.h_c_nm = 40;
    hold.area = &area;
    hold.tip_radius_nm = 300;
    return hold;
}

std::optional<ContactCompliance> made(RheologyContact contact, const RheologyHold& hold) {
    std::string reason;
    return ContactCompliance::make(contact, hold, -0.1, 6, 6.2, reason);
}

std::string reason_of(RheologyContact contact, const RheologyHold& hold) {
    std::string reason;
    EXPECT_FALSE(ContactCompliance::make(contact, hold, -0.1, 6, 6.2, reason).has_value());
    return reason;
}

// F = (2/pi) E tan(alpha) h^2 and F = (4/3) E sqrt(R) h^(3/2): the compliance is 1/E.
TEST(ContactCompliance, ConeAndSphereGiveOneOverTheModulus) {
    AreaFunction area;
    RheologyHold hold = contact_of(area);
    const double alpha = 70.2996 * std::numbers::pi / 180, E_GPa = 90;
    hold.F_uN = 2 / std::numbers::pi * E_GPa * std::tan(alpha) * 44 * 44 * 1e-3;
    EXPECT_NEAR(made(RheologyContact::cone, hold)->at(0), 1 / E_GPa, 1e-12);
    hold.F_uN = 4.0 / 3 * E_GPa * std::sqrt(300) * std::pow(44, 1.5) * 1e-3;
    EXPECT_NEAR(made(RheologyContact::sphere, hold)->at(0), 1 / E_GPa, 1e-12);
    EXPECT_NEAR(made(RheologyContact::sphere, hold)->end_radius_nm(), std::sqrt(300 * 50), 1e-9);
}

TEST(ContactCompliance, ItsSlopeIsTwiceTheRadiusOverTheLoad) {
    const AreaFunction area;
    const RheologyHold hold = contact_of(area);
    for (const auto contact :
         {RheologyContact::contact_radius, RheologyContact::cone, RheologyContact::sphere}) {
        const auto compliance = made(contact, hold);
        ASSERT_TRUE(compliance.has_value());
        EXPECT_NEAR(compliance->slope(6), 2e-3 * compliance->end_radius_nm() / 300, 1e-9);
        for (const double at : {0.0, 2.5, 6.0})
            EXPECT_NEAR((compliance->at(at + 1e-4) - compliance->at(at - 1e-4)) / 2e-4,
                        compliance->slope(at), 1e-9);
    }
}

// A cone in closed form along a: dh = cot(alpha) da - e_end a_end da/a^2, so that the integral of
// a dh is cot(alpha) (a^2 - a_1^2)/2 - e_end a_end ln(a/a_1).
TEST(ContactCompliance, OfAContactRadiusIsTheIntegralAlongAConesContact) {
    const AreaFunction area;
    const RheologyHold hold = contact_of(area);
    const auto compliance = made(RheologyContact::contact_radius, hold);
    ASSERT_TRUE(compliance.has_value());
    const double tan_alpha = std::sqrt(24.5 / std::numbers::pi);
    const double a_end = 40 * tan_alpha, e_end = 10;
    EXPECT_NEAR(compliance->end_radius_nm(), a_end, 1e-9);
    const auto gained = [&](double a) { return a / tan_alpha + e_end * a_end / a - 44; };
    // The radius where the hold begins, 6 nm before its end.
    double low = 0.75 * a_end, high = a_end;
    for (int i = 0; i < 100; ++i)
        (gained(0.5 * (low + high)) < 0 ? low : high) = 0.5 * (low + high);
    const double a_1 = low;
    EXPECT_NEAR(compliance->at(0), 0, 1e-15);
    for (const double a : {a_1 + 2, 0.5 * (a_1 + a_end), a_end}) {
        const double integral =
            (a * a - a_1 * a_1) / (2 * tan_alpha) - e_end * a_end * std::log(a / a_1);
        EXPECT_NEAR(compliance->at(gained(a)), 2e-3 * integral / 300, 1e-8) << a;
    }
}

TEST(ContactCompliance, WhatIsMissingIsNamed) {
    const AreaFunction area;
    RheologyHold hold = contact_of(area);
    hold.area = nullptr;
    EXPECT_NE(reason_of(RheologyContact::contact_radius, hold).find("no area function"),
              std::string::npos);
    hold.tip_radius_nm.reset();
    EXPECT_NE(reason_of(RheologyContact::sphere, hold).find("correct.tip_radius_nm"),
              std::string::npos);
    hold = contact_of(area);
    hold.h_c_nm = 55;
    EXPECT_NE(reason_of(RheologyContact::contact_radius, hold).find("no contact depth"),
              std::string::npos);
    hold.h_1_nm = 0;
    EXPECT_NE(reason_of(RheologyContact::cone, hold).find("no depth above 0"), std::string::npos);
    hold.F_uN = 0;
    EXPECT_NE(reason_of(RheologyContact::cone, hold).find("no peak load"), std::string::npos);
}

// All of the depth is elastic: the contact does not grow with the depth by this rule.
TEST(ContactCompliance, AContactThatDoesNotGrowIsRefused) {
    const AreaFunction area;
    RheologyHold hold = contact_of(area);
    hold.h_c_nm = 20;  // 30 nm bend: dh/dh_c = 1 - 30/20
    EXPECT_NE(reason_of(RheologyContact::contact_radius, hold).find("no contact that grows"),
              std::string::npos);
}

}  // namespace
}  // namespace sneddon
