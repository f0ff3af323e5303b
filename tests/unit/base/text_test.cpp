#include "sneddon/base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sneddon {
namespace {

TEST(ParseNumber, UsesTheWholeToken) {
    EXPECT_EQ(parse_number("1.5"), 1.5);
    EXPECT_EQ(parse_number(" -2e3\t"), -2000);
    EXPECT_EQ(parse_number("+7"), 7);
    EXPECT_EQ(parse_number("8.000877e-005"), 8.000877e-5);
    for (const char* token :
         {"", " ", "+", "-", "1.5x", "1,5", "0x10", "1 2", "+-5", "++5", "e5", "---"})
        EXPECT_EQ(parse_number(token), std::nullopt) << token;
}

TEST(ParseNumber, ReadsADecimalComma) {
    EXPECT_EQ(parse_number("0,416459", ','), 0.416459);
    EXPECT_EQ(parse_number("0.416459", ','), std::nullopt);
}

TEST(ParseNumber, TooLargeIsInfiniteAndTooSmallIsZero) {
    EXPECT_EQ(parse_number("1e400"), INFINITY);
    EXPECT_EQ(parse_number("-1e400"), -INFINITY);
    EXPECT_EQ(parse_number("1e-400"), 0);
    EXPECT_TRUE(std::isnan(parse_number("NaN").value_or(0)));
    EXPECT_EQ(parse_number("inf"), INFINITY);
}

TEST(ScanNumber, StopsBehindTheNumber) {
    EXPECT_EQ(scan_number("-1.25\t3").length, 5u);
    EXPECT_EQ(scan_number("-1.25\t3").value, -1.25);
    EXPECT_EQ(scan_number("+1.25").length, 5u);
    EXPECT_EQ(scan_number("x1").length, 0u);
    EXPECT_EQ(scan_number("").length, 0u);
    EXPECT_EQ(scan_number("1,5;2", ',').length, 3u);
}

TEST(NumberText, ReadsBackAsTheSameNumber) {
    for (const double value : {0.1, 1 / 3.0, 1e300, -2.5e-300, 11032.7193, 5e-324})
        EXPECT_EQ(parse_number(number_text(value)), value);
    EXPECT_EQ(number_text(-0.0), "0");
    EXPECT_EQ(number_text(std::nan("")), "");
    EXPECT_EQ(number_text(11032.7193), "11032.7193");
}

TEST(NaturalLess, ComparesRunsOfDigitsAsNumbers) {
    std::vector<std::string> names = {"a10", "a2", "a1b", "a1", "a01", "b", "", "a"};
    std::ranges::sort(names, natural_less);
    EXPECT_EQ(names, (std::vector<std::string>{"", "a", "a01", "a1", "a1b", "a2", "a10", "b"}));
}

TEST(NaturalLess, IsAStrictWeakOrderOverAllShortStrings) {
    std::vector<std::string> all = {""};
    constexpr std::string_view alphabet = "a01.9";
    for (std::size_t i = 0; i < all.size() && all[i].size() < 3; ++i)
        for (const char c : alphabet) all.push_back(all[i] + c);
    const auto same = [](const auto& a, const auto& b) {
        return !natural_less(a, b) && !natural_less(b, a);
    };
    for (const auto& a : all)
        for (const auto& b : all) {
            EXPECT_FALSE(natural_less(a, b) && natural_less(b, a)) << a << ' ' << b;
            EXPECT_EQ(same(a, b), a == b) << a << ' ' << b;
        }
    std::vector<std::string> sorted = all;
    std::ranges::sort(sorted, natural_less);
    for (std::size_t i = 0; i < sorted.size();
         ++i)  // transitive: sorted pairs agree with the order
        for (std::size_t j = i + 1; j < sorted.size(); ++j)
            EXPECT_TRUE(natural_less(sorted[i], sorted[j])) << sorted[i] << ' ' << sorted[j];
}

TEST(ParseNumber, KnowsTheMinusOfTypographyAndExponentsInD) {
    for (const char* minus : {"\u2212", "\u2013", "\uFF0D", "\x81\x7C", "\x96"})
        EXPECT_EQ(parse_number(minus + std::string("1.5")), -1.5) << minus;
    EXPECT_EQ(parse_number("\u22121,5", ','), -1.5);
    EXPECT_EQ(parse_number("1.5D+03"), 1500);
    EXPECT_EQ(parse_number("-2d-1"), -0.2);
    EXPECT_EQ(parse_number("2e\u22121"), 0.2);
    for (const char* text : {"\u2212", "1D", "D3", "\u2212-1", "1.5Dx", "2\u22121"})
        EXPECT_FALSE(parse_number(text).has_value()) << text;
    const ScannedNumber scanned = scan_number("\u221212;3");
    EXPECT_EQ(scanned.value, -12);
    EXPECT_EQ(scanned.length, 5u);
}

TEST(Trimmed, TakesSpacesFromBothEnds) {
    EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
    EXPECT_EQ(trimmed("  "), "");
}

TEST(LowerAscii, LeavesOtherBytesAlone) {
    EXPECT_EQ(lower_ascii("ÄTime"), "Ätime");
}

TEST(CountText, SeparatesThousands) {
    EXPECT_EQ(count_text(0), "0");
    EXPECT_EQ(count_text(999), "999");
    EXPECT_EQ(count_text(1000), "1,000");
    EXPECT_EQ(count_text(1234567), "1,234,567");
}

TEST(NearestName, FindsATypingErrorAndNothingFarAway) {
    constexpr std::array<std::string_view, 3> names = {"sneddon", "triboscan", "antonpaar"};
    EXPECT_EQ(nearest_name("tribscan", names), "triboscan");
    EXPECT_EQ(nearest_name("antonpar", names), "antonpaar");
    EXPECT_EQ(nearest_name("xxxxxxxxxxxx", names), "");
    EXPECT_EQ(nearest_name("anything", {}), "");
}

TEST(NearestName, TwoLettersOrAThirdOfTheWordMayDiffer) {
    constexpr std::array<std::string_view, 2> names = {"abcde", "abcdefghijkl"};
    for (const char* near : {"abc", "abxxe", "abcdexx", "xxabcde"})
        EXPECT_EQ(nearest_name(near, names), "abcde") << near;
    for (const char* far : {"ab", "axxxe", "abcdxyzw"})
        EXPECT_EQ(nearest_name(far, names), "") << far;
    for (const char* near : {"abcdefghxxxx", "abcdefghijklmnop", "abcdefghi"})
        EXPECT_EQ(nearest_name(near, names), "abcdefghijkl") << near;
    for (const char* far : {"abcdefgxxxxx", "abcdefghijklmnopqrs"})
        EXPECT_EQ(nearest_name(far, names), "") << far;
}

TEST(NearestName, OfTwoEquallyNearTheFirstIsTaken) {
    constexpr std::array<std::string_view, 3> names = {"grid.nz", "grid.nx", "grid.ny"};
    EXPECT_EQ(nearest_name("grid.n", names), "grid.nz");
    EXPECT_EQ(nearest_name("grid.nx_", names), "grid.nx");
}

}  // namespace
}  // namespace sneddon
