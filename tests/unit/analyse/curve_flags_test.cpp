// Every flag is raised by a curve made for it, and not by the clean one.
#include "analyse/curve_flags.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

AnalysisRecipe recipe_with_area() {
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};  // of the ideal tip, but given as a measured one
    recipe.area_function->kind = AreaFunction::Kind::polynomial;
    recipe.poisson_ratio = 0.3;
    return recipe;
}

std::vector<Flag> flags_of(const sneddon::Test& test,
                           const AnalysisRecipe& recipe = recipe_with_area()) {
    return analyse(test, recipe).cycles.at(0).flags;
}

const Flag* find(const std::vector<Flag>& flags, std::string_view code) {
    const auto found = std::ranges::find(flags, code, &Flag::code);
    return found == flags.end() ? nullptr : &*found;
}

testing::ClosedForm noisy() {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    return form;
}

sneddon::Test noisy_test() {
    return testing::closed_form_test(noisy());
}

TEST(CurveFlags, ANoisyButSoundCurveHasNone) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        testing::ClosedForm form = noisy();
        form.seed = seed;
        const auto flags = flags_of(testing::closed_form_test(form));
        EXPECT_TRUE(flags.empty()) << flags.front().text;
    }
}

TEST(CurveFlags, ANoseOfMoreThanHalfANanometreIsFlagged) {
    for (const double nose_nm : {0.3, 0.8}) {
        auto test = noisy_test();
        double top = 54;
        for (std::size_t i = 6000; i < 6200; ++i) {
            const double share = static_cast<double>(i - 6000) / 200;
            test.curve.depth_nm[i] = top + nose_nm * std::sin(3.14159 * share);
        }
        const auto flags = flags_of(test);
        const Flag* flag = find(flags, "SND-A020");
        EXPECT_EQ(flag != nullptr, nose_nm > 0.5);
        if (flag != nullptr) {
            EXPECT_NEAR(flag->number, nose_nm, 0.15);
        }
    }
}

TEST(CurveFlags, ALoadThatFallsDuringLoadingIsFlagged) {
    auto test = noisy_test();
    const Cycle cycle{0,
                      {SegmentKind::load, 0, 3000},
                      {SegmentKind::hold, 3000, 6000},
                      {SegmentKind::unload, 6000, 9000},
                      9000};
    for (const double fall_uN : {0.0, 20.0}) {
        for (std::size_t i = 1500; i < 1520; ++i) test.curve.load_uN[i] -= fall_uN;
        std::vector<Flag> flags;
        flag_falling_load({test.curve, {}, cycle, 300, 54, 0.1, 0.05}, flags);
        EXPECT_EQ(flags.size(), fall_uN > 0 ? 1u : 0u);
    }
}

TEST(CurveFlags, ASpikeIsFlaggedWithItsHeight) {
    auto test = noisy_test();
    test.curve.depth_nm[1200] += 5;
    const auto flags = flags_of(test);
    ASSERT_NE(find(flags, "SND-A022"), nullptr);
    EXPECT_NEAR(find(flags, "SND-A022")->number, 5, 0.5);
}

TEST(CurveFlags, ASpikeMovesNoWorkAndNoStiffness) {
    const auto clean = noisy_test();
    const QuantityValues right = analyse(clean, recipe_with_area()).cycles.at(0).values;
    for (const std::size_t at : {1200u, 4500u, 7000u}) {
        for (const double spike : {5.0, 1e6}) {
            auto test = clean;
            test.curve.depth_nm[at] += spike;
            test.curve.load_uN[at + 20] -= 40 * spike;
            const CycleResult cycle = analyse(test, recipe_with_area()).cycles.at(0);
            EXPECT_EQ(std::ranges::count(cycle.flags, "SND-A022", &Flag::code), 2) << at;
            for (const auto q : {"W_total_pJ"_q, "W_elast_pJ"_q, "S_uN_per_nm"_q, "F_max_uN"_q})
                EXPECT_NEAR(cycle.values[q] / right[q], 1, 2e-3) << q.info().id << " " << at;
        }
    }
}

// The peak of a coarse curve without a hold is sharp, and no spike.
TEST(CurveFlags, ThePeakOfACoarseCurveIsNoSpike) {
    testing::ClosedForm form;
    form.rate_Hz = 10;
    form.hold_s = 0;
    EXPECT_EQ(find(flags_of(testing::closed_form_test(form)), "SND-A022"), nullptr);
}

TEST(CurveFlags, ADepthThatStandsStillWhileTheLoadRisesIsFlagged) {
    auto test = noisy_test();
    for (std::size_t i = 2000; i < 2300; ++i) test.curve.depth_nm[i] = test.curve.depth_nm[2000];
    EXPECT_NE(find(flags_of(test), "SND-A023"), nullptr);
}

TEST(CurveFlags, AGapInTimeIsFlagged) {
    auto test = noisy_test();
    for (std::size_t i = 4000; i < test.curve.size(); ++i) test.curve.time_s[i] += 1;
    EXPECT_NE(find(flags_of(test), "SND-A024"), nullptr);
}

TEST(CurveFlags, ALoadInAirIsFlagged) {
    const Segment air{SegmentKind::approach, 0, 300};
    testing::ClosedForm form = noisy();
    form.air_s = 1;
    auto test = testing::closed_form_test(form);
    const Cycle cycle{300,
                      {SegmentKind::load, 300, 3300},
                      {SegmentKind::hold, 3300, 6300},
                      {SegmentKind::unload, 6300, 9300},
                      9300};
    for (const double offset_uN : {0.0, 8.0}) {
        for (double& load : test.curve.load_uN) load += offset_uN;
        std::vector<Flag> flags;
        flag_load_offset({test.curve, std::span(&air, 1), cycle, 300, 54, 0.1, 0.05}, flags);
        EXPECT_EQ(flags.size(), offset_uN > 3 ? 1u : 0u);
    }
}

TEST(CurveFlags, LoadingThatBeginsAtADepthIsFlagged) {
    const auto test = noisy_test();
    const Cycle cycle{0,
                      {SegmentKind::load, 0, 3000},
                      {SegmentKind::hold, 3000, 6000},
                      {SegmentKind::unload, 6000, 9000},
                      9000};
    for (const double offset_nm : {0.0, 5.0}) {
        auto shifted = test;
        for (double& depth : shifted.curve.depth_nm) depth += offset_nm;
        std::vector<Flag> flags;
        flag_depth_offset({shifted.curve, {}, cycle, 300, 54, 0.1, 0.05}, flags);
        EXPECT_EQ(flags.size(), offset_nm > 0 ? 1u : 0u);
    }
}

// At 5 samples/s the first five reach a fifth of the depth.
TEST(CurveFlags, ACoarseLoadingBeginsAtItsZeroAllTheSame) {
    for (const double offset_nm : {0.0, 10.0}) {
        testing::ClosedForm form;
        form.rate_Hz = 5;
        auto test = testing::closed_form_test(form);
        for (double& depth : test.curve.depth_nm) depth += offset_nm;
        EXPECT_EQ(find(flags_of(test), "SND-A026") != nullptr, offset_nm > 0) << offset_nm;
    }
}

TEST(CurveFlags, AnUnusualCurvatureOfLoadingIsFlagged) {
    for (const double n : {0.8, 1.6, 3.0}) {
        testing::ClosedForm form = noisy();
        form.n = n;
        const auto flags = flags_of(testing::closed_form_test(form));
        const Flag* flag = find(flags, "SND-A027");
        EXPECT_EQ(flag != nullptr, n != 1.6) << n;
        if (flag != nullptr) {
            EXPECT_NEAR(flag->number, n, 0.1);
        }
    }
}

TEST(CurveFlags, TheCurvatureOfFewerThanFiftyPointsIsNotJudged) {
    for (const double rate_Hz : {4.0, 6.0}) {  // 40 and 60 points of loading
        testing::ClosedForm form;
        form.n = 3;
        form.rate_Hz = rate_Hz;
        const auto flags = flags_of(testing::closed_form_test(form));
        EXPECT_EQ(find(flags, "SND-A027") != nullptr, rate_Hz > 5) << rate_Hz;
    }
}

TEST(CurveFlags, ALoadThatChangesOverTheHoldIsFlagged) {
    const auto test = noisy_test();
    const Cycle cycle{0,
                      {SegmentKind::load, 0, 3000},
                      {SegmentKind::hold, 3000, 6000},
                      {SegmentKind::unload, 6000, 9000},
                      9000};
    for (const double change_uN : {0.0, 10.0}) {
        auto changed = test;
        for (std::size_t i = 3000; i < 6000; ++i)
            changed.curve.load_uN[i] += change_uN * static_cast<double>(i - 3000) / 3000;
        std::vector<Flag> flags;
        flag_hold_load({changed.curve, {}, cycle, 300, 54, 0.1, 0.05}, flags);
        EXPECT_EQ(flags.size(), change_uN > 0 ? 1u : 0u);
    }
}

TEST(CurveFlags, AFinalDepthOutsideOfTheCurveIsFlagged) {
    QuantityValues values;
    values["h_max_nm"_q] = 54;
    for (const double h_p_nm : {-3.0, 30.0, 60.0}) {
        values["h_p_nm"_q] = h_p_nm;
        std::vector<Flag> flags;
        flag_final_depth(values, 0.5, flags);
        EXPECT_EQ(flags.size(), h_p_nm == 30.0 ? 0u : 1u);
        flags.clear();
        flag_final_depth(values, 1.5, flags);  // -3 nm is within 3 u, 60 is not within a tenth
        EXPECT_EQ(flags.size(), h_p_nm == 60.0 ? 1u : 0u);
    }
}

TEST(CurveFlags, ALargePopInIsFlagged) {
    for (const double jump_nm : {2.0, 8.0}) {
        auto test = noisy_test();
        for (std::size_t i = 1000; i < test.curve.size(); ++i) test.curve.depth_nm[i] += jump_nm;
        EXPECT_EQ(find(flags_of(test), "SND-A030") != nullptr, jump_nm > 5) << jump_nm;
    }
}

TEST(CurveFlags, AShallowTestOnARoughSurfaceIsFlagged) {
    AnalysisRecipe recipe = recipe_with_area();
    recipe.roughness_nm = 1;
    EXPECT_EQ(find(flags_of(noisy_test(), recipe), "SND-A031"), nullptr);
    recipe.roughness_nm = 3;
    EXPECT_NE(find(flags_of(noisy_test(), recipe), "SND-A031"), nullptr);
}

}  // namespace
}  // namespace sneddon
