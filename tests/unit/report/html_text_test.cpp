#include "../src/report/html_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sneddon {
namespace {

using ::testing::HasSubstr;

TEST(HtmlText, CountsHaveCommasAndPlurals) {
    EXPECT_EQ(count_text(0), "0");
    EXPECT_EQ(count_text(999), "999");
    EXPECT_EQ(count_text(1171), "1,171");
    EXPECT_EQ(count_text(1000000), "1,000,000");
    EXPECT_EQ(count_text(1, "test"), "1 test");
    EXPECT_EQ(count_text(0, "test"), "0 tests");
}

TEST(HtmlText, NumbersHaveTheSignificantDigitsAskedFor) {
    EXPECT_EQ(number_html(4.30449, 3), "4.30");
    EXPECT_EQ(number_html(0.650449, 3), "0.650");
    EXPECT_EQ(number_html(9.996, 3), "10.0");
    EXPECT_EQ(number_html(-1.5, 2), "\u22121.5");
    EXPECT_EQ(number_html(299.98, 3), "300");
    EXPECT_EQ(number_html(200206.4, 4), "200\u2009206");  // digits before the point are never lost
    EXPECT_EQ(number_html(0, 4), "0");
    EXPECT_EQ(number_html(4.2e-7, 2), "4.2 × 10⁻⁷");
    EXPECT_EQ(number_html(1.5e12, 2), "1.5 × 10¹²");
    EXPECT_EQ(number_html(std::nan(""), 4), "");
    EXPECT_EQ(number_html(std::numeric_limits<double>::infinity(), 4), "");
}

TEST(HtmlText, MeansHaveThePlaceOfTheSecondDigitOfTheDeviation) {
    EXPECT_EQ(mean_sd_html({4.3012, 0.3861, 300}), "4.30 ± 0.39");
    EXPECT_EQ(mean_sd_html({0.6512, 0.0396, 300}), "0.651 ± 0.040");
    EXPECT_EQ(mean_sd_html({23456, 124, 5}), "23\u2009460 ± 120");
    EXPECT_EQ(mean_sd_html({4.3012, 0.0997, 5}), "4.30 ± 0.10");
}

TEST(HtmlText, AMeanOfOneTestHasNoDeviation) {
    EXPECT_EQ(mean_sd_html({4.3012, std::nan(""), 1}), "4.301");
}

TEST(HtmlText, SymbolsHaveSubscripts) {
    EXPECT_EQ(symbol_html("F_max,raw"), "<i>F</i><sub>max,raw</sub>");
    EXPECT_EQ(symbol_html("eta_IT"), "<i>η</i><sub>IT</sub>");
    EXPECT_EQ(symbol_html("m"), "<i>m</i>");
}

TEST(HtmlText, AQuantitySaysUnitMeaningFormulaAndClause) {
    const std::string html = quantity_html("H_IT_GPa"_q);
    EXPECT_THAT(html, HasSubstr("<i>H</i><sub>IT</sub> (GPa)"));
    EXPECT_THAT(html,
                HasSubstr("title=\"indentation hardness; H_IT = F_max/A_p; ISO 14577-1: H_IT\""));
}

}  // namespace
}  // namespace sneddon
