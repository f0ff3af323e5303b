#include "numeric/sum/moments.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "base/random.hpp"
#include "support/nist_statistics.hpp"

namespace sneddon {
namespace {

using testing::agreeing_digits;

TEST(Moments, OfOneToFiveAreKnown) {
    const auto result = moments(std::vector<double>{1, 2, 3, 4, 5});
    EXPECT_EQ(result.n, 5u);
    EXPECT_EQ(result.mean, 3);
    EXPECT_EQ(result.variance, 2.5);
    EXPECT_EQ(result.squares, 10);
    EXPECT_EQ(result.sd, std::sqrt(2.5));
}

TEST(Moments, OfNoValuesAreMissingAndOfOneHaveNoSpread) {
    EXPECT_TRUE(std::isnan(moments({}).mean));
    const auto one = moments(std::vector<double>{7});
    EXPECT_EQ(one.mean, 7);
    EXPECT_EQ(one.squares, 0);
    EXPECT_TRUE(std::isnan(one.sd));
}

TEST(Moments, OfAValueThatIsNotFiniteAreMissing) {
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        const auto result = moments(std::vector<double>{1, bad, 2});
        EXPECT_TRUE(std::isnan(result.mean));
        EXPECT_TRUE(std::isnan(result.sd));
    }
}

// The classic of Neumaier (1974): a plain sum gives 0, Kahan's too.
TEST(Sum, KeepsWhatAPlainSumDrops) {
    EXPECT_EQ(sum(std::vector<double>{1, 1e100, 1, -1e100}), 2);
}

// 3.3/3 of the exact sum is 1.0999999999999999; the mean of these doubles (python fractions)
// is 1.1.
TEST(Moments, MeanIsTheNearestDouble) {
    EXPECT_EQ(mean(std::vector<double>{0.4, 1.1, 1.7999999999999998}), 1.1);
    EXPECT_EQ(mean(std::vector<double>{0.2, 0.8999999999999999, 1.5999999999999999, 2.3, 3.0}),
              1.5999999999999999);
}

TEST(Moments, OfShiftedValuesHaveTheSameSpread) {
    RandomStream stream(5);
    std::vector<double> values, shifted;
    // Multiples of 2^-20 below 1: adding 2^30 is exact, so the spread must not change at all.
    for (int i = 0; i < 1000; ++i) {
        values.push_back(static_cast<double>(stream.index(1 << 20)) * 0x1.0p-20);
        shifted.push_back(values.back() + 0x1.0p30);
    }
    EXPECT_DOUBLE_EQ(moments(shifted).sd, moments(values).sd);
}

struct Expected {
    const char* name;
    double mean_digits, sd_digits;  ///< what doubles can hold of the certified values
    double exact_sd;  ///< python fractions.Fraction over the stored doubles, then decimal sqrt
};

// Digits below 15 are those that reading the data into doubles already costs (exact_sd shows it).
constexpr Expected nist[] = {
    {"NumAcc1", 15, 15, 1.0},
    {"NumAcc2", 15, 15, 0.09999999999999998},
    {"NumAcc3", 15, 9.4, 0.1000000000349246},
    {"NumAcc4", 15, 8.2, 0.10000000055879354},
    {"Mavro", 15, 13.0, 0.0004291234540030854},
    {"Michelso", 15, 13.7, 0.07901054781905066},
    {"Lew", 15, 14.5, 277.3321680443161},
    {"Lottery", 14.5, 14.5, 291.6997274709691},
    {"PiDigits", 15, 14.5, 2.867339060288708},
};

TEST(Moments, ReachTheCertifiedValuesOfNist) {
    SNEDDON_NEEDS_SHARED();
    for (const auto& expected : nist) {
        const auto set = testing::nist_univariate(expected.name);
        const auto result = moments(set.values);
        EXPECT_GE(agreeing_digits(result.mean, set.mean), expected.mean_digits) << expected.name;
        EXPECT_GE(agreeing_digits(result.sd, set.sd), expected.sd_digits) << expected.name;
        // Against the doubles as they are, the last rounding aside.
        EXPECT_NEAR(result.sd, expected.exact_sd, 2e-16 * expected.exact_sd) << expected.name;
    }
}

TEST(Moments, MissAPerturbedCertifiedValue) {
    SNEDDON_NEEDS_SHARED();
    const auto set = testing::nist_univariate("Lew");
    EXPECT_LT(agreeing_digits(moments(set.values).sd, set.sd * (1 + 1e-9)), 9.5);
}

}  // namespace
}  // namespace sneddon
