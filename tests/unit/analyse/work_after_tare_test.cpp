#include <gtest/gtest.h>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

double W_load_pJ(const sneddon::Test& test, const AnalysisRecipe& recipe) {
    return analyse(test, recipe).cycles.at(0).values["W_load_pJ"_q];
}

// In front: a jump of depth under a load that is not yet of the contact; all loads 2 uN too large.
TEST(WorkAfterTare, CountsFromTheLastPointWithoutLoad) {
    const sneddon::Test clean = testing::closed_form_test({});
    const double W_pJ = W_load_pJ(clean, {});
    AnalysisRecipe recipe;
    recipe.correction.tare = TareRule::value;
    recipe.correction.load_offset_uN = 2;
    for (const int without_load : {0, 1, 2}) {
        testing::ClosedFormBuilder builder({});
        for (int i = 0; i < 30; ++i) builder.add(2.2, -20000);
        for (int i = 0; i < without_load; ++i) builder.add(2, 0);
        for (std::size_t i = 0; i < clean.curve.size(); ++i)
            builder.add(clean.curve.load_uN[i] + 2, clean.curve.depth_nm[i]);
        EXPECT_NEAR(W_load_pJ(builder.take(), recipe), W_pJ, 1e-3 * W_pJ);
    }
}

}  // namespace
}  // namespace sneddon
