#include "study/groups/group_flags.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sneddon {
namespace {

std::vector<TestRow> group_of(std::size_t n) {
    std::vector<TestRow> rows(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto spread = static_cast<double>(i % 5) - 2;
        rows[i].load_function = "hold 10 s";
        rows[i].values["F_max_uN"_q] = 300 + 0.1 * spread;
        rows[i].values["h_max_nm"_q] = 54 + 0.5 * spread;
        rows[i].values["H_IT_GPa"_q] = 7 + 0.1 * spread;
    }
    return rows;
}

bool has(const TestRow& row, std::string_view code) {
    return std::ranges::count(row.flags, code, &Flag::code) > 0;
}

TEST(GroupFlags, AnEvenGroupHasNone) {
    auto rows = group_of(20);
    flag_against_groups(rows);
    for (const TestRow& row : rows) EXPECT_TRUE(row.flags.empty());
}

TEST(GroupFlags, AValueFarFromItsGroupIsFlaggedWithItsDistance) {
    auto rows = group_of(20);
    rows[7].values["H_IT_GPa"_q] = 12;
    flag_against_groups(rows);
    ASSERT_TRUE(has(rows[7], "SND-G050"));
    EXPECT_GT(rows[7].flags.front().number, 5);
    EXPECT_EQ(rows[7].status, Status::used);
    EXPECT_FALSE(has(rows[6], "SND-G050"));
}

TEST(GroupFlags, ATestThatIsTooDeepHasAFlagOfItsOwn) {
    auto rows = group_of(20);
    rows[3].values["h_max_nm"_q] = 90;
    rows[4].values["h_max_nm"_q] = 20;
    flag_against_groups(rows);
    EXPECT_TRUE(has(rows[3], "SND-G051"));
    EXPECT_TRUE(has(rows[4], "SND-G050"));
    EXPECT_FALSE(has(rows[4], "SND-G051"));
}

TEST(GroupFlags, AnotherPeakLoadIsFlagged) {
    auto rows = group_of(20);
    rows[3].values["F_max_uN"_q] = 304;
    flag_against_groups(rows);
    EXPECT_TRUE(has(rows[3], "SND-G052"));
    EXPECT_FALSE(has(rows[4], "SND-G052"));
}

TEST(GroupFlags, SmallGroupsAreNotJudged) {
    auto rows = group_of(9);
    rows[3].values["F_max_uN"_q] = 350;
    rows[3].values["h_max_nm"_q] = 90;
    flag_against_groups(rows);
    EXPECT_TRUE(rows[3].flags.empty());
}

TEST(GroupFlags, ExclusionIsByChoiceAndSaysWhy) {
    auto rows = group_of(3);
    rows[1].flags.push_back({"SND-A020", 0.8, 0.5, "depth grows by 0.8 nm"});
    rows[2].flags.push_back({"SND-A022", 3, 1, "1 single depth"});
    rows[2].status = Status::refused;
    exclude_flagged({}, rows);
    EXPECT_EQ(rows[1].status, Status::used);
    exclude_flagged({"SND-A020", "SND-A022"}, rows);
    EXPECT_EQ(rows[0].status, Status::used);
    EXPECT_EQ(rows[1].status, Status::excluded);
    EXPECT_NE(rows[1].reason.find("SND-A020"), std::string::npos);
    EXPECT_EQ(rows[2].status, Status::refused);
}

}  // namespace
}  // namespace sneddon
