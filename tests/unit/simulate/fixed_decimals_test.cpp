#include "simulate/fixed_decimals.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "base/random.hpp"

namespace sneddon {
namespace {

std::string fixed6(double value) {
    char text[longest_fixed6];
    return {text, put_fixed6(text, value)};
}

// From 1e7 on the product with 1e6 is rounded, and the last decimal may be another.
TEST(FixedDecimals, AreThoseOfPrintf) {
    RandomStream random(1);
    for (int i = 0; i < 20000; ++i) {
        const double value = (random.uniform() - 0.5) * std::pow(10, 1 + i % 5);
        EXPECT_EQ(fixed6(value), fmt::format("{:.6f}", value));
    }
}

TEST(FixedDecimals, WriteZeroWithoutASignAndWhatIsNoNumberAsNaN) {
    EXPECT_EQ(fixed6(0), "0.000000");
    EXPECT_EQ(fixed6(-1e-9), "0.000000");
    EXPECT_EQ(fixed6(-0.0000006), "-0.000001");
    EXPECT_EQ(fixed6(999999.9999996), "1000000.000000");
    EXPECT_EQ(fixed6(std::numeric_limits<double>::quiet_NaN()), "NaN");
    EXPECT_EQ(fixed6(1e300), "NaN");
}

}  // namespace
}  // namespace sneddon
