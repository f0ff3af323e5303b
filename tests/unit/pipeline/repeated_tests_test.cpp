#include "pipeline/repeated_tests.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

Curve curve(std::vector<double> load_uN, std::vector<double> depth_nm) {
    Curve made;
    made.load_uN = std::move(load_uN);
    made.depth_nm = std::move(depth_nm);
    return made;
}

TEST(RepeatedTests, HashesOfDifferentColumnsDiffer) {
    const auto hash = column_hash(curve({1, 2}, {3, 4}), 1);
    EXPECT_EQ(hash, column_hash(curve({1, 2}, {3, 4}), 1));
    EXPECT_NE(hash, column_hash(curve({1, 2}, {3, 4}), 2));
    EXPECT_NE(hash, column_hash(curve({2, 1}, {3, 4}), 1));
    EXPECT_NE(hash, column_hash(curve({3, 4}, {1, 2}), 1));
    EXPECT_NE(hash, column_hash(curve({1, 2}, {3, 4.0000001}), 1));
}

TEST(RepeatedTests, TheLaterOnesAreFlagged) {
    std::vector<TestRow> rows;
    for (const char* id : {"a", "b", "c", "d"}) {
        TestRow row;
        row.test_id = id;
        rows.push_back(row);
    }
    const std::vector<std::uint64_t> hashes = {7, 8, 7, 7};
    EXPECT_TRUE(flag_repeated_tests({}, rows, hashes).empty());
    EXPECT_TRUE(rows[0].flags.empty());
    EXPECT_TRUE(rows[1].flags.empty());
    for (const std::size_t i : {2u, 3u}) {
        ASSERT_EQ(rows[i].flags.size(), 1u);
        EXPECT_EQ(rows[i].flags[0].code, "SND-G004");
        EXPECT_EQ(rows[i].flags[0].text, "load and depth are those of a");
    }
}

TEST(RepeatedTests, TestsWithoutAPointAreNotFlagged) {
    std::vector<TestRow> rows(2);
    const std::uint64_t nothing = column_hash(curve({}, {}), rows[0].cycle);
    EXPECT_TRUE(flag_repeated_tests({}, rows, std::vector{nothing, nothing}).empty());
    EXPECT_TRUE(rows[1].flags.empty());
}

}  // namespace
}  // namespace sneddon
