#include "base/words.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sneddon {
namespace {

std::string together(double mean, double spread) {
    const auto parts = mean_and_spread(mean, spread);
    return parts.mean + (parts.spread.empty() ? "" : " ± " + parts.spread);
}

TEST(TickLabel, HasFixedDecimalsMinusSignAndThinSpaces) {
    EXPECT_EQ(tick_label(0.5, 2), "0.50");
    EXPECT_EQ(tick_label(-5, 0), "\u22125");
    EXPECT_EQ(tick_label(0, 0), "0");
    EXPECT_EQ(tick_label(1200, 0), "1200");
    EXPECT_EQ(tick_label(12000, 0), "12\u2009000");
    EXPECT_EQ(tick_label(-1234567.5, 1), "\u22121\u2009234\u2009567.5");
    EXPECT_EQ(tick_label(2e9, 0), "2e+09");
    EXPECT_EQ(tick_label(2e-8, 8), "2e-08");
}

TEST(Words, NumbersHaveTheSignificantDigitsAskedFor) {
    EXPECT_EQ(number_words(4.30449, 3), "4.30");
    EXPECT_EQ(number_words(0.650449, 3), "0.650");
    EXPECT_EQ(number_words(9.996, 3), "10.0");
    EXPECT_EQ(number_words(-1.5, 2), "\u22121.5");
    EXPECT_EQ(number_words(299.98, 3), "300");
    EXPECT_EQ(number_words(200206.4, 4), "200\u2009206");  // digits before the point are never lost
    EXPECT_EQ(number_words(0, 4), "0");
    EXPECT_EQ(number_words(4.2e-7, 2), "4.2 × 10⁻⁷");
    EXPECT_EQ(number_words(1.5e12, 2), "1.5 × 10¹²");
    EXPECT_EQ(number_words(std::nan(""), 4), "");
    EXPECT_EQ(number_words(std::numeric_limits<double>::infinity(), 4), "");
}

TEST(Words, MeansHaveThePlaceOfTheSecondDigitOfTheDeviation) {
    EXPECT_EQ(together(4.3012, 0.3861), "4.30 ± 0.39");
    EXPECT_EQ(together(0.6512, 0.0396), "0.651 ± 0.040");
    EXPECT_EQ(together(23456, 124), "23\u2009460 ± 120");
    EXPECT_EQ(together(4.3012, 0.0997), "4.30 ± 0.10");
    EXPECT_EQ(together(4.3012, std::nan("")), "4.301");
}

TEST(Words, PiecesKnowTheirPlaces) {
    const Words words = Words("n = ").value("300", "/groups/0/n").add(" of ").fixed("4");
    EXPECT_EQ(words.plain(), "n = 300 of 4");
    EXPECT_EQ(words.pieces()[1].ref, "/groups/0/n");
    EXPECT_TRUE(words.pieces()[3].is_fixed);
}

}  // namespace
}  // namespace sneddon
