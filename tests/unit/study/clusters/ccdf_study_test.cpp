#include "study/clusters/ccdf_study.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

std::vector<CcdfFinding> found_for(const Distribution& truth, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<TestRow> tests;
    for (int i = 0; i < 116; ++i) {
        tests.push_back(testing::used_row(i, 60, 4.3, 3));
        tests.back().values["W_plast_pJ"_q] = random_value(truth, random);
        tests.back().values["W_hold_pJ"_q] = 0.1;
    }
    StudyOptions options;
    options.fit_simulations = 19;
    options.models = {DistributionFamily::normal, DistributionFamily::weibull2};
    return find_ccdf(tests, 0, options);
}

TEST(CcdfStudy, PrefersTheModelTheValuesWereDrawnFrom) {
    const auto weibull = found_for({DistributionFamily::weibull2, {1.4, 0.65, 0}}, 31);
    ASSERT_EQ(weibull.size(), 2u);  // with and without the work of the hold
    EXPECT_EQ(weibull[0].preferred, "weibull2");
    EXPECT_EQ(weibull[0].evidence, "very strong");
    EXPECT_LT(weibull[0].vuong.z, 0);
    EXPECT_LT(weibull[0].models[0].p.ad, 0.06);
    const auto normal = found_for({DistributionFamily::normal, {3, 0.43, 0}}, 32);
    EXPECT_EQ(normal[0].preferred, "normal");
    EXPECT_EQ(normal[0].values.n, 116u);
}

// The likelihood at the least-squares parameters cannot exceed the maximum.
TEST(CcdfStudy, KeepsTheTwoLikelihoodsApart) {
    const auto found = found_for({DistributionFamily::normal, {3, 0.43, 0}}, 33);
    for (const CcdfModel& model : found[0].models) {
        EXPECT_LT(model.loglik_at_lsq, model.fit.log_likelihood);
        EXPECT_GE(model.lsq.r_squared, model.r2_mle);
    }
}

TEST(CcdfStudy, EachSampleHasTheOnesOfItsLongestHold) {
    RandomStream random(35);
    std::vector<TestRow> tests;
    for (const auto& [sample, hold_s] : {std::pair(0, 10), std::pair(0, 60), std::pair(1, 30)})
        for (int i = 0; i < 12; ++i) {
            TestRow row = testing::used_row(i, hold_s, 4.3, 3 + random.normal());
            row.sample = static_cast<std::size_t>(sample);
            row.load_function = (sample == 0 ? "A, " : "B, ") + row.load_function;
            tests.push_back(row);
        }
    StudyOptions options;
    options.fit_simulations = 1;
    options.models = {DistributionFamily::normal};
    const auto found = find_ccdf(tests, 0, options);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].load_function, "A, hold 60 s");
    EXPECT_EQ(found[2].load_function, "B, hold 30 s");
}

TEST(CcdfStudy, TheHoldsWorkIsTakenOutBesideIt) {
    const auto found = found_for({DistributionFamily::normal, {3, 0.43, 0}}, 34);
    EXPECT_EQ(found[1].quantity, "W_plast_without_hold_pJ");
    EXPECT_NEAR(found[1].values.mean, found[0].values.mean - 0.1, 1e-12);
}

}  // namespace
}  // namespace sneddon
