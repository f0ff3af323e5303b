#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "study/checks/checks.hpp"
#include "study/findings.hpp"
#include "study/groups/compare_groups.hpp"
#include "unit/study/checks/evidence.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using testing::evidence;

/// 30 tests at each of two holds; E_r with a spread of 1 GPa.
Check check_of(double E_r_at_60_s, double peak_at_60_s_uN = 300) {
    StudyResult study;
    RandomStream random(7);
    for (int i = 0; i < 60; ++i) {
        const bool is_long = i % 2 == 1;
        study.tests.push_back(testing::used_row(i, is_long ? 60 : 0, 4, 1));
        study.tests.back().values["E_r_GPa"_q] = (is_long ? E_r_at_60_s : 48.7) + random.normal();
        if (is_long) study.tests.back().values["F_max_uN"_q] = peak_at_60_s_uN;
    }
    StudyFindings findings;
    findings.comparisons = compare_groups(study, 0.05);
    const StudyOptions options;
    return check_modulus({study.tests, study.facts, findings, options, {}, {}});
}

TEST(CheckModulus, AModulusThatHangsOnTheHoldIsAnAlertWithItsSize) {
    const Check check = check_of(40.8);
    EXPECT_EQ(check.verdict, Verdict::likely);
    EXPECT_THAT(check.text, ::testing::HasSubstr("E_r of hold 0 s is +19."));
    EXPECT_THAT(check.text, ::testing::HasSubstr("from that of hold 60 s at one peak load"));
}

// 40.8 and 48.7 with 1 GPa over 30 tests each: the change of means is within 3 standard errors of
// theirs, 0.26 GPa of 40.8.
TEST(CheckModulus, ItsEvidenceIsThePairAndTheSizeOfItsChange) {
    const Check check = check_of(40.8);
    EXPECT_EQ(evidence<double>(check, "pairs"), 1);
    EXPECT_NEAR(evidence<double>(check, "largest_change"), 48.7 / 40.8 - 1, 3 * 0.26 / 40.8);
    EXPECT_EQ(evidence<double>(check, "limit"), 0.02);
    EXPECT_LT(evidence<double>(check, "p_holm"), 1e-10);
    EXPECT_EQ(evidence<std::string>(check, "a"), "hold 0 s");
    EXPECT_EQ(evidence<std::string>(check, "b"), "hold 60 s");
}

TEST(CheckModulus, OneModulusIsNone) {
    const Check check = check_of(48.7);
    EXPECT_EQ(check.verdict, Verdict::not_seen);
    EXPECT_EQ(check.text, "E_r does not depend on the hold.");
    EXPECT_EQ(evidence<double>(check, "pairs"), 1);
    EXPECT_EQ(evidence<double>(check, "largest_change"), 0);
    EXPECT_FALSE(testing::has_evidence(check, "p_holm"));
}

TEST(CheckModulus, AnotherPeakLoadIsAnotherQuestion) {
    EXPECT_EQ(check_of(40.8, 1000).verdict, Verdict::not_checked);
}

}  // namespace
}  // namespace sneddon
