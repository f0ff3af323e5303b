#include "report/html_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
