// Both sides of every limit, on curves of few points without noise.
#include <gtest/gtest.h>

#include <cmath>

#include "analyse/curve_flags.hpp"

namespace sneddon {
namespace {

/// 100 points of loading to 100 uN and 100 nm from point 10 on, 40 of hold, 100 of unloading; a
/// point a second.
struct Made {
    Curve curve;
    std::vector<Segment> segments;
    Cycle cycle;
    Spikes spikes;
    double noise_nm = 0, noise_uN = 0;

    Made() {
        for (int i = 0; i < 10; ++i) add(0, 0);
        for (int i = 1; i <= 100; ++i) add(i, i);
        for (int i = 0; i < 40; ++i) add(100, 100);
        for (int i = 1; i <= 100; ++i) add(100 - i, 100 - 0.3 * i);
        cycle.contact = 10;
        cycle.load = {SegmentKind::load, 10, 110};
        cycle.hold = {SegmentKind::hold, 110, 150};
        cycle.unload = {SegmentKind::unload, 150, 250};
        cycle.end = 250;
    }
    void add(double load_uN, double depth_nm) {
        curve.time_s.push_back(static_cast<double>(curve.size()));
        curve.load_uN.push_back(load_uN);
        curve.depth_nm.push_back(depth_nm);
    }
    template <class Flagger>
    std::vector<Flag> by(Flagger flag_it) const {
        std::vector<Flag> flags;
        flag_it(CurveInQuestion{curve, segments, cycle, 100, 100, noise_nm, noise_uN, spikes},
                flags);
        return flags;
    }
};

void expect_flag(const std::vector<Flag>& flags, std::string_view code, double number, double limit,
                 const std::string& text) {
    ASSERT_EQ(flags.size(), 1u) << text;
    EXPECT_EQ(flags[0].code, code);
    EXPECT_NEAR(flags[0].number, number, 1e-9);
    EXPECT_NEAR(flags[0].limit, limit, 1e-9);
    EXPECT_EQ(flags[0].text, text);
}

TEST(CurveFlagLimits, TheMadeCurveHasNoFlag) {
    EXPECT_TRUE(Made().by(flag_curve).empty());
}

// Five points that stand out: the mean of five is as high.
TEST(CurveFlagLimits, OfANose) {
    for (const double height_nm : {0.49, 0.51}) {
        Made made;
        for (std::size_t i = 148; i < 250; ++i) made.curve.depth_nm[i] = 100;
        for (std::size_t i = 200; i < 205; ++i) made.curve.depth_nm[i] += height_nm;
        const auto flags = made.by(flag_nose);
        if (height_nm > 0.5) {
            expect_flag(flags, "SND-A020", 0.51, 0.5,
                        "depth grows by 0.51 nm while the load falls");
        } else {
            EXPECT_TRUE(flags.empty());
        }
        made.noise_nm = 0.16;  // three times of it: 0.48 nm, and of 0.18 nm 0.54 nm
        EXPECT_EQ(made.by(flag_nose).size(), flags.size());
        made.noise_nm = 0.18;
        EXPECT_TRUE(made.by(flag_nose).empty());
    }
}

// The last mean of five that counts ends with the last point but one.
TEST(CurveFlagLimits, ANoseIsLookedForUpToTheEnd) {
    Made made;
    for (std::size_t i = 148; i < 250; ++i) made.curve.depth_nm[i] = 100;
    made.curve.depth_nm[248] += 3;
    EXPECT_EQ(made.by(flag_nose).size(), 1u);
    made.cycle.unload = {SegmentKind::unload, 242, 250};
    EXPECT_EQ(made.by(flag_nose).size(), 1u);
    made.cycle.unload.begin = 243;  // seven points are not judged
    EXPECT_TRUE(made.by(flag_nose).empty());
    made.cycle.unload = {SegmentKind::unload, 150, 249};
    EXPECT_TRUE(made.by(flag_nose).empty());
    made.cycle.unload = {SegmentKind::unload, 1, 249};
    EXPECT_TRUE(made.by(flag_nose).empty());  // no two points in front
}

TEST(CurveFlagLimits, OfALoadThatFalls) {
    for (const double fall_uN : {0.99, 1.01}) {
        Made made;
        for (std::size_t i = 10; i < 110; ++i) made.curve.load_uN[i] = i < 60 ? 50 : 50 - fall_uN;
        const auto flags = made.by(flag_falling_load);
        if (fall_uN > 1) {
            expect_flag(flags, "SND-A021", 1.01, 1, "the load falls by 1.01 µN during loading");
        } else {
            EXPECT_TRUE(flags.empty());
        }
        made.noise_uN = 0.33;
        EXPECT_EQ(made.by(flag_falling_load).size(), flags.size());
        made.noise_uN = 0.35;
        EXPECT_TRUE(made.by(flag_falling_load).empty());
    }
    Made brief;
    for (std::size_t i = 10; i < 18; ++i) brief.curve.load_uN[i] = i < 14 ? 50 : 20;
    brief.cycle.load.end = 18;
    EXPECT_EQ(brief.by(flag_falling_load).size(), 1u);
    brief.cycle.load.end = 17;  // seven points are not judged
    EXPECT_TRUE(brief.by(flag_falling_load).empty());
}

TEST(CurveFlagLimits, OfSpikesOnlyThoseOfTheCycleCount) {
    Made made;
    made.spikes.depths = {{9, 90, 1}, {10, 3, 2}, {120, 7, 2}, {249, 5, 2}, {250, 90, 1}};
    made.spikes.loads = {{30, 12.5, 4}};
    const auto flags = made.by(flag_spikes);
    ASSERT_EQ(flags.size(), 2u);
    EXPECT_EQ(flags[0].code, "SND-A022");
    EXPECT_EQ(flags[0].number, 7);
    EXPECT_EQ(flags[0].limit, 2);
    EXPECT_EQ(flags[0].text,
              "3 single depth(s) stand out, by up to 7 nm, the first at 10 s: left out of fits and "
              "works");
    EXPECT_EQ(
        flags[1].text,
        "1 single load(s) stand out, by up to 12.5 µN, the first at 30 s: left out of fits and "
        "works");
}

// Twenty samples of one depth, over which the load changes by more than 2 %.
TEST(CurveFlagLimits, OfADepthThatStands) {
    for (const std::size_t points : {19u, 20u}) {
        Made made;
        for (std::size_t i = 50; i < 50 + points; ++i) made.curve.depth_nm[i] = 41;
        const auto flags = made.by(flag_standing_depth);
        if (points == 20) {
            expect_flag(flags, "SND-A023", 20, 20,
                        "20 samples of the same depth while the load changes");
        } else {
            EXPECT_TRUE(flags.empty());
        }
    }
    for (const double change_uN : {1.9, 2.1}) {
        Made made;
        for (std::size_t i = 110; i < 150; ++i)
            made.curve.load_uN[i] = 100 + change_uN * static_cast<double>(i - 110) / 39;
        made.cycle.end = 150;
        EXPECT_EQ(made.by(flag_standing_depth).size(), change_uN > 2 ? 1u : 0u);
    }
}

// 240 points and 239 steps of a second, and the gap itself.
TEST(CurveFlagLimits, OfAGapInTime) {
    for (const double gap_s : {9.4, 10.5}) {
        Made made;
        for (std::size_t i = 100; i < 250; ++i) made.curve.time_s[i] += gap_s;
        const auto flags = made.by(flag_time_gap);
        if (gap_s > 10) {
            expect_flag(flags, "SND-A024", 11.5, 10 * (239 + 10.5) / 239,
                        "a gap of 11.5 s between two samples");
        } else {
            EXPECT_EQ(flags.size(), 1u);  // 10.4 s are just more than ten times 1.0393 s
        }
    }
    Made within;
    for (std::size_t i = 100; i < 250; ++i) within.curve.time_s[i] += 9.3;
    EXPECT_TRUE(within.by(flag_time_gap).empty());
    Made last;
    last.curve.time_s[249] += 100;
    EXPECT_EQ(last.by(flag_time_gap).size(), 1u);
    Made first;
    first.curve.time_s[10] -= 100;
    EXPECT_EQ(first.by(flag_time_gap).size(), 1u);
    first.curve.time_s[9] -= 1000;  // before contact
    EXPECT_EQ(first.by(flag_time_gap).size(), 1u);
    first.cycle.end = 12;  // two points are not judged
    EXPECT_TRUE(first.by(flag_time_gap).empty());
}

TEST(CurveFlagLimits, OfALoadWhereTheTipIsFree) {
    for (const SegmentKind kind :
         {SegmentKind::approach, SegmentKind::retract, SegmentKind::hold}) {
        for (const double load_uN : {0.99, 1.01, -1.01}) {
            Made made;
            made.segments = {{kind, 110, 130}};
            for (std::size_t i = 110; i < 130; ++i) made.curve.load_uN[i] = load_uN;
            const auto flags = made.by(flag_load_offset);
            EXPECT_EQ(flags.size(), kind != SegmentKind::hold && std::abs(load_uN) > 1 ? 1u : 0u);
            made.segments[0].end = 129;  // 19 points are not judged
            EXPECT_TRUE(made.by(flag_load_offset).empty());
        }
    }
    Made both;
    both.segments = {{SegmentKind::approach, 110, 130}, {SegmentKind::retract, 130, 150}};
    for (std::size_t i = 110; i < 150; ++i) both.curve.load_uN[i] = i < 130 ? -5 : 3;
    expect_flag(both.by(flag_load_offset), "SND-A025", -5, 1,
                "the load is -5 µN where the tip is free");
}

// The mean of the first five depths is 5 % of 100 nm, and the law through the first points says so
// too.
TEST(CurveFlagLimits, OfALoadingThatBeginsDeep) {
    for (const double depth_nm : {4.9, 5.1}) {
        Made made;
        for (std::size_t i = 10; i < 110; ++i)
            made.curve.depth_nm[i] = depth_nm + 3 * std::sqrt(made.curve.load_uN[i]);
        for (std::size_t i = 10; i < 15; ++i) made.curve.depth_nm[i] = depth_nm;
        const auto flags = made.by(flag_depth_offset);
        if (depth_nm > 5) {
            expect_flag(flags, "SND-A026", 5.1, 5, "loading begins at a depth of 5.1 nm");
        } else {
            EXPECT_TRUE(flags.empty());
        }
        made.segments = {{SegmentKind::unload, 0, 10}};  // the cycle before
        EXPECT_TRUE(made.by(flag_depth_offset).empty());
        made.segments = {{SegmentKind::unload, 0, 11}};
        EXPECT_EQ(made.by(flag_depth_offset).size(), flags.size());
        made.segments = {{SegmentKind::hold, 0, 10}};
        EXPECT_EQ(made.by(flag_depth_offset).size(), flags.size());
    }
}

// h = 10 nm sqrt(F/uN): the first five points are 18 nm deep, the law begins at zero.
TEST(CurveFlagLimits, ACoarseSquareLawBeginsAtItsZero) {
    for (const double offset_nm : {0.0, 4.9, 5.1}) {
        const std::size_t expected = offset_nm > 5 ? 1 : 0;
        Made made;
        for (std::size_t i = 10; i < 110; ++i)
            made.curve.depth_nm[i] = offset_nm + 10 * std::sqrt(made.curve.load_uN[i]);
        EXPECT_EQ(made.by(flag_depth_offset).size(), expected) << offset_nm;
        // Up to 3 uN of 100 the law is looked for: what follows does not count.
        for (std::size_t i = 15; i < 110; ++i) made.curve.depth_nm[i] = 90;
        EXPECT_EQ(made.by(flag_depth_offset).size(), expected) << offset_nm;
        made.curve.load_uN[10] = 0;  // one without a load has no root; three others have
        EXPECT_EQ(made.by(flag_depth_offset).size(), expected) << offset_nm;
    }
}

// F = h^n from 30 to 90 uN.
TEST(CurveFlagLimits, OfTheCurvatureOfTheLoading) {
    for (const double n : {0.98, 1.02, 2.45, 2.55}) {
        Made made;
        for (std::size_t i = 10; i < 110; ++i)
            made.curve.depth_nm[i] = 100 * std::pow(made.curve.load_uN[i] / 100, 1 / n);
        const auto flags = made.by(flag_loading_curvature);
        ASSERT_EQ(flags.size(), n < 1 || n > 2.5 ? 1u : 0u) << n;
        if (flags.empty()) continue;
        EXPECT_EQ(flags[0].code, "SND-A027");
        EXPECT_NEAR(flags[0].number, n, 2e-3);
        EXPECT_EQ(flags[0].limit, n < 1 ? 1 : 2.5);
        EXPECT_EQ(flags[0].text, n < 1 ? "the load rises as depth to the power 0.98"
                                       : "the load rises as depth to the power 2.55");
    }
}

// Below 30 and above 90 % of the load the law may be any.
TEST(CurveFlagLimits, TheCurvatureIsThatOfTheMiddleOfTheLoading) {
    Made made;
    for (std::size_t i = 10; i < 110; ++i) {
        const double load_uN = made.curve.load_uN[i];
        made.curve.depth_nm[i] = load_uN < 27 ? 20 : load_uN > 93 ? 99 : load_uN;
    }
    EXPECT_TRUE(made.by(flag_loading_curvature).empty());
    for (std::size_t i = 10; i < 110; ++i) {
        const double load_uN = made.curve.load_uN[i];
        made.curve.depth_nm[i] = load_uN < 27 || load_uN > 93 ? load_uN : 40 + load_uN / 10;
    }
    EXPECT_EQ(made.by(flag_loading_curvature).size(), 1u);
    made.segments = {{SegmentKind::unload, 0, 10}};
    EXPECT_TRUE(made.by(flag_loading_curvature).empty());
    made.segments.clear();
    for (double& depth_nm : made.curve.depth_nm) depth_nm -= 60;  // no power of a negative depth
    EXPECT_TRUE(made.by(flag_loading_curvature).empty());
    for (double& depth_nm : made.curve.depth_nm) depth_nm = 60;  // nor of one that stands
    EXPECT_TRUE(made.by(flag_loading_curvature).empty());
}

// Means of the first and the last quarter: ten points each of forty.
TEST(CurveFlagLimits, OfALoadThatChangesOverTheHold) {
    for (const double change_uN : {0.99, 1.01}) {
        Made made;
        for (std::size_t i = 110; i < 150; ++i)
            made.curve.load_uN[i] = i < 120 ? 100 : i < 140 ? 300 : 100 - change_uN;
        const auto flags = made.by(flag_hold_load);
        if (change_uN > 1) {
            expect_flag(flags, "SND-A028", -1.01, 1, "the load changes by -1.01 µN over the hold");
        } else {
            EXPECT_TRUE(flags.empty());
        }
        made.cycle.hold = {SegmentKind::hold, 130, 150};
        EXPECT_EQ(made.by(flag_hold_load).size(), 1u);
        made.cycle.hold.end = 149;  // 19 points are not judged
        EXPECT_TRUE(made.by(flag_hold_load).empty());
    }
}

TEST(CurveFlagLimits, OfTheFinalDepth) {
    const auto flags_of = [](double h_p_nm, double u_nm, double h_max_nm = 100) {
        QuantityValues values;
        values["h_p_nm"_q] = h_p_nm;
        values["h_max_nm"_q] = h_max_nm;
        std::vector<Flag> flags;
        flag_final_depth(values, u_nm, flags);
        return flags;
    };
    EXPECT_TRUE(flags_of(-0.09, 0).empty());  // a thousandth
    expect_flag(flags_of(-0.11, 0), "SND-A029", -0.11, 0,
                "h_p = -0.11 nm is not between 0 and h_max");
    EXPECT_TRUE(flags_of(100.09, NAN).empty());
    expect_flag(flags_of(100.11, NAN), "SND-A029", 100.11, 100,
                "h_p = 100.1 nm is not between 0 and h_max");
    EXPECT_TRUE(flags_of(-2.9, 1).empty());  // three u
    EXPECT_EQ(flags_of(-3.1, 1).size(), 1u);
    EXPECT_TRUE(flags_of(-9.9, 50).empty());  // a tenth at most
    EXPECT_EQ(flags_of(-10.1, 50).size(), 1u);
    EXPECT_TRUE(flags_of(-5, 0, 0).empty());
    EXPECT_TRUE(flags_of(-5, 0, -1).empty());
}

TEST(CurveFlagLimits, OfAPopIn) {
    std::vector<PopIn> pop_ins(3);
    pop_ins[0].jump_nm = 2;
    pop_ins[1].jump_nm = 10;
    pop_ins[1].load_uN = 42;
    std::vector<Flag> flags;
    flag_large_pop_in({}, 100, flags);
    flag_large_pop_in(pop_ins, 100, flags);
    EXPECT_TRUE(flags.empty());
    pop_ins[1].jump_nm = 10.5;
    flag_large_pop_in(pop_ins, 100, flags);
    expect_flag(flags, "SND-A030", 10.5, 10, "a pop-in of 10.5 nm at 42 µN");
}

TEST(CurveFlagLimits, OfACreepBelowZero) {
    std::vector<Flag> flags;
    flag_negative_creep(-2.9, 1, flags);
    flag_negative_creep(0, 0, flags);
    EXPECT_TRUE(flags.empty());
    flag_negative_creep(-3.1, 1, flags);
    expect_flag(flags, "SND-A032", -3.1, -3, "creep = -3.1 nm is negative beyond its uncertainty");
}

TEST(CurveFlagLimits, OfANonlinearUncertainty) {
    MonteCarloResult drawn;
    for (std::size_t i = 0; i < quantity_count; ++i) drawn.over_linear[{i}] = 1.09;
    std::vector<Flag> flags;
    flag_nonlinear(drawn, flags);
    EXPECT_TRUE(flags.empty());
    drawn.over_linear["m"_q] = 0.8;
    drawn.over_linear["H_IT_GPa"_q] = 1.15;
    flag_nonlinear(drawn, flags);
    expect_flag(flags, "SND-A033", 0.8, 1.1,
                "drawing gives 0.8 times the propagated uncertainty of m");
}

TEST(CurveFlagLimits, OfARoughSurface) {
    std::vector<Flag> flags;
    flag_roughness(100, std::nullopt, flags);
    flag_roughness(100, 5, flags);
    EXPECT_TRUE(flags.empty());
    flag_roughness(99.5, 5, flags);
    expect_flag(flags, "SND-A031", 99.5, 100, "h_max = 99.5 nm is less than 20 Ra");
}

}  // namespace
}  // namespace sneddon
