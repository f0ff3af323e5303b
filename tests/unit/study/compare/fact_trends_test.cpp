// Reference values: scipy 1.17.1, linregress over the means.
#include "study/compare/fact_trends.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "study/compare/statements.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// One sample for each temperature, 4 tests about a mean of hardness.
StudyResult heated(const std::vector<std::pair<double, double>>& temperature_and_H) {
    StudyResult study;
    for (const auto& [temperature_C, H_GPa] : temperature_and_H) {
        const std::size_t place = study.samples.size();
        StudyFacts facts;
        facts.stated = {{"temperature_C", "", temperature_C},
                        {"order", "", temperature_C},
                        {"heat_treatment", "none", std::nullopt}};
        study.samples.push_back({"sample " + std::to_string(place), facts});
        for (int i = 0; i < 4; ++i) {
            study.tests.push_back(testing::used_row(static_cast<int>(study.tests.size()), 60,
                                                    H_GPa + 0.1 * (i - 1.5), 2 + 0.1 * i));
            study.tests.back().sample = place;
            study.tests.back().values["h_c_nm"_q] = 50;
        }
    }
    return study;
}

const std::vector<std::pair<double, double>> four = {{750, 3.1}, {25, 4.5}, {300, 4.0}, {500, 3.5}};

FactTrend hardness(const std::vector<FactTrend>& trends) {
    for (const FactTrend& trend : trends)
        if (trend.quantity == "H_IT_GPa"_q) return trend;
    return {};
}

constexpr double slope = -0.0019723909442297075, standard_error = 0.00010847513336551218,
                 p_value = 0.003010990934691926;
constexpr double t_of_two = 4.302652729749462;  // 0.975 quantile of Student's t

TEST(FactTrends, AgreesWithScipyOnTheMeansOfTheSamples) {
    const FactTrend trend = hardness(find_fact_trends(heated(four), {}));
    EXPECT_EQ(trend.fact, "temperature_C");
    EXPECT_EQ(trend.samples(), 4u);
    EXPECT_EQ(trend.tests, 16u);
    EXPECT_EQ(trend.values.front(), 25);
    EXPECT_NEAR(trend.slope, slope, 1e-12);
    EXPECT_NEAR(trend.se, standard_error, 1e-12);
    EXPECT_NEAR(trend.p, p_value, 1e-9);
    EXPECT_NEAR(trend.ci95.high, slope + t_of_two * standard_error, 1e-9);
    EXPECT_TRUE(std::isnan(trend.u_tip));
}

TEST(FactTrends, TheTipEntersBySlopeTimesItsError) {
    const std::vector<SampleTip> tips(4, SampleTip{AreaFunction{}, 0.05, std::nullopt});
    const FactTrend trend = hardness(find_fact_trends(heated(four), tips));
    EXPECT_NEAR(trend.u_tip, 0.05 * std::abs(trend.slope), 1e-9);
    EXPECT_NEAR(trend.p, p_value, 1e-6) << "a factor makes no slope of equal samples";
    EXPECT_GT(trend.ci95.high, slope + t_of_two * standard_error);
}

TEST(FactTrends, TakeThreeSamplesWithThreeValues) {
    EXPECT_TRUE(find_fact_trends(heated({{25, 4.5}, {750, 3.1}}), {}).empty());
    EXPECT_TRUE(find_fact_trends(heated({{25, 4.5}, {750, 3.1}, {25, 4.4}}), {}).empty());
    EXPECT_FALSE(find_fact_trends(heated({{25, 4.5}, {750, 3.1}, {300, 4.4}}), {}).empty());
}

TEST(FactTrends, AreSaidWithTheirSamplesAndOfTwoTheDifferenceAlone) {
    StudyResult study = heated(four);
    StudyFindings findings;
    findings.fact_trends = find_fact_trends(study, {});
    const auto statements = trend_statements(study, findings);
    ASSERT_FALSE(statements.empty());
    EXPECT_THAT(statements[0].text,
                HasSubstr("H_IT at hold 60 s changes by -0.00197 GPa per unit of temperature_C"));
    EXPECT_THAT(statements[0].text, HasSubstr("4 samples from 25 to 750, 16 tests"));
    const auto of_two = trend_statements(heated({{25, 4.5}, {750, 3.1}}), {});
    ASSERT_EQ(of_two.size(), 1u);
    EXPECT_THAT(of_two[0].text, HasSubstr("two samples show a difference"));
}

}  // namespace
}  // namespace sneddon
