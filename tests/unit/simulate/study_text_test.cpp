#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "simulate/export_text.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

TEST(StudyText, SaysThatTheStudyIsSimulated) {
    const auto study = draw_study(testing::three_classes(), 4);
    ASSERT_TRUE(study.ok());
    const std::string text = study_file_text(*study, calibrate_tip(study->plan.tip));
    EXPECT_THAT(text, HasSubstr("preset three-classes, seed 4"));
    EXPECT_THAT(text, HasSubstr("simulated = true\n"));
    EXPECT_THAT(text, HasSubstr("nx = 6\nny = 4\npitch_um = 2\n"));
    EXPECT_THAT(text, HasSubstr("file = \"tip.ara\""));
}

TEST(StudyText, TruthRowsHaveTheColumnsOfTheirHead) {
    const auto study = draw_study(testing::three_classes(), 4);
    ASSERT_TRUE(study.ok());
    const std::string head = truth_head();
    const std::string row = truth_row("a.txt", simulated_curve(*study, 30).truth);
    EXPECT_EQ(std::ranges::count(head, ','), std::ranges::count(row, ','));
    EXPECT_THAT(row, ::testing::StartsWith("a.txt,1,2,7,"));
}

TEST(StudyText, FileNamesSortInTheOrderOfTheTests) {
    const auto study = draw_study(testing::three_classes(), 4);
    ASSERT_TRUE(study.ok());
    EXPECT_EQ(test_file_name(*study, 7, "txt"), "three-classes_0007_LC.txt");
}

}  // namespace
}  // namespace sneddon
