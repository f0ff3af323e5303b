#include "numeric/resampling/resampling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace sneddon {
namespace {

using Labels = std::vector<int>;

TEST(DrawRows, DrawsEveryIndependentRowAboutEquallyOften) {
    const auto plan = independent_rows(5);
    RandomStream stream(1);
    std::vector<std::size_t> rows;
    std::map<std::size_t, int> seen;
    for (int i = 0; i < 10'000; ++i) {
        draw_rows(plan, stream, rows);
        ASSERT_EQ(rows.size(), 5u);
        for (const std::size_t row : rows) ++seen[row];
    }
    ASSERT_EQ(seen.size(), 5u);
    for (const auto& [row, count] : seen) EXPECT_NEAR(count, 10'000, 450) << row;  // 5 sd
}

TEST(DrawRows, WithinStrataKeepsTheSizeOfEveryGroup) {
    const Labels groups{7, -1, 7, 7, -1, 3};
    const auto plan = rows_within_strata(groups);
    RandomStream stream(2);
    std::vector<std::size_t> rows;
    for (int i = 0; i < 100; ++i) {
        draw_rows(plan, stream, rows);
        std::map<int, int> sizes;
        for (const std::size_t row : rows) ++sizes[groups[row]];
        EXPECT_EQ(sizes, (std::map<int, int>{{-1, 2}, {3, 1}, {7, 3}}));
    }
}

TEST(DrawRows, OfWholeClustersTakesAllRowsOfEach) {
    const Labels clusters{0, 1, 0, 2, 1, 0};
    const auto plan = whole_clusters(clusters);
    EXPECT_EQ(plan.units(), 3u);
    RandomStream stream(3);
    std::vector<std::size_t> rows;
    for (int i = 0; i < 100; ++i) {
        draw_rows(plan, stream, rows);
        std::map<int, int> sizes;
        for (const std::size_t row : rows) ++sizes[clusters[row]];
        EXPECT_EQ(sizes[0] % 3, 0);
        EXPECT_EQ(sizes[1] % 2, 0);
        EXPECT_EQ(sizes[0] / 3 + sizes[1] / 2 + sizes[2], 3);
    }
}

TEST(DrawRows, OfNoRowsGivesNone) {
    RandomStream stream(3);
    std::vector<std::size_t> rows{4};
    for (const auto& plan : {independent_rows(0), rows_within_strata({}), whole_clusters({})}) {
        draw_rows(plan, stream, rows);
        EXPECT_TRUE(rows.empty());
    }
}

}  // namespace
}  // namespace sneddon
