#include "study/groups/left_out_effects.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/groups/groups.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::IsEmpty;

/// t0 to t3 with H_IT 4, 5, 6, 30.
StudyResult four_tests() {
    StudyResult study;
    const double H_GPa[] = {4, 5, 6, 30};
    for (int i = 0; i < 4; ++i) study.tests.push_back(testing::used_row(i, 10, H_GPa[i], 1));
    return study;
}

TEST(EffectsOfLeavingOut, AreMeansWithAndWithout) {
    StudyResult study = four_tests();
    study.facts.exclusions = {{"", "H_IT_GPa > 20", "", "study.toml:9"}};
    arrange_study(study, GroupBy::load_function);
    describe_groups(study);
    const auto effects = effects_of_leaving_out(study, FitsAtBound::leave_out);
    ASSERT_FALSE(effects.empty());
    EXPECT_EQ(effects[0].quantity, "H_IT_GPa"_q);
    EXPECT_EQ(effects[0].n, 3u);
    EXPECT_EQ(effects[0].n_with, 4u);
    EXPECT_DOUBLE_EQ(effects[0].mean, 5);
    EXPECT_DOUBLE_EQ(effects[0].mean_with, 11.25);
    EXPECT_EQ(study.tests[3].status, Status::excluded);
    StudyResult whole = four_tests();
    arrange_study(whole, GroupBy::load_function);
    describe_groups(whole);
    EXPECT_THAT(effects_of_leaving_out(whole, FitsAtBound::leave_out), IsEmpty());
}

}  // namespace
}  // namespace sneddon
