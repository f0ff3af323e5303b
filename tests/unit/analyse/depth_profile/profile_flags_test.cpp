// What an oscillation that is not small does, and where a stiffness rises, in closed form.
#include "analyse/depth_profile/profile_flags.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "analyse/depth_profile/stiffness_rise.hpp"
#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr double top_uN = 1000, top_nm = 100, S = 20, m = 1.3, epsilon = 0.75;

/// The middle of the cycle that unloads from the top: F (1 - z/w)^m with w = m F/S.
OscillationEffect effect_of(double rms_nm) {
    const double amplitude = std::numbers::sqrt2 * rms_nm;
    const double unloaded = top_uN * (1 - std::pow(1 - 2 * amplitude * S / (m * top_uN), m));
    return oscillation_effect(top_uN - unloaded / 2, top_nm - amplitude, unloaded / (2 * amplitude),
                              rms_nm, m, epsilon);
}

TEST(OscillationEffect, LeadsBackToTheTopOfTheCycle) {
    for (const double rms_nm : {0.1, 1.0, 2.0, 5.0}) {
        const double amplitude = std::numbers::sqrt2 * rms_nm;
        const double x = 2 * amplitude * S / (m * top_uN);
        const double secant = (1 - std::pow(1 - x, m)) / (m * x);  // over S
        const double load = 1 - secant * S * amplitude / top_uN;   // over F
        const double h_c = top_nm - amplitude - epsilon * load * top_uN / (secant * S);
        const double top_h_c = top_nm - epsilon * top_uN / S;
        const OscillationEffect effect = effect_of(rms_nm);
        EXPECT_NEAR(effect.stiffness, secant - 1, 1e-12) << rms_nm;
        EXPECT_NEAR(effect.hardness, load * std::pow(top_h_c / h_c, 2) - 1, 1e-12) << rms_nm;
    }
}

TEST(OscillationEffect, OfASmallOscillationIsItsFirstOrder) {
    // S' = S (1 - (m - 1) x/2), x = 2 z S/(m F); F' = F - S z.
    const double rms_nm = 0.01, z = std::numbers::sqrt2 * rms_nm, x = 2 * z * S / (m * top_uN);
    EXPECT_NEAR(effect_of(rms_nm).stiffness, -(m - 1) * x / 2, 1e-6);
    EXPECT_LT(effect_of(rms_nm).hardness, 0);
    EXPECT_NEAR(effect_of(2 * rms_nm).hardness / effect_of(rms_nm).hardness, 2, 1e-2);
}

TEST(OscillationEffect, OfALostContactIsAll) {
    EXPECT_EQ(oscillation_effect(1, 10, 20, 2, m, epsilon).hardness, -1);
}

struct Column {
    std::vector<double> depth, stiffness;
};

/// Air with noise, then Hertz's contact from `surface_nm` on, 0.5 nm a point.
Column column_with_surface(double surface_nm, double noise) {
    RandomStream random(5);
    Column column;
    for (double h = -20; h < 200; h += 0.5) {
        column.depth.push_back(h);
        const double S_contact = h > surface_nm ? 10 * std::sqrt(h - surface_nm) : 0;
        column.stiffness.push_back(S_contact + noise * random.normal());
    }
    return column;
}

TEST(StiffnessRise, IsWhereTheContactBegins) {
    for (const double surface_nm : {-5.0, 0.0, 22.0}) {
        const Column column = column_with_surface(surface_nm, 0.1);
        // Two points of 0.5 nm: one on either side, one in which S has not left the noise.
        EXPECT_NEAR(stiffness_rise_nm(column.depth, column.stiffness), surface_nm, 1);
    }
}

TEST(StiffnessRise, OfAColumnThatBeginsInContactIsNone) {
    std::vector<double> depth, stiffness;
    for (double h = 30; h < 200; h += 0.5) {
        depth.push_back(h);
        stiffness.push_back(10 * std::sqrt(h));
    }
    EXPECT_TRUE(std::isnan(stiffness_rise_nm(depth, stiffness)));
    EXPECT_TRUE(
        std::isnan(stiffness_rise_nm(std::span(depth).first(10), std::span(stiffness).first(10))));
}

}  // namespace
}  // namespace sneddon
