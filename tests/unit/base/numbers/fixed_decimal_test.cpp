#include "base/numbers/fixed_decimal.hpp"

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
// What follows is longer than what the scanner wants to see.
const std::string rest = "0.005000\t17.0\r\n-3.525\t12.5\t";

struct Found {
    std::size_t length = 0;
    double value = untouched;
};

Found scanned(const std::string& text, unsigned decimals, char mark = '.', char behind = '\t') {
    Found found;
    const std::string whole = text + rest;
    const FixedDecimals column(decimals, mark, behind);
    if (const char* const end = column.scan(whole.data(), found.value))
        found.length = static_cast<std::size_t>(end - whole.data());
    return found;
}

// fast_float is what every other number is read with: the same bits, or not read at all.
TEST(FixedDecimals, IsTheNumberThatFastFloatReads) {
    RandomStream random(1);
    for (int i = 0; i < 300'000; ++i) {
        const auto decimals = 1 + static_cast<unsigned>(random.uniform() * FixedDecimals::most);
        const double size = std::pow(10, 7 * random.uniform()) - 1;
        std::string number = fmt::format("{:.{}f}", (i % 2 ? -1 : 1) * size, decimals);
        if (i % 5 == 0) number.insert(static_cast<std::size_t>(i % 2), "0");  // a zero in front
        double expected = 0;
        fast_float::from_chars(number.data(), number.data() + number.size(), expected);
        const Found found = scanned(number + "\t", decimals);
        if (number.find('.') > 7) {
            ASSERT_EQ(found.length, 0U) << number;
            continue;
        }
        ASSERT_EQ(found.length, number.size()) << number;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(found.value), std::bit_cast<std::uint64_t>(expected))
            << number;
    }
}

TEST(FixedDecimals, HoldsTheLeastAndTheLargest) {
    EXPECT_EQ(scanned("0.0000001\t", 7).value, 1e-7);
    EXPECT_EQ(scanned("9999999.9999999\t", 7).value, 9999999.9999999);
    EXPECT_EQ(scanned("-999999.9\t", 1).value, -999999.9);
    EXPECT_TRUE(std::signbit(scanned("-0.000000\t", 6).value));
    EXPECT_EQ(scanned("12,75\t", 2, ',').value, 12.75);
    EXPECT_EQ(scanned("12.75\r\n", 2, '.', '\r').value, 12.75);
}

TEST(FixedDecimals, LeavesEveryOtherShapeToOthers) {
    for (const char* const text :
         {"1.50\t", "1.5000\t", "1.500 ", "1.500\n", "1.50e\t", "1.5e2\t", "12345678.500\t",
          ".500\t", "-.500\t", "--1.500\t", "+1.500\t", "1,500\t", "1.5.0\t", "1.-50\t", "x.500\t",
          "\t", "1500\t", "1 .500\t", "1.5\xB9\xB2\t"}) {
        const Found found = scanned(text, 3);
        EXPECT_EQ(found.length, 0U) << text;
        EXPECT_EQ(found.value, untouched) << text;
    }
}

// No neighbour of '0' or '9' counts as a digit, before or behind the mark.
TEST(FixedDecimals, TakesDigitsAlone) {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if (c >= '0' && c <= '9') continue;
        for (const std::size_t at : {0u, 1u, 2u, 4u, 6u, 9u}) {
            std::string text = "123.456789\t";
            if (c == '-' && at == 0) continue;
            text[at] = c;
            EXPECT_EQ(scanned(text, 6).length, 0U) << byte << " at " << at;
        }
    }
}

TEST(FindCellEnd, IsTheFirstDelimiterOrLineEnd) {
    const std::string cells = "-1.25 \xFF anything,;'\t0.5\r\n\n";
    const char *const begin = cells.data(), *const end = begin + cells.size();
    EXPECT_EQ(find_cell_end(begin, end, '\t') - begin, 19);
    EXPECT_EQ(find_cell_end(begin + 20, end, '\t') - begin, 23);
    EXPECT_EQ(find_cell_end(begin + 24, end, '\t') - begin, 24);
    EXPECT_EQ(find_cell_end(begin, begin + 19, '\t'), begin + 19);
    for (std::size_t length = 0; length < 40; ++length)
        for (const char stop : {'\t', '\n', '\r'}) {
            const std::string text = std::string(length, 'x') + stop + std::string(9, '\t');
            EXPECT_EQ(find_cell_end(text.data(), text.data() + text.size(), '\t') - text.data(),
                      static_cast<std::ptrdiff_t>(length));
        }
}

}  // namespace
}  // namespace sneddon
