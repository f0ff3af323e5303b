#include "base/numbers/extremes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/numbers/all_finite.hpp"
#include "base/numbers/cell_ends.hpp"
#include "base/numbers/first_above.hpp"
#include "base/random.hpp"

namespace sneddon {
namespace {

std::vector<double> noise(std::size_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<double> values(count);
    for (double& value : values) value = random.normal();
    return values;
}

// Of every number of values, so that each of them once is the last of its eight.
TEST(Extremes, AreThoseOfTheStandardLibrary) {
    for (std::size_t count = 1; count < 40; ++count)
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            const auto values = noise(count, seed);
            const auto [smallest, largest] = extremes_of(values);
            EXPECT_EQ(smallest, std::ranges::min(values));
            EXPECT_EQ(largest, std::ranges::max(values));
            EXPECT_EQ(largest_of(values), largest);
        }
}

TEST(AllFinite, SeesOneValueThatIsNone) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (std::size_t count = 1; count < 9; ++count)
        for (std::size_t at = 0; at < count; ++at) {
            std::vector<double> values(count, 1e300);
            EXPECT_TRUE(all_finite(values));
            EXPECT_FALSE(has_nan(values));
            values[at] = -infinite;
            EXPECT_FALSE(all_finite(values));
            EXPECT_FALSE(has_nan(values));
            values[at] = nan;
            EXPECT_FALSE(all_finite(values));
            EXPECT_TRUE(has_nan(values));
        }
    EXPECT_TRUE(all_finite({}));
    EXPECT_FALSE(has_nan({}));
}

// The distance to the neighbours, as the search for spikes asks for it.
TEST(FirstAbove, IsTheFirstOfAll) {
    const auto height = [](auto at, std::size_t i) {
        return smaller_of(size_of(at(i) - at(i - 1)), size_of(at(i) - at(i + 1)));
    };
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
        const auto series = noise(100, seed);
        for (const double least : {1.0, 2.0, 9.0}) {
            std::size_t expected = 3;
            const auto at = [&](std::size_t i) { return series[i]; };
            while (expected < 97 && !(height(at, expected) > least)) ++expected;
            EXPECT_EQ(first_above(series, 3, 97, least, height), expected);
        }
    }
}

TEST(CellEnds, HaveABitEach) {
    std::string bytes(64, 'x');
    EXPECT_EQ(cell_ends(bytes.data(), ';'), 0U);
    for (std::size_t at = 0; at < 64; ++at)
        for (const char end : {';', '\n', '\r'}) {
            bytes[at] = end;
            EXPECT_EQ(cell_ends(bytes.data(), ';'), std::uint64_t{1} << at);
            EXPECT_EQ(ones_in(cell_ends(bytes.data(), ';')), 1U);
            bytes[at] = 'x';
        }
    EXPECT_EQ(ones_in(cell_ends(std::string(64, '\t').data(), '\t')), 64U);
}

}  // namespace
}  // namespace sneddon
