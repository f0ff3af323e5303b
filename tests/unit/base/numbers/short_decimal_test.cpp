#include "base/numbers/short_decimal.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <string>

#include "base/random.hpp"

namespace sneddon {
namespace {

ScannedNumber scanned(const std::string& text, char decimal_mark = '.') {
    return scan_short_decimal(text.data(), text.data() + text.size(), decimal_mark);
}

// What follows is longer than what the scanner wants to see.
const std::string rest = "\t0.005000\t17.0\r\n-3.525\t12.5\t";

std::string random_digits(RandomStream& random, unsigned most) {
    std::string digits;
    for (auto count = 1 + static_cast<unsigned>(random.uniform() * most); count > 0; --count)
        digits += static_cast<char>('0' + static_cast<int>(random.uniform() * 10));
    return digits;
}

TEST(ShortDecimal, IsTheNearestDoubleOfEveryShapeOfDigits) {
    RandomStream random(1);
    for (int i = 0; i < 200'000; ++i) {
        const bool is_negative = random.uniform() < 0.5;
        std::string number = is_negative ? "-" : "";
        number += random_digits(random, 7);
        if (random.uniform() < 0.9) number += "." + random_digits(random, 8);
        double expected = 0;
        std::from_chars(number.data(), number.data() + number.size(), expected);
        const ScannedNumber found = scanned(number + rest);
        ASSERT_EQ(found.length, number.size()) << number;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(found.value), std::bit_cast<std::uint64_t>(expected))
            << number;
    }
}

TEST(ShortDecimal, LeavesEveryOtherNumberToTheFullScanner) {
    for (const char* const text :
         {"", "x", "+1.5", "--1", ".5", "-.5", "5.", "1e5", "1.5e-3", "1.5E3", "1.5D+03", "2d1",
          "12345678", "12345678.5", "1.123456789", "nan", "inf",
          "\xE2\x88\x92"
          "1.5"})
        EXPECT_EQ(scanned(text + rest).length, 0U) << text;
    EXPECT_EQ(scanned("1.5").length, 0U) << "too near the end of the text to look at";
}

TEST(ShortDecimal, EndsWhereTheNumberEnds) {
    EXPECT_EQ(scanned("1.5.3" + rest).length, 3U);
    EXPECT_EQ(scanned("12" + rest).value, 12);
    EXPECT_EQ(scanned("12,75" + rest, ',').value, 12.75);
    EXPECT_EQ(scanned("12,75" + rest).length, 2U);
    EXPECT_EQ(scanned("1.5 nm" + rest).length, 3U);
    EXPECT_TRUE(std::signbit(scanned("-0.000000" + rest).value));
}

// Bytes between and beyond the digits: no neighbour of '0' or '9' counts, none carries into one.
TEST(ShortDecimal, TakesDigitsAlone) {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if (c >= '0' && c <= '9') continue;
        const std::string text = std::string("12") + c + "456789012345678901234567890";
        const bool goes_on = c == '.' || (c | 0x20) == 'e' || (c | 0x20) == 'd';
        EXPECT_EQ(scanned(text).length, goes_on ? 0U : 2U) << byte;
    }
}

}  // namespace
}  // namespace sneddon
