#include "correct/baseline.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "correct/curve_noise.hpp"

namespace sneddon {
namespace {

/// 1,000 nm of air in 500 points with this slope of the load, then 500 uN over 100 nm.
struct Approach {
    Curve curve;
    Cycle cycle;

    explicit Approach(double slope_uN_per_nm) {
        RandomStream random(5);
        for (int i = 0; i < 1000; ++i) {
            const double depth_nm = i < 500 ? 2.0 * i : 1000 + 0.2 * (i - 500);
            const double contact_uN = i < 500 ? 0 : 1.0 * (i - 500);
            curve.time_s.push_back(0.01 * i);
            curve.depth_nm.push_back(depth_nm + 0.05 * random.normal());
            curve.load_uN.push_back(3 + slope_uN_per_nm * depth_nm + contact_uN +
                                    0.5 * random.normal());
        }
        cycle.load = {SegmentKind::load, 500, 1000};
        cycle.end = 1000;
    }
};

std::optional<Baseline> baseline_of(const Approach& made) {
    return find_baseline(made.curve, made.cycle, noise_of(made.curve).depth_nm);
}

TEST(Baseline, ASlopeInTheAirIsFoundWithinItsError) {
    const Approach made(0.01);
    const auto found = baseline_of(made);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->slope_uN_per_nm, 0.01, 4 * found->u_slope_uN_per_nm);
    EXPECT_LT(found->u_slope_uN_per_nm, 2e-4);
    EXPECT_NEAR(found->load_at_zero_uN, 3, 0.3);
}

TEST(Baseline, IsTakenOffInContactToo) {
    Approach made(0.01);
    take_off(*baseline_of(made), made.curve);
    EXPECT_NEAR(made.curve.load_uN[100], 0, 3);
    EXPECT_NEAR(made.curve.load_uN[999], 499, 3);
}

TEST(Baseline, NoiseAndASlopeThatMovesNothingAreNone) {
    for (const double slope_uN_per_nm : {0.0, 0.001})
        EXPECT_FALSE(baseline_of(Approach(slope_uN_per_nm)));
}

/// One point a nanometre, `air` of them with 3 uN + slope x depth, three of them below and three
/// above in turn, then a load up to `F_max_uN`.
struct Exact {
    Curve curve;
    Cycle cycle;

    explicit Exact(double slope_uN_per_nm, int air = 100, double F_max_uN = 10) {
        for (int i = 0; i < air; ++i) add(i, 3 + slope_uN_per_nm * i + (i % 6 < 3 ? -0.1 : 0.1));
        for (int i = 0; i <= 20; ++i) add(air + 1 + i, F_max_uN * i / 20);
        cycle.load = {SegmentKind::load, static_cast<std::size_t>(air), curve.size()};
        cycle.end = curve.size();
    }
    void add(double depth_nm, double load_uN) {
        curve.time_s.push_back(static_cast<double>(curve.size()));
        curve.depth_nm.push_back(depth_nm);
        curve.load_uN.push_back(load_uN);
    }
    std::optional<Baseline> found() const {
        return find_baseline(curve, cycle, noise_of(curve).depth_nm);
    }
};

// Least squares over the first nine tenths in rational arithmetic; the lag-one correlation of 0.32
// makes the error 1.4 times as large.
TEST(Baseline, IsTheLineThroughNineTenthsOfTheAir) {
    const auto found = Exact(0.02).found();
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->slope_uN_per_nm, 0.020222249660451906, 1e-14);
    EXPECT_NEAR(found->u_slope_uN_per_nm, 0.0005866117075798054, 1e-14);
    EXPECT_NEAR(found->load_at_zero_uN, 2.99010989010989, 1e-12);
    EXPECT_EQ(found->points, 90u);
    EXPECT_NEAR(found->residual_uN, 0.10096126786499826, 1e-12);
}

TEST(Baseline, TwentyPointsAreEnough) {
    EXPECT_TRUE(Exact(0.2, 23).found());
    EXPECT_EQ(Exact(0.2, 23).found()->points, 20u);
    EXPECT_FALSE(Exact(0.2, 22).found());
}

// 4.98 and 5.02 errors of the slope; the same downwards.
TEST(Baseline, CountsFromFiveErrorsOn) {
    EXPECT_FALSE(Exact(0.0027).found());
    EXPECT_TRUE(Exact(0.00272).found());
    EXPECT_FALSE(Exact(-0.00313).found());
    EXPECT_TRUE(Exact(-0.0032).found());
}

// 0.0202222 uN/nm over the 121 nm of the test: half a percent of 489.4 uN.
TEST(Baseline, CountsFromHalfAPercentOfTheLoadOn) {
    EXPECT_TRUE(Exact(0.02, 100, 489).found());
    EXPECT_FALSE(Exact(0.02, 100, 490).found());
}

TEST(Baseline, SaysWhatItIsAndWhatIsDoneWithIt) {
    const Baseline baseline{0.02, 0.001, 3, 90, 0.123456};
    EXPECT_DOUBLE_EQ(baseline.load_uN(50), 4);
    const Correction step = step_of(baseline, true), left = step_of(baseline, false);
    EXPECT_EQ(step.what, "baseline");
    EXPECT_EQ(step.value, 0.02);
    EXPECT_EQ(step.u, 0.001);
    EXPECT_EQ(step.unit, "uN/nm");
    EXPECT_EQ(step.method, "air");
    EXPECT_EQ(step.evidence,
              "slope of the load over 90 samples in the air before contact, residual 0.123 uN");
    EXPECT_TRUE(step.is_applied);
    EXPECT_FALSE(step.is_by_instrument);
    EXPECT_EQ(left.method, "none");
    EXPECT_FALSE(left.is_applied);
    const Flag flag = flag_of(baseline, true);
    EXPECT_EQ(flag.code, "SND-C003");
    EXPECT_EQ(flag.number, 0.02);
    EXPECT_EQ(flag.limit, 0.005);
    EXPECT_EQ(flag.text,
              "the baseline is tilted: 0.02 µN/nm in the air before contact, taken off all "
              "loads");
    EXPECT_EQ(
        flag_of(baseline, false).text,
        "the baseline is tilted: 0.02 µN/nm in the air before contact, left in the loads as the "
        "recipe says");
}

TEST(Baseline, IsTakenOffEveryLoad) {
    Curve curve;
    curve.time_s = {0, 1};
    curve.depth_nm = {50, -50};
    curve.load_uN = {10, 2};
    take_off({0.02, 0.001, 3, 90, 0.1}, curve);
    EXPECT_EQ(curve.load_uN, (std::vector<double>{6, 0}));
    EXPECT_EQ(curve.depth_nm, (std::vector<double>{50, -50}));
}

}  // namespace
}  // namespace sneddon
