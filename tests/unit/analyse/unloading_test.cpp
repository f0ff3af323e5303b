#include "analyse/unloading.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace sneddon
