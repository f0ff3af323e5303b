#include "numeric/elementary/elementary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/random.hpp"
#include "numeric/elementary/elementary_kernel.hpp"

namespace sneddon {
namespace {

std::vector<double> logs_of(const std::vector<double>& x) {
    std::vector<double> ln_x(x.size());
    natural_logs(x, ln_x);
    return ln_x;
}

std::vector<double> powers_of(double factor, const std::vector<double>& x) {
    std::vector<double> powers(x.size());
    exponentials(factor, x, powers);
    return powers;
}

/// From tiny to large, so many that the last ones do not fill a register.
std::vector<double> positive_numbers(std::size_t count) {
    RandomStream random(3);
    std::vector<double> x(count);
    for (double& value : x) value = std::exp(1400 * random.uniform() - 700);
    return x;
}

// 1.1 units of the last place is what lane_math states for exp, 2 for ln.
TEST(Elementary, IsWhatLongDoubleSaysToTheLastPlace) {
    const std::vector<double> x = positive_numbers(10001), logs = logs_of(x);
    const std::vector<double> powers = powers_of(0.75, logs);
    constexpr double unit = std::numeric_limits<double>::epsilon();
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto ln = static_cast<double>(std::log(static_cast<long double>(x[i])));
        ASSERT_NEAR(logs[i], ln, 2 * unit * std::abs(ln)) << x[i];
        const auto power = static_cast<double>(std::exp(static_cast<long double>(0.75 * logs[i])));
        ASSERT_NEAR(powers[i], power, 1.1 * unit * power) << 0.75 * logs[i];
    }
}

TEST(Elementary, EveryCountHasTheBitsOfOneByOne) {
    const std::vector<double> all = positive_numbers(19);
    for (std::size_t count = 0; count <= all.size(); ++count) {
        const std::vector<double> x(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
        const std::vector<double> logs = logs_of(x), powers = powers_of(-1.5, logs);
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(logs[i], logs_of({x[i]})[0]);
            EXPECT_EQ(powers[i], powers_of(-1.5, {logs[i]})[0]);
        }
    }
}

TEST(Elementary, EveryInstructionSetHasTheSameBits) {
#if defined(__x86_64__)
    if (!avx2_elementary_kernel() || !__builtin_cpu_supports("avx2") ||
        !__builtin_cpu_supports("fma"))
        GTEST_SKIP() << "no AVX2";
    const ElementaryKernel &one = *scalar_elementary_kernel(), &four = *avx2_elementary_kernel();
    const std::vector<double> x = positive_numbers(1003);
    std::vector<double> logs(x.size()), also_logs(x.size()), powers(x.size()),
        also_powers(x.size());
    EXPECT_EQ(one.natural_logs(x.data(), x.size(), logs.data()), x.size());
    EXPECT_EQ(four.natural_logs(x.data(), x.size(), also_logs.data()), x.size());
    EXPECT_EQ(logs, also_logs);
    one.exponentials(0.3, logs.data(), logs.size(), powers.data());
    four.exponentials(0.3, logs.data(), logs.size(), also_powers.data());
    EXPECT_EQ(powers, also_powers);
#endif
}

TEST(Elementary, OtherNumbersAreTheLibrarys) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> logs = logs_of({0, -1, infinity, nan, 5e-324, 1});
    EXPECT_EQ(logs[0], -infinity);
    EXPECT_TRUE(std::isnan(logs[1]));
    EXPECT_EQ(logs[2], infinity);
    EXPECT_TRUE(std::isnan(logs[3]));
    EXPECT_EQ(logs[4], std::log(5e-324));
    EXPECT_EQ(logs[5], 0);
    const std::vector<double> powers = powers_of(2, {-infinity, infinity, nan, 354, -360, 0});
    EXPECT_EQ(powers[0], 0);
    EXPECT_EQ(powers[1], infinity);
    EXPECT_TRUE(std::isnan(powers[2]));
    EXPECT_EQ(powers[3], std::exp(708.0));
    EXPECT_EQ(powers[4], std::exp(-720.0));
    EXPECT_EQ(powers[5], 1);
}

}  // namespace
}  // namespace sneddon
