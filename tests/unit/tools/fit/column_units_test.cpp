#include "tools/fit/column_units.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Numbers = std::vector<double>;

constexpr Dimension depth_and_load[] = {Dimension::depth, Dimension::load};

Result<NumberColumns> converted(std::string_view text, const std::vector<std::string>& names) {
    auto table = columns_of_text(text, "a.csv", names);
    if (!table) return table.error();
    if (auto error = to_working_units(*table, depth_and_load)) return *error;
    return table;
}

TEST(ColumnUnits, OfTheHeadsOrTheRowBelowThemScaleTheNumbers) {
    const auto heads = converted("depth (um),load (mN)\n0.25,5\n", {"depth (um)", "load (mN)"});
    ASSERT_TRUE(heads.ok()) << message(heads.error());
    EXPECT_EQ(heads->columns, (std::vector<Numbers>{{250}, {5000}}));
    EXPECT_THAT(unit_flags(*heads, depth_and_load), IsEmpty());
    const auto row = converted("h,P\n(um),(mN)\n0.25,5\n", {"h", "P"});
    ASSERT_TRUE(row.ok()) << message(row.error());
    EXPECT_EQ(row->columns, heads->columns);
}

TEST(ColumnUnits, ThatAreAbsentAreAssumedAndTold) {
    const auto table = converted("h_s,P (mN)\n3,5\n", {"h_s", "P (mN)"});
    ASSERT_TRUE(table.ok()) << message(table.error());
    EXPECT_EQ(table->columns, (std::vector<Numbers>{{3}, {5000}}));
    const auto flags = unit_flags(*table, depth_and_load);
    ASSERT_THAT(flags, SizeIs(1));
    EXPECT_EQ(flags[0].words, "no unit in the head: taken as \"h_s\" in nm");
}

TEST(ColumnUnits, OfAnotherQuantityAreRefusedByName) {
    for (const char* head : {"P (kgf)", "P (nm)", "P [s]"}) {
        const auto refused = converted(std::string("h (nm),") + head + "\n3,5\n", {"h (nm)", head});
        ASSERT_FALSE(refused.ok()) << head;
        EXPECT_EQ(refused.error().code, "SND-U026");
        EXPECT_THAT(refused.error().found, HasSubstr(head));
    }
}

}  // namespace
}  // namespace sneddon
