// Reference values: scipy 1.17.1 (levene, center="median") and statsmodels 0.15.0 (ttost_ind).
#include "study/groups/pair_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "study/compare/statements.hpp"
#include "study/groups/compare_groups.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

constexpr std::array narrow = {4.21, 4.35, 4.02, 4.48, 4.77, 4.19, 4.30, 3.95, 4.61, 4.40};
constexpr std::array wide = {4.1, 4.9, 3.6, 5.4, 4.4, 4.6, 3.9, 5.0, 4.3};

StudyResult two_holds(double u_random) {
    StudyResult study;
    const auto add = [&](double H_GPa, double hold_s) {
        study.tests.push_back(testing::used_row(static_cast<int>(study.tests.size()), hold_s, H_GPa,
                                                hold_s > 0 ? 2 + 0.1 * H_GPa : NAN));
        study.tests.back().u_random["H_IT_GPa"_q] = u_random;
    };
    for (const double H_GPa : narrow) add(H_GPa, 0);
    for (const double H_GPa : wide) add(H_GPa, 60);
    return study;
}

GroupComparison hardness(const StudyResult& study, double margin) {
    for (const GroupComparison& pair : compare_groups(study, margin))
        if (pair.quantity == "H_IT_GPa"_q) return pair;
    return {};
}

TEST(PairTests, SpreadsAreThoseOfScipyAndTheRatioIsWithoutTheMeasurement) {
    const GroupComparison pair = hardness(two_holds(0.1), 0.05);
    EXPECT_NEAR(pair.spread.test.f, 4.759916316428219, 1e-12);
    EXPECT_NEAR(pair.spread.test.p, 0.04345725159677558, 1e-12);
    EXPECT_NEAR(pair.spread.p_holm, 0.04345725159677558, 1e-12) << "one pair";
    EXPECT_NEAR(pair.spread.u_random_a, 0.1, 1e-12);
    const double left_a = std::pow(pair.spread.sd_a, 2) - 0.01,
                 left_b = std::pow(pair.spread.sd_b, 2) - 0.01;
    EXPECT_NEAR(pair.spread.ratio.ratio, std::sqrt(left_a / left_b), 1e-12);
    const GroupComparison unknown = hardness(two_holds(NAN), 0.05);
    EXPECT_NEAR(unknown.spread.ratio.ratio, 0.44343646380952634, 1e-12) << "as they are";
}

TEST(PairTests, EquivalenceIsThatOfStatsmodelsWithAMarginOfTheMean) {
    const double mean_a = 4.328, mean_b = 40.2 / 9, margin = 0.5 / ((mean_a + mean_b) / 2);
    const GroupComparison pair = hardness(two_holds(NAN), margin);
    EXPECT_NEAR(pair.equivalence.test.margin, 0.5, 1e-12);
    EXPECT_NEAR(pair.equivalence.test.p, 0.054000744533233926, 1e-9);
    EXPECT_NEAR(pair.equivalence.p_holm, pair.equivalence.test.p, 1e-15);
    EXPECT_LT(hardness(two_holds(NAN), 0.3).equivalence.p_holm, 0.05);
}

TEST(PairTests, AreSaidInASentenceEach) {
    StudyFindings findings;
    findings.comparisons = compare_groups(two_holds(NAN), 0.3);
    for (GroupComparison& pair : findings.comparisons)
        if (pair.quantity == "H_IT_GPa"_q) pair.spread.p_holm = 0.001;
    const auto statements = spread_statements(findings, 0.3);
    ASSERT_EQ(statements.size(), 2u);
    EXPECT_THAT(statements[0].text,
                HasSubstr("Spreads of load functions: they differ in pairs in H_IT (1 of 1, most "
                          "hold 0 s over hold 60 s: 0.44, 95 % 0.21 to 0.92)"));
    EXPECT_THAT(statements[1].text, HasSubstr("The same within 30.0 % of the mean: load functions "
                                              "in H_IT (1 of 1 pairs)"));
    EXPECT_TRUE(spread_statements({}, 0.05).empty());
}

}  // namespace
}  // namespace sneddon
