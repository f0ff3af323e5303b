#include "study/creep/energies.hpp"

#include <gtest/gtest.h>

#include "study/mechanism.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

TEST(FindEnergies, PerClusterWithAndWithoutTheHold) {
    std::vector<TestRow> tests;
    for (int i = 0; i < 6; ++i) {
        tests.push_back(testing::used_row(i, 60, 4.3, i < 3 ? 6 : 2));
        tests.back().cluster = i < 3 ? 0 : 1;
    }
    const auto found = find_energies(tests, 2);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_FALSE(found[0].label);
    EXPECT_EQ(found[1].label, Label(0));
    EXPECT_NEAR(found[1].statistics.at("W_plast_pJ"_q.at).mean, 3.8, 1e-12);
    EXPECT_NEAR(found[1].W_plast_without_hold_pJ.mean, 2, 1e-12);
    EXPECT_NEAR(found[2].W_plast_without_hold_pJ.mean, 2, 1e-12);
    EXPECT_EQ(found[2].hold_s, 60);
}

TEST(FindMechanism, WeighsTheModelsAgainstThePapersReading) {
    StudyFindings findings;
    EXPECT_FALSE(find_mechanism(findings));
    findings.clusters.emplace();
    findings.clusters->chosen = 2;
    CcdfFinding deep;
    deep.label = 0;
    deep.quantity = "W_plast_pJ";
    deep.preferred = "weibull2";
    deep.evidence = "strong";
    CcdfFinding shallow = deep;
    shallow.label = 1;
    findings.ccdf = {deep, shallow};
    Check pooling;
    pooling.code = "pooling";
    pooling.verdict = Verdict::likely;
    findings.checks = {pooling};
    const auto mechanism = find_mechanism(findings);
    ASSERT_TRUE(mechanism);
    EXPECT_EQ(mechanism->supports.size(), 1u);    // Weibull for cluster 0
    EXPECT_EQ(mechanism->objections.size(), 2u);  // Weibull for the last one, and the check
}

}  // namespace
}  // namespace sneddon
