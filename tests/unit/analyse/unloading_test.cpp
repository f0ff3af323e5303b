#include "analyse/unloading.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace sneddon
