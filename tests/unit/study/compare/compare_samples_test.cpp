#include "study/compare/compare_samples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "study/compare/statements.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

/// Hardness of two samples of 10 tests that scatter alike: 4 + shift + 0.01 i.
StudyResult two_samples(double shift, double hold_s = 60) {
    StudyResult study;
    study.samples = {{"as cast", {}}, {"annealed", {}}};
    for (int i = 0; i < 20; ++i) {
        const bool is_second = i % 2 == 1;
        const double H = 4 + (is_second ? shift : 0) + 0.01 * (i / 2);
        study.tests.push_back(testing::used_row(i, hold_s, H, 1 + 0.01 * (i / 2)));
        TestRow& row = study.tests.back();
        row.sample = is_second ? 1 : 0;
        row.values["h_c_nm"_q] = 50;
        row.values["ramp_s"_q] = 10;
        row.u_common["H_IT_GPa"_q] = 0.05 * H;
    }
    return study;
}

std::vector<SampleTip> tip(double u_relative) {
    return {2, SampleTip{AreaFunction{}, u_relative, std::nullopt}};
}

SampleDifference hardness(const StudyResult& study, const std::vector<SampleTip>& tips) {
    for (const SampleDifference& pair : compare_samples(study, tips, 0.05))
        if (pair.quantity == "H_IT_GPa"_q) return pair;
    return {};
}

TEST(CompareSamples, OneTipEntersTheDifferenceByTheDifference) {
    const SampleDifference found = hardness(two_samples(0.5), tip(0.05));
    EXPECT_EQ(found.load_function, "hold 60 s");
    EXPECT_NEAR(found.welch.difference, -0.5, 1e-12);
    EXPECT_EQ(found.tip, TipShare::shared);
    EXPECT_NEAR(found.u_tip, 0.5 * 0.05, 1e-12) << "difference x u_A/A, not sqrt(2) H u_A/A";
    EXPECT_NEAR(found.u_mimicked, 0, 1e-9) << "equal samples at one depth show no difference";
    const double se = found.welch.standard_error;
    EXPECT_NEAR(found.u, std::hypot(se, 0.025), 1e-9);
    const double reach = found.welch.difference_high - found.welch.difference;
    EXPECT_NEAR(found.ci95.high + 0.5, std::hypot(reach, 1.959964 * 0.025), 1e-6);
    EXPECT_NEAR(found.p, found.welch.p, 1e-9 * found.welch.p);
    EXPECT_LT(found.ci95.low, found.welch.difference_low);
    EXPECT_NEAR((found.ci95.low + found.ci95.high) / 2, -0.5, 1e-12);
}

TEST(CompareSamples, TheRatioIsFreeOfAScaleOfTheArea) {
    const SampleDifference found = hardness(two_samples(0.5), tip(0.05));
    const double m_a = 4.045, m_b = 4.545;
    EXPECT_NEAR(found.ratio, m_a / m_b, 1e-12);
    const double se = found.welch.standard_error / std::sqrt(2.0);
    EXPECT_NEAR(found.u_ratio, std::hypot(se / m_a, se / m_b), 1e-9);
    EXPECT_LT(found.ratio_ci95.low, found.ratio);
    EXPECT_GT(found.ratio_ci95.high, found.ratio);
    StudyResult scaled = two_samples(0.5);
    for (TestRow& row : scaled.tests) row.values["H_IT_GPa"_q] /= 1.1;
    EXPECT_NEAR(hardness(scaled, tip(0.05)).ratio, found.ratio, 1e-12);
}

// Samples at unlike depths: the area's error differs by u sqrt(2 - 2 rho).
TEST(CompareSamples, WhatTheTipDoesOtherwiseAtAnotherDepthMayLookLikeADifference) {
    StudyResult study = two_samples(0.5);
    for (TestRow& row : study.tests)
        if (row.sample == 1) row.values["h_c_nm"_q] = 40;
    const SampleDifference found = hardness(study, tip(0.05));
    const double m_a = 4.045, m_b = 4.545, rho = std::exp(-std::pow(std::log(1.25), 2) / 2);
    EXPECT_NEAR(found.u_tip, 0.05 * std::sqrt(m_a * m_a + m_b * m_b - 2 * rho * m_a * m_b), 1e-12);
    EXPECT_NEAR(found.u_mimicked, 0.05 * 4.295 * std::sqrt(2 - 2 * rho), 1e-12);
    EXPECT_GT(found.p, found.welch.p);
}

TEST(CompareSamples, TwoTipsAreIndependent) {
    std::vector<SampleTip> tips = tip(0.05);
    tips[1].area->coefficients[1] = 100;
    const SampleDifference found = hardness(two_samples(0.5), tips);
    EXPECT_EQ(found.tip, TipShare::different);
    EXPECT_NEAR(found.u_tip, 0.05 * std::hypot(4.045, 4.545), 1e-12);
    EXPECT_GT(found.p, 0.05) << "the two tips may make such a difference";
}

TEST(CompareSamples, AnUnknownTipIsSaidAndNotGuessed) {
    const SampleDifference found = hardness(two_samples(0.5), {});
    EXPECT_EQ(found.tip, TipShare::not_known);
    EXPECT_TRUE(std::isnan(found.u_tip));
    EXPECT_NEAR(found.u, found.welch.standard_error, 1e-12);
    EXPECT_LT(found.p, 0.05);
}

// The names of both are "hold 60 s", but the peaks are not one.
TEST(CompareSamples, OnlyOneLoadFunctionIsCompared) {
    StudyResult study = two_samples(0.5);
    for (TestRow& row : study.tests)
        if (row.sample == 1) row.values["F_max_uN"_q] = 1000;
    EXPECT_TRUE(compare_samples(study, tip(0.05), 0.05).empty());
    StudyResult one_sample = two_samples(0.5);
    EXPECT_FALSE(compare_samples(one_sample, {}, 0.05).empty());
    one_sample.samples.clear();
    EXPECT_TRUE(compare_samples(one_sample, {}, 0.05).empty());
}

// Three sessions of each piece: as many values as sessions, however many tests they hold.
TEST(CompareSamples, SessionsThatAFactNamesAreTheUnits) {
    StudyResult study;
    for (const std::string piece : {"as cast", "annealed"})
        for (int session = 0; session < 3; ++session) {
            StudyFacts facts;
            facts.sample = piece;
            facts.stated = {{"session", "day " + std::to_string(session), std::nullopt}};
            const std::size_t place = study.samples.size();
            study.samples.push_back({piece + " " + std::to_string(session), facts});
            for (int i = 0; i < 20; ++i) {
                const double H = (piece == "annealed" ? 4.5 : 4) + 0.3 * session + 0.001 * i;
                study.tests.push_back(
                    testing::used_row(static_cast<int>(study.tests.size()), 60, H, 1));
                study.tests.back().sample = place;
                study.tests.back().values["ramp_s"_q] = 10;
            }
        }
    const SampleDifference found = hardness(study, {});
    EXPECT_EQ(found.a, "as cast");
    EXPECT_EQ(found.b, "annealed");
    EXPECT_TRUE(found.is_of_sessions);
    EXPECT_EQ(found.welch.n_first, 3u);
    EXPECT_NEAR(found.welch.difference, -0.5, 1e-12);
    EXPECT_NEAR(found.welch.standard_error, 0.3 * std::sqrt(2.0 / 3), 1e-12);
    EXPECT_GT(found.p, 0.05) << "tests alone would make 60 values of a side of it";
    for (Sample& sample : study.samples) sample.facts.stated.clear();
    const auto pairs = compare_samples(study, {}, 0.05);
    EXPECT_FALSE(pairs.front().is_of_sessions);
}

TEST(CompareSamples, HolmCountsPairsAndLoadFunctionsOfAQuantity) {
    StudyResult study = two_samples(0.01);
    const StudyResult other = two_samples(0.02, 5);
    study.tests.insert(study.tests.end(), other.tests.begin(), other.tests.end());
    std::vector<SampleDifference> found;
    for (const SampleDifference& pair : compare_samples(study, tip(0.05), 0.05))
        if (pair.quantity == "H_IT_GPa"_q) found.push_back(pair);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].load_function, "hold 5 s");
    EXPECT_NEAR(found[0].p_holm, 2 * found[0].p, 1e-12);
    EXPECT_NEAR(found[1].p_holm, found[1].p, 1e-12);
}

TEST(CompareSamples, IsSaidInASentence) {
    StudyFindings findings;
    findings.sample_differences = compare_samples(two_samples(0.5), tip(0.05), 0.05);
    const auto statements = sample_statements(findings);
    ASSERT_GE(statements.size(), 2u);
    EXPECT_THAT(statements[0].text,
                HasSubstr("H_IT of as cast less annealed at hold 60 s: -0.5 GPa (95 %: -0.5"));
    EXPECT_THAT(statements[0].text, HasSubstr("the shared tip in it), ratio 0.890 ("));
    EXPECT_THAT(statements[0].text, HasSubstr("they differ"));
    EXPECT_THAT(statements.back().text, HasSubstr("differ in H_IT (1 of 1)"));
    EXPECT_THAT(statements.back().text, HasSubstr("no difference is seen in"));
    EXPECT_TRUE(sample_statements({}).empty());
}

}  // namespace
}  // namespace sneddon
