#include "correct/tare.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace sneddon {
namespace {

TEST(TarePoints, TwentyPointsInTheAirAreEnough) {
    Curve curve;
    std::vector<std::size_t> air;
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(find_tare(curve, air, {}).evidence,
                  std::to_string(i) + " samples in the air before contact, 20 are needed");
        EXPECT_EQ(find_tare(curve, air, {}).method, "none");
        EXPECT_EQ(find_tare(curve, air, {}).value, 0);
        EXPECT_EQ(find_tare(curve, air, {}).u, 0);
        air.push_back(i);
        curve.load_uN.push_back(i % 2 == 0 ? 0.4 : 0.6);
    }
    const Correction found = find_tare(curve, air, {});
    EXPECT_EQ(found.method, "air");
    EXPECT_DOUBLE_EQ(found.value, 0.5);
}

// The second half of 41 points, 0.6 uN +- 0.04 uN robustly, of a lag-one correlation of 0.288: as
// much as 11.6 independent ones. A median has 1.2533 times the error of a mean.
TEST(TarePoints, AreTheSecondHalfOfTheAir) {
    Curve curve;
    std::vector<std::size_t> air;
    for (std::size_t i = 0; i < 41; ++i) {
        air.push_back(i + 1);
        curve.load_uN.push_back(i == 0 ? 1e6 : 0);
    }
    curve.load_uN.push_back(0);
    for (std::size_t i = 0; i < 41; ++i)
        curve.load_uN[i + 1] =
            (i < 20 ? 7 : 0.5) + (i % 6 < 3 ? -0.1 : 0.1) + 0.01 * static_cast<double>(i % 5);
    const Correction found = find_tare(curve, air, {});
    EXPECT_EQ(found.what, "tare");
    EXPECT_EQ(found.unit, "uN");
    EXPECT_DOUBLE_EQ(found.value, 0.6);
    EXPECT_NEAR(found.u, 0.021825707640792818, 1e-8);
    EXPECT_EQ(found.evidence, "median of 21 samples in the air before contact, spread 0.0593 uN");
    EXPECT_TRUE(found.is_applied);
    EXPECT_FALSE(found.is_by_instrument);
}

// A wave over all of the points is one reading at least: 40 points of a correlation of cos(9 deg).
TEST(TarePoints, CountAsOneAtLeast) {
    Curve curve;
    std::vector<std::size_t> air;
    for (std::size_t i = 0; i < 80; ++i) {
        air.push_back(i);
        curve.load_uN.push_back(
            std::sin(2 * 3.14159265358979 * (static_cast<double>(i) + 0.5) / 40));
    }
    // Half of |sin| lies below sin(45 deg).
    EXPECT_NEAR(find_tare(curve, air, {}).u, 1.2533 * 1.4826 * std::sqrt(0.5), 0.01);
}

TEST(TarePoints, AreNotAskedForByOtherRules) {
    CorrectionRecipe recipe;
    recipe.tare = TareRule::none;
    const Correction none = find_tare({}, {}, recipe);
    EXPECT_EQ(none.evidence, "the load of the file stands");
    EXPECT_FALSE(none.is_applied);
    recipe.tare = TareRule::value;
    recipe.load_offset_uN = 2.5;
    const Correction given = find_tare({}, {}, recipe);
    EXPECT_EQ(given.value, 2.5);
    EXPECT_EQ(given.u, 0);
    EXPECT_EQ(given.method, "value");
    EXPECT_EQ(given.evidence, "given");
    EXPECT_TRUE(given.is_applied);
    EXPECT_FALSE(given.is_by_instrument);
}

/// Depths 0, 0.5 .. up to the surface at `surface_nm`, without a load.
std::vector<std::size_t> points_below(double surface_nm, double noise_nm, Cycle* cycle = nullptr) {
    Curve curve;
    while (0.5 * static_cast<double>(curve.size()) <= surface_nm) {
        curve.depth_nm.push_back(0.5 * static_cast<double>(curve.size()));
        curve.load_uN.push_back(0);
        curve.time_s.push_back(0);
    }
    Cycle first;
    first.load.begin = curve.size() - 1;
    return points_in_air(curve, cycle ? *cycle : first, noise_nm);
}

// A nanometre, or five times the noise.
TEST(TarePoints, LieAboveTheSurfaceByMoreThanTheNoise) {
    EXPECT_EQ(points_below(50, 0.1).size(), 98u);  // 0 to 48.5 nm
    EXPECT_EQ(points_below(50, 0.2).size(), 98u);
    EXPECT_EQ(points_below(50, 1).size(), 90u);  // 0 to 44.5 nm
    EXPECT_EQ(points_below(50, 1)[89], 89u);
    EXPECT_EQ(points_below(5, 0.1).size(), 8u);  // fewer than a tare needs are told all the same
    Cycle behind;
    behind.load.begin = 101;
    EXPECT_TRUE(points_below(50, 0.1, &behind).empty());
}

/// A load of a line with readings of 0.1 uN below and above in turn, which the last quarter of 80
/// points leaves by `rise_uN`.
std::size_t points_before(double rise_uN) {
    Curve curve;
    for (int i = 0; i <= 82; ++i) {
        curve.depth_nm.push_back(i);
        curve.load_uN.push_back(0.01 * i + (i % 2 == 0 ? -0.1 : 0.1) +
                                (i >= 60 && i < 80 ? rise_uN : 0));
        curve.time_s.push_back(i);
    }
    Cycle first;
    first.load.begin = 81;  // its depth less one nanometre: 80 points
    return points_in_air(curve, first, 0.01).size();
}

// The line through 40 points, at the middle of the 20 behind them: sd 0.1025 uN, 50 nm from its
// centre of a spread of 5,330 nm^2; 5 x 0.1025 x sqrt(1/20 + 1/40 + 50^2/5330) = 0.378 uN, and the
// slope of the readings themselves, 0.00037 uN/nm, that much less over 50 nm.
TEST(TarePoints, BesideARiseOfTheLoadAreNone) {
    const double slope = 2 * 0.1 * 0.5 * 40 * 0.5 / 5330;  // of 0.1 uN below and above in turn
    const double limit_uN = 5 * std::sqrt((40 * 0.01 - 5330 * slope * slope) / 38) *
                                std::sqrt(1 / 20.0 + 1 / 40.0 + 50 * 50 / 5330.0) +
                            50 * slope;
    EXPECT_EQ(points_before(limit_uN - 0.001), 80u);
    EXPECT_EQ(points_before(limit_uN + 0.001), 40u);
}

// Readings that resemble their neighbours, three below and three above in turn: a line is less
// sure, and what was a rise above is none.
TEST(TarePoints, OfSlowNoiseNeedAClearerRise) {
    const auto points = [](double rise_uN) {
        Curve curve;
        for (int i = 0; i <= 82; ++i) {
            curve.depth_nm.push_back(i);
            curve.load_uN.push_back((i % 6 < 3 ? -0.1 : 0.1) + (i >= 60 && i < 80 ? rise_uN : 0));
            curve.time_s.push_back(i);
        }
        Cycle first;
        first.load.begin = 81;
        return points_in_air(curve, first, 0.01).size();
    };
    EXPECT_EQ(points(0.45), 80u);
    EXPECT_EQ(points(0.65), 40u);
}

}  // namespace
}  // namespace sneddon
