#include "base/numbers/enclosed_decimal.hpp"

#include <fast_float/fast_float.h>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <string>

#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr double untouched = -77;
// A cell like that before it must not be looked into.
const std::string before = "-1.234567\t19.25\t", behind = "\t0.5";

struct Found {
    bool is_number = false;
    double value = untouched;
};

Found scanned(const std::string& cell, unsigned decimals, char mark = '.') {
    const std::string text = before + cell + behind;
    const char* const begin = text.data() + before.size();
    Found found;
    found.is_number = EnclosedDecimal(decimals, mark).scan(begin, begin + cell.size(), found.value);
    return found;
}

unsigned decimals_of(const std::string& cell, char mark = '.') {
    const std::string text = before + cell + behind;
    const char* const begin = text.data() + before.size();
    return EnclosedDecimal::decimals_of(begin, begin + cell.size(), mark);
}

// fast_float is what every other number is read with: the same bits, or not read at all.
TEST(EnclosedDecimal, IsTheNumberThatFastFloatReads) {
    RandomStream random(1);
    for (int i = 0; i < 300'000; ++i) {
        const auto decimals = static_cast<unsigned>(random.uniform() * 14);
        const double size = std::pow(10, 15 * random.uniform()) - 1;
        std::string number = fmt::format("{:.{}f}", (i % 2 ? -1 : 1) * size, decimals);
        if (i % 5 == 0) number.insert(static_cast<std::size_t>(i % 2), "0");  // a zero in front
        double expected = 0;
        fast_float::from_chars(number.data(), number.data() + number.size(), expected);
        const Found found = scanned(number, decimals);
        const bool is_short =
            number.size() - (number[0] == '-' ? 1 : 0) <= EnclosedDecimal::most_characters;
        ASSERT_EQ(found.is_number, is_short) << number;
        if (!is_short) continue;
        ASSERT_EQ(decimals_of(number), decimals) << number;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(found.value), std::bit_cast<std::uint64_t>(expected))
            << number;
    }
}

TEST(EnclosedDecimal, HoldsTheLeastAndTheLargest) {
    EXPECT_EQ(scanned("0.0000000000001", 13).value, 1e-13);
    EXPECT_EQ(scanned("-999999999999999", 0).value, -999999999999999.0);
    EXPECT_EQ(scanned("-9999999.9999999", 7).value, -9999999.9999999);
    EXPECT_EQ(scanned("7", 0).value, 7.0);
    EXPECT_TRUE(std::signbit(scanned("-0.000000", 6).value));
    EXPECT_EQ(scanned("12,75", 2, ',').value, 12.75);
}

TEST(EnclosedDecimal, LeavesEveryOtherShapeToOthers) {
    for (const char* const cell :
         {"",      "-",    ".",      "1.50",    "1.5000",      "1.500 ",          " 1.500", "1.50e",
          "1.5e2", ".500", "-.500",  "--1.500", "+1.500",      "1,500",           "1.5.0",  "1.-50",
          "x.500", "1500", "1 .500", "500.",    "1.5\xB9\xB2", "123456789012.500"}) {
        const Found found = scanned(cell, 3);
        EXPECT_FALSE(found.is_number) << cell;
        EXPECT_EQ(found.value, untouched) << cell;
        EXPECT_FALSE(std::string(cell) != "1500" && scanned(cell, 0).is_number) << cell;
    }
}

TEST(EnclosedDecimal, DecimalsAreThoseBehindTheMarkOfItsCell) {
    EXPECT_EQ(decimals_of("15"), 0U);
    EXPECT_EQ(decimals_of("1.5"), 1U);
    EXPECT_EQ(decimals_of("15."), 0U);
    EXPECT_EQ(decimals_of("1,25", ','), 2U);
    EXPECT_EQ(decimals_of("0.00000000000001"), 0U);    // 14
    EXPECT_EQ(decimals_of("1234567890123456.5"), 0U);  // too long
    EXPECT_EQ(decimals_of(""), 0U);
}

// No neighbour of '0' or '9' counts as a digit, before or behind the mark.
TEST(EnclosedDecimal, TakesDigitsAlone) {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if (c >= '0' && c <= '9') continue;
        for (const std::size_t at : {0u, 1u, 2u, 3u, 4u, 6u, 9u}) {
            std::string text = "123.456789";
            if ((c == '-' && at == 0) || c == text[at]) continue;
            text[at] = c;
            EXPECT_FALSE(scanned(text, 6).is_number) << byte << " at " << at;
        }
    }
}

}  // namespace
}  // namespace sneddon
