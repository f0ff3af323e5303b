#include "base/numbers/selection.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Values = std::vector<double>;

void expect_ranks(const Values& values, const char* what) {
    Values sorted = values;
    std::ranges::sort(sorted);
    const std::size_t n = values.size();
    for (const std::size_t rank : {std::size_t{0}, n / 3, n / 2, n - n / 50 - 1, n - 1}) {
        Values moved = values;
        const double found = select_rank(moved, rank);
        EXPECT_EQ(found, sorted[rank]) << what << " " << rank << " of " << n;
        EXPECT_EQ(moved[rank], found) << what;
        const auto at = moved.begin() + static_cast<std::ptrdiff_t>(rank);
        EXPECT_TRUE(std::all_of(moved.begin(), at, [&](double x) { return x <= found; })) << what;
        EXPECT_TRUE(std::all_of(at, moved.end(), [&](double x) { return x >= found; })) << what;
        std::ranges::sort(moved);
        EXPECT_EQ(moved, sorted) << what << ": a value was lost";
        EXPECT_EQ(value_of_rank(values, rank), found) << what;
        const RankedPair pair = values_from_rank(values, rank);
        EXPECT_EQ(pair.at, found) << what;
        EXPECT_EQ(pair.next, sorted[std::min(rank + 1, n - 1)]) << what;
    }
}

TEST(Selection, IsWhatSortingGives) {
    RandomStream random(3);
    for (const std::size_t n : {1u, 2u, 31u, 32u, 33u, 100u, 1999u, 2000u, 5000u}) {
        Values normal, coarse, rising, falling, valley, equal(n, 2.5);
        for (std::size_t i = 0; i < n; ++i) {
            const auto place = static_cast<double>(i);
            normal.push_back(random.normal());
            coarse.push_back(std::floor(2 * random.normal()));
            rising.push_back(place);
            falling.push_back(-place);
            valley.push_back(std::fabs(place - static_cast<double>(n / 2)));
        }
        expect_ranks(normal, "normal");
        expect_ranks(coarse, "coarse");
        expect_ranks(rising, "rising");
        expect_ranks(falling, "falling");
        expect_ranks(valley, "valley");
        expect_ranks(equal, "equal");
    }
}

// The places that the first pivot comes from hold the least values.
TEST(Selection, OfAnOrderThatMisleadsThePivotIsTheSame) {
    Values values(4096, 1.0);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i % 455 < 3 ? -static_cast<double>(i) : static_cast<double>(i);
    expect_ranks(values, "low pivots");
}

}  // namespace
}  // namespace sneddon
