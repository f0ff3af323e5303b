#include "analyse/unloading.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analyse/propagation.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

/// An unloading to 8 nm below the surface.
sneddon::Test below_the_surface() {
    testing::ClosedForm form;
    form.h_p_nm = -8;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    return testing::closed_form_test(form);
}

UnloadingFit fitted(FitSpace space, FinalDepthRule rule) {
    UnloadingOptions options;
    options.fit_space = space;
    options.final_depth = rule;
    const sneddon::Test test = below_the_surface();
    return fit_unloading(test.curve, {SegmentKind::unload, 6000, 9000}, 300, options);
}

TEST(Unloading, AFinalDepthThatMayNotBeNegativeIsZeroAndSaysSo) {
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        const UnloadingFit any = fitted(space, FinalDepthRule::any);
        EXPECT_LT(any.h_p_nm, -7);
        EXPECT_FALSE(any.is_h_p_at_bound);
        const UnloadingFit bound = fitted(space, FinalDepthRule::not_negative);
        ASSERT_TRUE(bound.is_fitted);
        EXPECT_TRUE(bound.is_h_p_at_bound);
        EXPECT_EQ(bound.h_p_nm, 0);
        EXPECT_NEAR(bound.h_at_F_max_nm, any.h_at_F_max_nm, 1);
        EXPECT_LT(bound.m, any.m);
        EXPECT_DOUBLE_EQ(bound.S_uN_per_nm, bound.m * 300 / bound.h_at_F_max_nm);
        EXPECT_GT(bound.rms_nm, any.rms_nm);
    }
}

// Of 3000 points from 6000 on: 5 are passed over, half of them are the last, and both ends count.
TEST(Unloading, AWindowOfPointsIsCountedFromTheFirstOfUnloading) {
    UnloadingOptions options;
    options.window = WindowRule::of_points;
    options.window_skip = 5;
    options.window_points = 0.5;
    const sneddon::Test exact = testing::closed_form_test({});
    const auto fit_with_error_at = [&](std::size_t point) {
        sneddon::Test test = exact;
        test.curve.depth_nm[point] += 1;
        return fit_unloading(test.curve, {SegmentKind::unload, 6000, 9000}, 300, options);
    };
    const UnloadingFit sound = fit_with_error_at(0);
    ASSERT_TRUE(sound.is_fitted);
    EXPECT_EQ(sound.first, 6005u);
    EXPECT_EQ(sound.last, 7500u);
    EXPECT_EQ(sound.n, 1496u);
    EXPECT_LT(sound.rms_nm, 1e-9);
    EXPECT_LT(fit_with_error_at(6004).rms_nm, 1e-9);
    EXPECT_GT(fit_with_error_at(6005).rms_nm, 1e-3);
    EXPECT_GT(fit_with_error_at(7500).rms_nm, 1e-3);
    EXPECT_LT(fit_with_error_at(7501).rms_nm, 1e-9);
    options.window_points = 1;  // the segment has no point there
    EXPECT_EQ(fit_with_error_at(0).last, 8999u);
}

TEST(Unloading, TheSlopeCanBeThatAtTheFirstPointOfTheWindow) {
    const testing::ClosedForm form;
    const sneddon::Test test = testing::closed_form_test(form);
    UnloadingOptions options;
    options.window_high = 0.8;
    options.slope_at = SlopeRule::begin_of_window;
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        options.fit_space = space;
        const UnloadingFit fit =
            fit_unloading(test.curve, {SegmentKind::unload, 6000, 9000}, 300, options);
        ASSERT_TRUE(fit.is_fitted);
        EXPECT_NEAR(test.curve.load_uN[fit.first], 240, 0.2);
        // F = F_max x^m: the slope falls with x^(m - 1), and so with F^(1 - 1/m).
        const double expected =
            form.S_uN_per_nm() * std::pow(test.curve.load_uN[fit.first] / 300, 1 - 1 / form.m);
        EXPECT_NEAR(fit.S_uN_per_nm / expected, 1, 1e-6);
    }
}

/// F = 300 uN ((h - 30 nm)/24 nm)^1.5 in steps of 3 uN from 300 to 0, points 7 to 107.
Curve power_law() {
    Curve curve;
    for (int i = 0; i < 7; ++i) {
        curve.load_uN.push_back(200);
        curve.depth_nm.push_back(-500);
    }
    for (int i = 0; i <= 100; ++i) {
        curve.load_uN.push_back(300 - 3 * i);
        curve.depth_nm.push_back(30 + 24 * std::pow(1 - i / 100.0, 1 / 1.5));
    }
    curve.time_s.resize(curve.load_uN.size());
    return curve;
}

// 60 to 270 uN, ends included.
TEST(Unloading, IsFittedOverItsWindow) {
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        UnloadingOptions options;
        options.fit_space = space;
        options.window_high = 0.9;
        const UnloadingFit fit =
            fit_unloading(power_law(), {SegmentKind::unload, 7, 108}, 300, options);
        ASSERT_TRUE(fit.is_fitted);
        EXPECT_EQ(fit.n, 71u);
        EXPECT_EQ(fit.first, 17u);
        EXPECT_EQ(fit.last, 87u);
        EXPECT_NEAR(fit.m, 1.5, 1e-6);
        EXPECT_NEAR(fit.h_p_nm, 30, 1e-5);
        EXPECT_NEAR(fit.h_at_F_max_nm, 54, 1e-5);
        EXPECT_NEAR(fit.S_uN_per_nm, 1.5 * 300 / 24, 1e-5);
        EXPECT_NEAR(fit.rms_nm, 0, 1e-7);
        EXPECT_FALSE(fit.is_m_at_bound);
        EXPECT_FALSE(fit.is_h_p_at_bound);
    }
}

// Found by fuzz_analysis: a depth that stands still gave an infinite stiffness and an infinite E_r.
TEST(Unloading, OfADepthThatStandsStillIsNone) {
    Curve curve = power_law();
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth})
        for (const double depth_nm : {54.0, 58.094750193111253, 1e-3}) {
            std::ranges::fill(curve.depth_nm, depth_nm);
            UnloadingOptions options;
            options.fit_space = space;
            const UnloadingFit fit =
                fit_unloading(curve, {SegmentKind::unload, 7, 108}, 300, options);
            EXPECT_FALSE(fit.is_fitted) << depth_nm << ", S " << fit.S_uN_per_nm;
        }
}

// A power law of 5e-12 nm upon 54 nm, some hundred steps of a double: its slope is finite, and
// rounding.
TEST(Unloading, OfADepthThatMovesByItsRoundingIsNone) {
    const auto moving_by = [](double k_nm) {
        Curve curve = power_law();
        for (std::size_t i = 7; i < curve.load_uN.size(); ++i)
            curve.depth_nm[i] = 54 + k_nm * std::pow(curve.load_uN[i] / 300, 1 / 1.5);
        return fit_unloading(curve, {SegmentKind::unload, 7, 108}, 300, {});
    };
    const UnloadingFit rounding = moving_by(5e-12);
    EXPECT_TRUE(std::isfinite(rounding.S_uN_per_nm));
    EXPECT_FALSE(rounding.is_fitted);
    EXPECT_TRUE(moving_by(5e-8).is_fitted);
}

TEST(Unloading, SixPointsAreEnough) {
    for (const std::size_t points : {5u, 6u}) {
        const UnloadingFit fit =
            fit_unloading(power_law(), {SegmentKind::unload, 30, 30 + points}, 300, {});
        EXPECT_EQ(fit.n, points);
        EXPECT_EQ(fit.is_fitted, points == 6);
    }
}

// Readings of 0.05 nm above and below in turn: an rms of 0.05 nm in either space.
TEST(Unloading, TheResidualIsThatOfTheDepth) {
    Curve curve = power_law();
    for (std::size_t i = 7; i < 108; ++i) curve.depth_nm[i] += i % 2 == 0 ? 0.05 : -0.05;
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        UnloadingOptions options;
        options.fit_space = space;
        const UnloadingFit fit = fit_unloading(curve, {SegmentKind::unload, 7, 108}, 300, options);
        // A load residual over S counts the points of the smaller slopes, 2/3 at 30 %, for less.
        EXPECT_NEAR(fit.rms_nm, space == FitSpace::depth_of_load ? 0.05 : 0.041, 0.001);
    }
}

TEST(Unloading, AnExponentAtItsBoundSaysSo) {
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        UnloadingOptions options;
        options.fit_space = space;
        options.m_max = 1.4;
        UnloadingFit fit = fit_unloading(power_law(), {SegmentKind::unload, 7, 108}, 300, options);
        EXPECT_TRUE(fit.is_m_at_bound);
        EXPECT_NEAR(fit.m, 1.4, 1e-9);
        options.m_max = 5;
        options.m_min = 1.6;
        fit = fit_unloading(power_law(), {SegmentKind::unload, 7, 108}, 300, options);
        EXPECT_TRUE(fit.is_m_at_bound);
        EXPECT_NEAR(fit.m, 1.6, 1e-9);
        options.final_depth = FinalDepthRule::not_negative;
        options.m_min = 1;
        EXPECT_NEAR(fit_unloading(power_law(), {SegmentKind::unload, 7, 108}, 300, options).h_p_nm,
                    30, 1e-5);
    }
}

// h = 58 nm (F/F_max)^(1/2.5) - 4 nm: the least squares of h = b (F/F_max)^q and of F = B h^m, by a
// search of their own over the exponent.
TEST(Unloading, FromDepthZeroIsThePurePower) {
    Curve curve = power_law();
    for (std::size_t i = 7; i < 108; ++i)
        curve.depth_nm[i] = 58 * std::pow(curve.load_uN[i] / 300, 1 / 2.5) - 4;
    for (const FitSpace space : {FitSpace::depth_of_load, FitSpace::load_of_depth}) {
        UnloadingOptions options;
        options.fit_space = space;
        options.final_depth = FinalDepthRule::not_negative;
        const UnloadingFit fit = fit_unloading(curve, {SegmentKind::unload, 7, 108}, 300, options);
        ASSERT_TRUE(fit.is_fitted && fit.is_h_p_at_bound);
        EXPECT_FALSE(fit.is_m_at_bound);
        const bool is_in_depth = space == FitSpace::depth_of_load;
        double best = INFINITY, best_exponent = 0, best_factor = 0;
        std::size_t n = 0;
        for (double exponent = is_in_depth ? 0.3 : 1.5; exponent < (is_in_depth ? 0.7 : 3);
             exponent += 1e-5) {
            double xx = 0, xy = 0, yy = 0;
            n = 0;
            for (std::size_t i = 7; i < 108; ++i) {
                const double share = curve.load_uN[i] / 300, h_nm = curve.depth_nm[i];
                if (share < 0.2 || share > 0.95) continue;
                const double x = std::pow(is_in_depth ? share : h_nm, exponent);
                const double y = is_in_depth ? h_nm : share;
                xx += x * x;
                xy += x * y;
                yy += y * y;
                ++n;
            }
            const double squares = yy - xy * xy / xx;
            if (squares >= best) continue;
            best = squares;
            best_exponent = exponent;
            best_factor = xy / xx;
        }
        const double m = is_in_depth ? 1 / best_exponent : best_exponent;
        const double h_nm = is_in_depth ? best_factor : std::pow(1 / best_factor, 1 / m);
        const double rms = std::sqrt(best / static_cast<double>(n));
        EXPECT_NEAR(fit.m, m, 2e-4);
        EXPECT_NEAR(fit.h_at_F_max_nm, h_nm, 2e-3);
        EXPECT_NEAR(fit.rms_nm / (is_in_depth ? rms : rms * h_nm / m), 1, 1e-3);
        EXPECT_NEAR(fit.S_uN_per_nm, fit.m * 300 / fit.h_at_F_max_nm, 1e-9);
    }
}

TEST(Unloading, TheOptionsAreThoseOfTheRecipe) {
    AnalysisRecipe recipe;
    recipe.fit_space = FitSpace::load_of_depth;
    recipe.window_high = 0.9;
    recipe.window_low = 0.3;
    recipe.m_min = 1.2;
    recipe.m_max = 3;
    recipe.final_depth = FinalDepthRule::not_negative;
    const UnloadingOptions options = unloading_options(recipe);
    EXPECT_EQ(options.fit_space, FitSpace::load_of_depth);
    EXPECT_EQ(options.window_high, 0.9);
    EXPECT_EQ(options.window_low, 0.3);
    EXPECT_EQ(options.m_min, 1.2);
    EXPECT_EQ(options.m_max, 3);
    EXPECT_EQ(options.final_depth, FinalDepthRule::not_negative);
}

}  // namespace
}  // namespace sneddon
