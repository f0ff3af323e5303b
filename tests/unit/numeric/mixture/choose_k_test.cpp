#include "sneddon/numeric/choose_k.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using ::testing::HasSubstr;
using testing::three_groups;

FitMixtureOptions range(std::size_t fewest, std::size_t most) {
    FitMixtureOptions options;
    options.fewest_components = fewest;
    options.most_components = most;
    options.starts = {2, 10};
    return options;
}

GaussianMixture far_apart() {
    return {2, {.3, .3, .4}, {0, 0, 10, 0, 5, 9}, {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1}};
}

KChoice choice_of(const Points& points, const FitMixtureOptions& options,
                  const ChooseKOptions& choose = {}) {
    return choose_k(points, *fit_mixture(points, options), options, choose);
}

TEST(ChooseK, ThreeGroupsAreThreeByBicAndSilhouette) {
    const auto choice = choice_of(cloud(far_apart(), 600, 1), range(1, 5));
    EXPECT_EQ(choice.chosen_components, 3u);
    EXPECT_EQ(choice.minimum, BicMinimum::inside);
    EXPECT_EQ(choice.silhouette.chosen_components, 3u);
    EXPECT_EQ(choice.icl.chosen_components, 3u);
    EXPECT_TRUE(std::isnan(choice.silhouette.values[0]));
    EXPECT_EQ(choice.evidence[0], BicEvidence::very_strong);
    EXPECT_THAT(choice.words[0], HasSubstr("least at k = 3"));
    EXPECT_TRUE(choice.warnings.empty());
}

TEST(ChooseK, AMinimumAtTheEndOfTheRangeIsAWarning) {
    const auto points = cloud(three_groups(), 600, 1);
    const auto low = choice_of(points, range(1, 2)), high = choice_of(points, range(4, 5));
    EXPECT_EQ(low.minimum, BicMinimum::at_most_tried);
    ASSERT_EQ(low.warnings.size(), 1u);
    EXPECT_THAT(low.warnings[0], HasSubstr("no minimum in the range"));
    EXPECT_EQ(high.minimum, BicMinimum::at_least_tried);
    EXPECT_EQ(high.warnings.size(), 1u);
}

TEST(ChooseK, KWithoutARegularFitIsNamedAndCannotBeChosen) {
    std::vector<double> values;
    for (int i = 0; i < 20; ++i) values.push_back(i % 2 ? 5.0 : 1.0);
    const auto choice =
        choice_of(*make_points(std::vector<std::vector<double>>{values}), range(1, 2));
    EXPECT_EQ(choice.chosen_components, 1u);
    EXPECT_TRUE(std::isnan(choice.bic.values[1]));
    EXPECT_THAT(choice.warnings.back(), HasSubstr("k = 2 did not take part"));
    const auto none =
        choice_of(*make_points(std::vector<std::vector<double>>{values}), range(2, 2));
    EXPECT_EQ(none.minimum, BicMinimum::none);
    EXPECT_FALSE(none.chosen_components);
}

// One log-normal population: BIC takes two components of it.
TEST(ChooseK, ASkewedPopulationIsSaidFirst) {
    Points points = cloud({2, {1}, {1.5, 1}, {0.16, 0, 0, 0.25}}, 400, 5);
    for (auto& column : points.columns)
        for (double& x : column) x = std::exp(x);
    const auto choice = choice_of(points, range(1, 4));
    EXPECT_GE(*choice.chosen_components, 2u);
    ASSERT_FALSE(choice.warnings.empty());
    EXPECT_THAT(
        choice.warnings[0],
        HasSubstr("one population is as good: a normal law of ln(column 1) and ln(column 2)"));
}

TEST(ChooseK, BootstrapOfClearGroupsRepeatsTheChoice) {
    ChooseKOptions choose;
    choose.bootstrap_samples = 20;
    const auto choice = choice_of(cloud(far_apart(), 200, 2), range(2, 4), choose);
    std::size_t total = choice.bootstrap_failures;
    for (const auto count : choice.bootstrap_choices) total += count;
    EXPECT_EQ(total, 20u);
    EXPECT_GE(choice.bootstrap_choices[1], 16u);  // k = 3
    EXPECT_THAT(choice.words.back(), HasSubstr("20 bootstrap samples"));
}

// 19 samples are the fewest that can reject at 5 %; some may have no regular fit of k + 1.
TEST(ChooseK, LikelihoodRatioTestsRejectUpToTheTruth) {
    const GaussianMixture two_groups{2, {0.4, 0.6}, {0, 0, 4, 3}, {1, 0, 0, 1, 1, 0.3, 0.3, 0.5}};
    ChooseKOptions choose;
    choose.simulated_samples = 24;
    const auto choice = choice_of(cloud(two_groups, 150, 3), range(1, 3), choose);
    ASSERT_EQ(choice.tests.size(), 2u);
    EXPECT_GE(choice.tests[0].simulated, 19u);
    EXPECT_DOUBLE_EQ(choice.tests[0].p_value,
                     1.0 / (1.0 + static_cast<double>(choice.tests[0].simulated)));
    EXPECT_GT(choice.tests[1].p_value, 0.05);
    EXPECT_EQ(choice.test_components, 2u);
    EXPECT_THAT(choice.words, ::testing::Contains(HasSubstr("likelihood-ratio test of k = 1")));
}

// Under the truth three of a few samples are as large: the verdict is known long before 199.
TEST(ChooseK, ATestEndsWhereEnoughSamplesAreAsLarge) {
    ChooseKOptions choose;
    choose.simulated_samples = 199;
    const GaussianMixture one{2, {1}, {0, 0}, {1, 0, 0, 1}};
    const auto choice = choice_of(cloud(one, 80, 1), range(1, 2), choose);
    ASSERT_EQ(choice.tests.size(), 1u);
    const LikelihoodRatioTest& test = choice.tests[0];
    EXPECT_EQ(test.as_large, 10u);  // (1 + 10)/200 is above 0.05
    EXPECT_LT(test.simulated, 199u);
    EXPECT_DOUBLE_EQ(test.p_value, 10.0 / static_cast<double>(test.simulated));
    EXPECT_EQ(choice.test_components, 1u);
}

TEST(ChooseK, OneSimulatedSampleIsATestToo) {
    ChooseKOptions choose;
    choose.simulated_samples = 1;
    EXPECT_FALSE(choice_of(cloud(three_groups(), 100, 3), range(1, 2), choose).tests.empty());
}

TEST(ChooseK, ThreadsGiveTheSameChoice) {
    const auto points = cloud(three_groups(), 200, 4);
    ChooseKOptions one, two;
    one.bootstrap_samples = two.bootstrap_samples = 6;
    one.simulated_samples = two.simulated_samples = 6;
    two.threads = 2;
    const auto a = choice_of(points, range(1, 3), one), b = choice_of(points, range(1, 3), two);
    EXPECT_EQ(a.words, b.words);
    EXPECT_EQ(a.bootstrap_choices, b.bootstrap_choices);
}

TEST(ChooseK, EvidenceFollowsKassAndRaftery) {
    EXPECT_EQ(bic_evidence(0), BicEvidence::best);
    EXPECT_EQ(bic_evidence(1.9), BicEvidence::weak);
    EXPECT_EQ(bic_evidence(2), BicEvidence::positive);
    EXPECT_EQ(bic_evidence(6), BicEvidence::strong);
    EXPECT_EQ(bic_evidence(5.9), BicEvidence::positive);
    EXPECT_EQ(bic_evidence(9.9), BicEvidence::strong);
    EXPECT_EQ(bic_evidence(10), BicEvidence::very_strong);
}

}  // namespace
}  // namespace sneddon
