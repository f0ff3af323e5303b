#include "study/left_out/left_out.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// t0 to t3 with H_IT 4, 5, 6, 30; t2 and t3 of the second sample.
StudyResult four_tests() {
    StudyResult study;
    const double H_GPa[] = {4, 5, 6, 30};
    for (int i = 0; i < 4; ++i) {
        study.tests.push_back(testing::used_row(i, 10, H_GPa[i], 1));
        study.tests.back().sample = i < 2 ? 0 : 1;
    }
    return study;
}

std::vector<std::string> left_out_of(StudyResult& study) {
    leave_out(study);
    std::vector<std::string> ids;
    for (const TestRow& row : study.tests)
        if (row.status == Status::excluded) ids.push_back(row.test_id);
    return ids;
}

TEST(LeaveOut, ByIdFileAndPatternWithItsReason) {
    StudyResult study = four_tests();
    study.facts.exclusions = {{"t1", "", "cracked", "study.toml:3"}, {"t3*", "", "", "--exclude"}};
    EXPECT_THAT(left_out_of(study), ElementsAre("t1", "t3"));
    EXPECT_EQ(study.tests[1].reason, "left out by hand: cracked (study.toml:3)");
    EXPECT_EQ(study.tests[3].reason, "left out by hand: t3* (--exclude)");
    ASSERT_EQ(study.tests[1].flags.size(), 1u);
    EXPECT_EQ(study.tests[1].flags[0].code, "SND-G070");
    EXPECT_THAT(study.tests[0].flags, IsEmpty());
}

TEST(LeaveOut, ByConditionOfOneSampleAlone) {
    StudyResult study = four_tests();
    study.samples = {{"a", {}}, {"b", {}}};
    study.samples[1].facts.exclusions = {{"", "H_IT_GPa > 3", "", "b/study.toml:1"}};
    EXPECT_THAT(left_out_of(study), ElementsAre("t2", "t3"));
}

TEST(LeaveOut, OnlyKeepsWhatOneOfItsNamesNames) {
    StudyResult study = four_tests();
    study.facts.exclusions = {{"t0", "", "", "--only", true}, {"t2.txt", "", "", "--only", true}};
    EXPECT_THAT(left_out_of(study), ElementsAre("t1", "t3"));
}

TEST(LeaveOut, AConditionThatNothingFulfilsIsSaid) {
    StudyResult study = four_tests();
    study.facts.exclusions = {{"", "H_IT_GPa > 100", "", "study.toml:9"}};
    EXPECT_THAT(left_out_of(study), IsEmpty());
    ASSERT_EQ(study.warnings.size(), 1u);
    EXPECT_EQ(study.warnings[0].code, "SND-G071");
    study.facts.exclusions[0].where = "H_IT_GPa > 20";
    study.warnings.clear();
    leave_out(study);
    EXPECT_THAT(study.warnings, IsEmpty());
}

TEST(UnmatchedExclusion, HasTheNearestNameAndKnowsFilesWithoutATest) {
    StudyResult study = four_tests();
    study.inputs.resize(1);
    study.inputs[0].path = "in/broken.txt";
    study.facts.exclusions = {{"broken.txt", "", "", "--exclude"}, {"t3", "", "", "--exclude"}};
    EXPECT_FALSE(unmatched_exclusion(study));
    study.facts.exclusions.push_back({"t33", "", "", "--exclude"});
    const auto error = unmatched_exclusion(study);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, "SND-U028");
    EXPECT_THAT(error->fix, HasSubstr("did you mean t3"));
}

}  // namespace
}  // namespace sneddon
