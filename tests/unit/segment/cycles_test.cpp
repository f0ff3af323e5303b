#include "segment/cycles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

TEST(Cycles, WorkCountsFromTheLastPointWithoutLoad) {
    testing::ClosedForm form;
    form.air_s = 1;
    const sneddon::Test test = testing::closed_form_test(form);
    const Segmentation found = find_segments(test);
    ASSERT_EQ(found.cycles.size(), 1u);
    ASSERT_EQ(found.cycles[0].load.begin, 300u);
    EXPECT_EQ(found.cycles[0].contact, 299u);
}

TEST(Cycles, TimeThatRunsBackIsNamedByItsPoint) {
    sneddon::Test test = testing::closed_form_test({});
    test.curve.time_s[500] = test.curve.time_s[498];
    const Segmentation found = find_segments(test);
    ASSERT_FALSE(found.flags.empty());
    EXPECT_EQ(found.flags[0].code, "SND-S002");
    EXPECT_EQ(found.flags[0].number, test.curve.time_s[500]);
    EXPECT_EQ(found.flags[0].limit, test.curve.time_s[499]);
    EXPECT_THAT(found.flags[0].text, ::testing::HasSubstr("sample 501"));  // counted from one
}

}  // namespace
}  // namespace sneddon
