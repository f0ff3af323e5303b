#include "tools/differences.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

TEST(Differences, ArePercentOfTheSecondColumn) {
    const Differences found =
        differences({101, 97, std::nan(""), 5}, {100, 100, 100, std::nan("")});
    EXPECT_EQ(found.n, 2u);
    EXPECT_NEAR(found.mean_percent, -1, 1e-12);
    EXPECT_NEAR(found.largest_percent, -3, 1e-12);
    EXPECT_EQ(found.largest_at, 1u);
    EXPECT_EQ(found.mean_first, 99);
}

TEST(Differences, OfNothingAreNone) {
    EXPECT_EQ(differences({1}, {std::nan("")}).n, 0u);
}

}  // namespace
}  // namespace sneddon
