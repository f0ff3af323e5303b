#include "study/compare/shares.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "study/compare/statements.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// `counts` of `n` tests at each hold have eta_IT 0.4 and are of cluster 0, the others 0.6 and 1.
StudyResult holds(const std::vector<std::pair<double, int>>& counts, int n) {
    StudyResult study;
    for (const auto& [hold_s, count] : counts)
        for (int i = 0; i < n; ++i) {
            study.tests.push_back(
                testing::used_row(static_cast<int>(study.tests.size()), hold_s, 4, 1));
            study.tests.back().values["eta_IT"_q] = i < count ? 0.4 : 0.6;
            study.tests.back().cluster = i < count ? 0 : 1;
        }
    return study;
}

const std::vector<Limit> below_half = {Limit{"eta_IT < 0.5", "eta_IT"_q, true, 0.5}};

TEST(Limits, AreReadAndNamedAlike) {
    const auto limits = parse_limits("eta_IT<0.5, H_IT_GPa > 6", "--set");
    ASSERT_TRUE(limits.ok());
    ASSERT_EQ(limits->size(), 2u);
    EXPECT_EQ(limits->at(0).text, "eta_IT < 0.5");
    EXPECT_TRUE(limits->at(0).holds(0.4));
    EXPECT_FALSE(limits->at(0).holds(0.5));
    EXPECT_TRUE(limits->at(1).holds(6.1));
    EXPECT_THAT(parse_limits("", "--set").value(), IsEmpty());
}

TEST(Limits, MistakesAreNamed) {
    EXPECT_EQ(parse_limits("eta_T < 0.5", "--set").error().code, "SND-U002");
    EXPECT_THAT(parse_limits("eta_T < 0.5", "--set").error().fix, HasSubstr("eta_IT"));
    for (const char* wrong : {"eta_IT", "eta_IT < half", "eta_IT = 0.5", "< 0.5 <"})
        EXPECT_FALSE(parse_limits(wrong, "--set").ok()) << wrong;
    // Without a quantity the whole limit is what was found: an empty name says nothing.
    EXPECT_EQ(parse_limits("eta_IT < 0.5, < 0.5", "--set").error().found, "< 0.5");
    EXPECT_EQ(parse_limits("eta_IT < half", "--set").error().code, "SND-U004");
}

TEST(LimitShares, CountTheTestsThatHaveTheQuantity) {
    StudyResult study = holds({{0, 7}}, 60);
    study.tests.push_back(testing::used_row(99, 0, 4, 1));  // no eta_IT
    const auto shares = limit_shares(study, below_half);
    ASSERT_EQ(shares.size(), 1u);
    EXPECT_EQ(shares[0].group, "hold 0 s");
    EXPECT_EQ(shares[0].count, 7u);
    EXPECT_EQ(shares[0].n, 60u);
    EXPECT_NEAR(shares[0].interval.low, 0.0576772064005603, 1e-9);  // statsmodels, Wilson
}

// The shares of tests/unit/numeric/resampling/proportions_test.cpp at equal n.
TEST(ShareTrends, FollowTheHold) {
    const StudyResult study = holds({{0, 12}, {10, 21}, {30, 33}, {60, 38}}, 100);
    const auto trends = share_trends(study, 2, below_half);
    ASSERT_EQ(trends.size(), 3u);  // two clusters and a limit
    EXPECT_EQ(trends[0].share, "cluster 0");
    EXPECT_EQ(trends[0].factor, "hold_s");
    EXPECT_EQ(trends[2].share, "eta_IT < 0.5");
    EXPECT_NEAR(trends[2].trend.z, 4.377946912243131, 1e-9);
    EXPECT_NEAR(trends[0].trend.z, trends[2].trend.z, 1e-12);
    EXPECT_NEAR(trends[1].trend.z, -trends[0].trend.z, 1e-9);
    EXPECT_NEAR(trends[0].p_holm, 3 * trends[0].trend.p, 1e-12);
    StudyFindings findings;
    findings.share_trends = trends;
    findings.limit_shares = limit_shares(study, below_half);
    const auto statements = spread_statements(findings, 0.05);
    ASSERT_EQ(statements.size(), 2u);
    EXPECT_THAT(statements[0].text, HasSubstr("eta_IT < 0.5: 12 of 100 at hold 0 s (12.0 %"));
    EXPECT_THAT(statements[1].text, HasSubstr("cluster 0 with hold_s (rises by"));
    EXPECT_THAT(statements[1].text, HasSubstr("cluster 1 with hold_s (falls by"));
}

TEST(ShareTrends, TakeThreeHoldsAtOnePeak) {
    EXPECT_THAT(share_trends(holds({{0, 12}, {60, 38}}, 100), 2, below_half), IsEmpty());
    StudyResult study = holds({{0, 12}, {10, 21}, {60, 38}}, 100);
    EXPECT_FALSE(share_trends(study, 2, below_half).empty());
    for (TestRow& row : study.tests)
        if (row.values["hold_s"_q] > 30) row.values["F_max_uN"_q] = 1000;
    EXPECT_THAT(share_trends(study, 2, below_half), IsEmpty());
}

TEST(ShareTrends, FollowANumericFactOfSamples) {
    StudyResult study;
    for (const auto& [temperature_C, count] :
         std::vector<std::pair<double, int>>{{25, 12}, {300, 21}, {750, 33}}) {
        StudyFacts facts;
        facts.stated = {{"temperature_C", "", temperature_C}};
        const std::size_t place = study.samples.size();
        study.samples.push_back({"sample " + std::to_string(place), facts});
        for (TestRow row : holds({{60, count}}, 100).tests) {
            row.sample = place;
            row.test_id += "_" + std::to_string(place);
            row.file = row.test_id;
            row.load_function = study.samples.back().name + ", hold 60 s";
            study.tests.push_back(row);
        }
    }
    const auto trends = share_trends(study, 0, below_half);
    ASSERT_EQ(trends.size(), 1u);
    EXPECT_EQ(trends[0].factor, "temperature_C");
    EXPECT_EQ(trends[0].within, "hold 60 s");
    EXPECT_GT(trends[0].trend.slope, 0);
}

}  // namespace
}  // namespace sneddon
