#include "study/checks/check_tip.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

using ::testing::HasSubstr;

StudyFacts tip_of(const std::string& day) {
    StudyFacts facts;
    facts.stated.push_back({"tip_date", day, std::nullopt});
    return facts;
}

TestRow row_of(const std::string& day, std::size_t sample = 0) {
    TestRow row;
    row.sample = sample;
    if (!day.empty()) row.time_stamp = day + "T08:00:00";
    return row;
}

// 2025 has 365 days: the limit itself is still in time.
TEST(OldTip, IsToldOfFromTheDayAfterTheLimit) {
    EXPECT_EQ(old_tip_text(tip_of("2025-01-01"), "2026-01-01T23:59:59"), "");
    EXPECT_THAT(old_tip_text(tip_of("2025-01-01"), "2026-01-02T00:00:00"),
                HasSubstr("2025-01-01, 366 days before the last test (2026-01-02)"));
}

TEST(OldTip, NeedsBothDays) {
    EXPECT_EQ(old_tip_text({}, "2026-01-02"), "");
    EXPECT_EQ(old_tip_text(tip_of("2020-01-01"), ""), "");
    EXPECT_EQ(old_tip_text(tip_of("2027-01-01"), "2026-01-02"), "") << "calibrated afterwards";
}

TEST(TipWarnings, AreOfTheLastUsedTestOfEachSample) {
    StudyResult study;
    study.samples = {{"old", tip_of("2020-01-01")}, {"new", tip_of("2025-12-01")}};
    study.tests = {row_of("2025-12-20", 0), row_of("2026-01-02", 1), row_of("", 1)};
    const auto warnings = tip_warnings(study);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, "SND-G063");
    EXPECT_THAT(warnings[0].text, ::testing::StartsWith("old: the tip was calibrated"));
    study.tests[0].status = Status::excluded;
    EXPECT_TRUE(tip_warnings(study).empty());
}

// The date is that of the tip in study.toml, not of one that the command line names.
TEST(TipWarnings, SayNothingOfAnotherTipThanThatOfTheStudyFile) {
    StudyResult study;
    study.facts = tip_of("2020-01-01");
    study.tests = {row_of("2025-12-20")};
    study.recipe = {{"area.function", "\"ideal\"", "", "study.toml"}};
    EXPECT_EQ(tip_warnings(study).size(), 1U);
    study.recipe[0].origin = "command line";
    EXPECT_TRUE(tip_warnings(study).empty());
}

TEST(TipWarnings, CountTestsOutsideOfTheCalibration) {
    StudyResult study;
    for (int i = 0; i < 21; ++i) study.tests.push_back(row_of(""));
    study.tests[3].test_id = "shallow";
    study.tests[3].flags.push_back({"SND-A006", 19, 20, ""});
    EXPECT_TRUE(tip_warnings(study).empty()) << "1 of 21 is less than 5 %";
    study.tests[4].flags.push_back({"SND-A006", 101, 100, ""});
    const auto warnings = tip_warnings(study);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, "SND-G064");
    EXPECT_THAT(warnings[0].text, HasSubstr("2 of 21 tests"));
    EXPECT_THAT(warnings[0].text, HasSubstr("(1 shallower, 1 deeper)"));
    EXPECT_EQ(warnings[0].tests.at(0), "shallow");
}

}  // namespace
}  // namespace sneddon
