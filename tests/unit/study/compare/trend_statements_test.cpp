// Which trends are told, and in which words.
#include <gtest/gtest.h>

#include "study/compare/statements.hpp"

namespace sneddon {
namespace {

FactTrend trend_of(QuantityIndex quantity, double p_holm) {
    FactTrend trend;
    trend.quantity = quantity;
    trend.load_function = "hold 60 s";
    trend.fact = "temperature_C";
    trend.values = {25, 300, 500.5};
    trend.means = {4, 3, 2};
    trend.tests = 30;
    trend.slope = -0.0042;
    trend.ci95 = {-0.005, -0.0034};
    trend.p_holm = p_holm;
    return trend;
}

std::vector<FindingText> told(std::vector<FactTrend> trends, const StudyResult& study = {}) {
    StudyFindings findings;
    findings.fact_trends = std::move(trends);
    return trend_statements(study, findings);
}

TEST(TrendStatements, OfTheHardnessIsAlwaysToldAndOthersWhereTheyAreSeen) {
    EXPECT_EQ(told({trend_of("H_IT_GPa"_q, 0.6)}).size(), 1u);
    EXPECT_EQ(told({trend_of("H_IT_GPa"_q, 0.01)}).size(), 1u);
    EXPECT_EQ(told({trend_of("E_r_GPa"_q, 0.05)}).size(), 0u);
    EXPECT_EQ(told({trend_of("E_r_GPa"_q, 0.049)}).size(), 1u);
}

TEST(TrendStatements, SayTheLineItsRangeAndItsVerdict) {
    const auto seen = told({trend_of("H_IT_GPa"_q, 0.01), trend_of("eta_IT"_q, 0.049)});
    ASSERT_EQ(seen.size(), 2u);
    EXPECT_EQ(seen[0].about, "trend");
    EXPECT_EQ(
        seen[0].text,
        "H_IT at hold 60 s changes by -0.0042 GPa per unit of temperature_C (95 %: -0.005 to "
        "-0.0034; a straight line through the means of 3 samples from 25 to 500.5, 30 tests), "
        "p(Holm) 0.01: a trend.");
    const std::string unitless = seen[1].text;
    EXPECT_NE(unitless.find("changes by -0.0042 per unit"), std::string::npos) << unitless;
    const auto unseen = told({trend_of("H_IT_GPa"_q, 0.05)});
    EXPECT_NE(unseen[0].text.find(": no trend seen."), std::string::npos);
}

StudyResult at_temperatures(const std::vector<double>& temperatures) {
    StudyResult study;
    for (const double T : temperatures) {
        StudyFacts facts;
        facts.stated = {{"temperature_C", "", T}};
        study.samples.push_back({"at " + std::to_string(static_cast<int>(T)), facts});
    }
    return study;
}

TEST(TrendStatements, TwoSamplesShowADifference) {
    const auto two = told({}, at_temperatures({25, 300}));
    ASSERT_EQ(two.size(), 1u);
    EXPECT_EQ(
        two[0].text,
        "temperature_C is 25 in at 25 and 300 in at 300: two samples show a difference, which "
        "no other fact that differs is told from; a trend takes three.");
    EXPECT_TRUE(told({}, at_temperatures({25})).empty());
    EXPECT_TRUE(told({}, at_temperatures({25, 25})).empty());
    EXPECT_TRUE(told({}, at_temperatures({25, 300, 400})).empty());
}

}  // namespace
}  // namespace sneddon
