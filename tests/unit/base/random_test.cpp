#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Known answer of the Random123 distribution for Philox4x32-10 with counter 0 and key 0:
// 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
TEST(RandomStream, MatchesTheKnownAnswerOfPhilox) {
    RandomStream stream(0, 0);
    EXPECT_EQ(stream.bits(), 0xe169c58d6627e8d5u);
    EXPECT_EQ(stream.bits(), 0x9b00dbd8bc57ac4cu);
}

TEST(RandomStream, StreamsAreIndependentOfEachOther) {
    RandomStream a(7, 1), b(7, 2), a_again(7, 1);
    for (int i = 0; i < 100; ++i) {
        const auto bits = a.bits();
        EXPECT_EQ(bits, a_again.bits());
        EXPECT_NE(bits, b.bits());
    }
}

// 1e6 draws: the mean's standard error is 0.001, of the variance 0.0014; 5 of them are allowed.
TEST(RandomStream, NormalHasMeanZeroAndVarianceOne) {
    RandomStream stream(1);
    double sum = 0, square = 0;
    constexpr int n = 1'000'000;
    for (int i = 0; i < n; ++i) {
        const double x = stream.normal();
        sum += x;
        square += x * x;
    }
    EXPECT_NEAR(sum / n, 0, 0.005);
    EXPECT_NEAR(square / n, 1, 0.007);
}

TEST(RandomStream, IndexReachesEveryPlaceAboutEquallyOften) {
    RandomStream stream(3);
    std::array<int, 7> count{};
    for (int i = 0; i < 70'000; ++i) ++count[stream.index(7)];
    for (const int c : count) EXPECT_NEAR(c, 10'000, 500);  // 5 sd of a binomial count
}

}  // namespace
}  // namespace sneddon
