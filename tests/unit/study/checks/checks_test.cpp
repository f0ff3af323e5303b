#include "study/checks/checks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "study/creep/energies.hpp"
#include "study/findings.hpp"
#include "study/study_findings.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

StudyOptions quick() {
    StudyOptions options;
    options.most_clusters = 4;
    options.k_resamples = 10;
    options.k_simulations = 0;
    options.share_fits = 60;
    options.fit_simulations = 9;
    options.permutations = 9;
    options.creep_resamples = 3;
    return options;
}

StudyResult study_of(std::vector<TestRow> tests) {
    StudyResult study;
    study.tests = std::move(tests);
    HoldCurves holds(1000);
    find_findings(study, holds, quick());
    return study;
}

const Check& check_of(const StudyResult& study, const std::string& code) {
    return *std::ranges::find(findings_of(study).checks, code, &Check::code);
}

/// One material, one creep law 0.5 t^0.42, three holds of 100 tests.
std::vector<TestRow> one_law(RandomStream& random) {
    std::vector<TestRow> tests;
    for (const double hold_s : {10.0, 30.0, 60.0})
        for (int i = 0; i < 100; ++i)
            tests.push_back(testing::used_row(
                static_cast<int>(tests.size()), hold_s, 4.3 + 0.3 * random.normal(),
                0.5 * std::pow(hold_s, 0.42) * (1 + 0.06 * random.normal())));
    return tests;
}

TEST(CheckPooling, OneLawAtThreeHoldsIsLikelyThePoolingItself) {
    RandomStream random(21);
    const StudyResult study = study_of(one_law(random));
    ASSERT_TRUE(findings_of(study).clusters);
    EXPECT_GE(findings_of(study).clusters->chosen, 2u);
    EXPECT_EQ(check_of(study, "pooling").verdict, Verdict::likely);
    EXPECT_EQ(check_of(study, "circularity").verdict, Verdict::likely);
}

TEST(CheckPooling, ThreeCloudsInEveryHoldAreNotSeenAsPooling) {
    RandomStream random(22);
    std::vector<TestRow> tests = testing::three_clouds(40, 30, random);
    for (const TestRow& row : testing::three_clouds(40, 60, random)) tests.push_back(row);
    for (std::size_t i = 0; i < tests.size(); ++i) tests[i].test_id = std::to_string(i);
    const StudyResult study = study_of(std::move(tests));
    EXPECT_EQ(check_of(study, "pooling").verdict, Verdict::not_seen);
}

TEST(CheckPooling, OneHoldCannotBeChecked) {
    RandomStream random(23);
    const StudyResult study = study_of(testing::three_clouds(40, 60, random));
    EXPECT_EQ(check_of(study, "pooling").verdict, Verdict::not_checked);
    EXPECT_FALSE(check_of(study, "pooling").reason.empty());
}

TEST(CheckDrift, SoftTestsThatCreepLessAreDrift) {
    RandomStream random(24);
    std::vector<TestRow> tests = one_law(random);
    // Depth drift d t moves creep by d t and, through the depth, H_IT the other way.
    for (TestRow& row : tests) {
        const double drift_nm = 0.03 * row.values["hold_s"_q] * random.normal();
        row.values["creep_nm"_q] += drift_nm;
        row.values["H_IT_GPa"_q] -= 0.5 * drift_nm;
    }
    EXPECT_EQ(check_of(study_of(std::move(tests)), "drift").verdict, Verdict::likely);
}

TEST(CheckDrift, CreepBackwardsIsDrift) {
    RandomStream random(25);
    std::vector<TestRow> tests = one_law(random);
    for (std::size_t i = 200; i < 204; ++i) tests[i].values["creep_nm"_q] = -0.5;  // 4 of 100
    EXPECT_EQ(check_of(study_of(std::move(tests)), "drift").verdict, Verdict::likely);
}

TEST(CheckSpacing, BothRulesWithTheirNumbers) {
    std::vector<TestRow> tests;
    for (int i = 0; i < 3; ++i) {
        tests.push_back(testing::used_row(i, 60, 4.37, 3));
        tests.back().values["h_max_nm"_q] = 50;
    }
    StudyFacts facts;
    facts.grid = Grid{3, 1, 2, 2, GridOrder::raster};
    const StudyFindings findings;
    const StudyOptions options;
    // A = 300e3/4.37: edge 398 nm, circle 460 nm, 2,000 nm are 4.35 of them: within 20 % of 5.
    const Check check = check_spacing({tests, facts, findings, options});
    EXPECT_EQ(check.verdict, Verdict::possible);
    facts.grid->pitch_x_um = 5;
    facts.grid->pitch_y_um = 5;
    EXPECT_EQ(check_spacing({tests, facts, findings, options}).verdict, Verdict::not_seen);
    facts.grid->pitch_y_um = 0.4;
    EXPECT_EQ(check_spacing({tests, facts, findings, options}).verdict, Verdict::likely);
    facts.grid.reset();
    EXPECT_EQ(check_spacing({tests, facts, findings, options}).verdict, Verdict::not_checked);
}

TEST(CheckSpacing, TheTightestGridOfSeveralSamplesSpeaks) {
    std::vector<TestRow> tests;
    std::vector<Sample> samples = {{"a", {}}, {"b", {}}, {"c", {}}};
    for (int i = 0; i < 3; ++i) {
        tests.push_back(testing::used_row(i, 60, 4.37, 3));
        tests.back().values["h_max_nm"_q] = 50;
        tests.back().sample = static_cast<std::size_t>(i);
    }
    const StudyFindings findings;
    const StudyOptions options;
    const auto check = [&] { return check_spacing({tests, {}, findings, options, {}, samples}); };
    EXPECT_EQ(check().verdict, Verdict::not_checked);
    samples[1].facts.grid = Grid{3, 1, 5, 5, GridOrder::raster};
    EXPECT_EQ(check().verdict, Verdict::not_seen);
    samples[2].facts.grid = Grid{3, 1, 5, 0.4, GridOrder::raster};
    EXPECT_EQ(check().verdict, Verdict::likely);
    EXPECT_TRUE(check().text.starts_with("c: "));
    std::swap(samples[1], samples[2]);
    EXPECT_EQ(check().verdict, Verdict::likely);
}

TEST(Checks, ComeInTheirOrderAndNamesOfFilesChangeNothing) {
    RandomStream random(26);
    std::vector<TestRow> tests = one_law(random);
    const StudyResult study = study_of(tests);
    std::vector<std::string> codes;
    for (const Check& check : findings_of(study).checks) codes.push_back(check.code);
    EXPECT_EQ(codes,
              (std::vector<std::string>{"pooling", "drift", "circularity", "tip_and_zero",
                                        "spacing", "cluster_size", "choice_of_k", "sensitivity"}));
    for (std::size_t i = 0; i < tests.size(); ++i) {
        tests[i].file = "x" + std::to_string(1000 + i);
        tests[i].test_id = tests[i].file;
    }
    const StudyResult renamed = study_of(tests);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        EXPECT_EQ(findings_of(renamed).checks[i].text, findings_of(study).checks[i].text);
        EXPECT_EQ(findings_of(renamed).checks[i].verdict, findings_of(study).checks[i].verdict);
    }
}

TEST(Checks, VerdictsAreNearWithinTwentyPercentOfALimit) {
    EXPECT_EQ(verdict_above(10, 10), Verdict::likely);
    EXPECT_EQ(verdict_above(8, 10), Verdict::possible);
    EXPECT_EQ(verdict_above(7.9, 10), Verdict::not_seen);
    EXPECT_EQ(verdict_below(9.9, 10), Verdict::likely);
    EXPECT_EQ(verdict_below(10, 10), Verdict::possible);
    EXPECT_EQ(verdict_below(12, 10), Verdict::not_seen);
    EXPECT_EQ(verdict_below(std::nan(""), 10), Verdict::not_seen);
}

TEST(Checks, AnEmptyStudyHasReasonsForEverything) {
    const StudyResult study = study_of({});
    for (const Check& check : findings_of(study).checks)
        EXPECT_EQ(check.verdict, Verdict::not_checked) << check.code;
    EXPECT_TRUE(findings_of(study).not_computed.contains("clusters"));
    EXPECT_TRUE(findings_of(study).not_computed.contains("creep_curves"));
}

}  // namespace
}  // namespace sneddon
