// What the checks of a study tell beside their verdict, on findings made by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "study/checks/checks.hpp"
#include "unit/study/checks/evidence.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using testing::evidence;

struct Made {
    std::vector<TestRow> tests;
    StudyFacts facts;
    StudyFindings findings;
    StudyOptions options;

    CheckInput input() const { return {tests, facts, findings, options, {}, {}}; }

    /// 20 tests, H_IT 4 -+ 0.1 and creep 3 -+ 1 nm; of the 10 hard ones `of_hard` creep more. The
    /// correlation is then of_hard/5 - 1.
    void add_hold(int hold_s, int of_hard) {
        for (int i = 0; i < 20; ++i) {
            const bool is_hard = i < 10,
                       creeps_more = is_hard ? i < of_hard : i - 10 < 10 - of_hard;
            tests.push_back(testing::used_row(static_cast<int>(tests.size()), hold_s,
                                              is_hard ? 4.1 : 3.9, creeps_more ? 4 : 2));
        }
    }
    void add_law(const std::string& load_function, Label label, double a, double c,
                 std::vector<StartSensitivity> sensitivity = {}) {
        CreepCurve curve;
        curve.load_function = load_function;
        curve.label = label;
        curve.fit.a = a;
        curve.fit.c = c;
        curve.sensitivity = std::move(sensitivity);
        findings.creep_curves.push_back(std::move(curve));
    }
};

StartSensitivity changed(StartChange change, double a, double c) {
    StartSensitivity other{change, {}};
    other.fit.a = a;
    other.fit.c = c;
    return other;
}

// r = of_hard/5 - 1 by its definition; sums of twenty terms round within 1e-12.
TEST(CheckDrift, TellsTheCorrelationOfEveryHoldAndJudgesByTheLowest) {
    Made made;
    made.add_hold(30, 1);
    made.add_hold(60, 4);
    const Check check = check_drift(made.input());
    const auto& r = evidence<std::vector<double>>(check, "r_H_creep_per_hold");
    ASSERT_EQ(r.size(), 2u);
    EXPECT_NEAR(r[0], -0.8, 1e-12);
    EXPECT_NEAR(r[1], -0.2, 1e-12);
    EXPECT_EQ(check.verdict, Verdict::likely) << "-0.8 is below -0.75";
    EXPECT_EQ(evidence<double>(check, "r_limit"), -0.75);
    EXPECT_EQ(evidence<double>(check, "share_negative_creep"), 0);
    EXPECT_TRUE(std::isnan(evidence<double>(check, "a_cluster_0_nm_per_s"))) << "no fit";
    EXPECT_TRUE(std::isnan(evidence<double>(check, "trend_p_holm_creep"))) << "no order";
    Made other;
    other.add_hold(60, 4);
    EXPECT_EQ(check_drift(other.input()).verdict, Verdict::not_seen);
}

TEST(CheckDrift, OneOfTwentyBackwardsIsAboveItsLimit) {
    Made made;
    made.add_hold(60, 5);
    made.tests[3].values["creep_nm"_q] = -1;
    const Check check = check_drift(made.input());
    EXPECT_EQ(evidence<double>(check, "share_negative_creep"), 0.05);
    EXPECT_EQ(evidence<double>(check, "share_negative_limit"), 0.03);
    EXPECT_EQ(check.verdict, Verdict::likely);
    made.tests[3].values["creep_nm"_q] = 0;  // no creep at all is not backwards
    EXPECT_EQ(check_drift(made.input()).verdict, Verdict::not_seen);
}

TEST(CheckDrift, TellsTheLinearTermOfTheFirstClusterAtTheLongestHold) {
    Made made;
    made.add_hold(30, 5);
    made.add_hold(60, 5);
    made.options.u_drift_nm_per_s = 0.004;
    made.add_law("hold 30 s", std::nullopt, 0.01, 0.4);
    made.add_law("hold 60 s", Label(0), 0.03, 0.4);
    made.add_law("hold 60 s", std::nullopt, 0.02, 0.4);
    const Check all = check_drift(made.input());
    EXPECT_EQ(evidence<double>(all, "a_cluster_0_nm_per_s"), 0.02) << "without clusters: of all";
    EXPECT_EQ(evidence<double>(all, "u_drift_nm_per_s"), 0.004);
    made.findings.clusters.emplace();
    made.findings.clusters->chosen = 1;
    EXPECT_EQ(evidence<double>(check_drift(made.input()), "a_cluster_0_nm_per_s"), 0.03);
}

TEST(CheckDrift, TellsTheClearestTrendOfCreepAlone) {
    Made made;
    made.add_hold(60, 5);
    for (const double p : {0.3, 0.02, 0.5})
        made.findings.order.push_back({"hold 60 s", "creep_nm"_q, {}, p, {}, {}});
    made.findings.order.push_back({"hold 60 s", "H_IT_GPa"_q, {}, 0.001, {}, {}});
    EXPECT_EQ(evidence<double>(check_drift(made.input()), "trend_p_holm_creep"), 0.02);
}

TEST(CheckDrift, NeedsTwentyTestsAtTheLongestHold) {
    Made made;
    made.add_hold(60, 5);
    EXPECT_NE(check_drift(made.input()).verdict, Verdict::not_checked);
    made.tests.pop_back();
    EXPECT_EQ(check_drift(made.input()).verdict, Verdict::not_checked);
    EXPECT_EQ(check_drift(Made().input()).reason, "no test has a hold");
}

TEST(CheckClusterSize, CountsTheLabelsAtTheLongestHold) {
    Made made;
    made.add_hold(30, 5);
    made.add_hold(60, 5);
    made.findings.clusters.emplace();
    made.findings.clusters->chosen = 2;
    for (std::size_t i = 0; i < made.tests.size(); ++i)
        made.tests[i].cluster = Label(i % 4 == 0 ? 1 : 0);
    const Check check = check_cluster_size(made.input());
    EXPECT_EQ(evidence<std::vector<double>>(check, "n_by_label"), (std::vector<double>{15, 5}));
    EXPECT_EQ(evidence<double>(check, "limit"), 20);
    EXPECT_EQ(check.verdict, Verdict::likely);
}

// Two clusters; another start moves c of the second by a tenth and then by a quarter.
TEST(CheckSensitivity, TellsTheLargestMoveOfTheLawsAtTheLongestHold) {
    const auto check_with = [](double c_of_second) {
        Made made;
        made.add_hold(30, 5);
        made.add_hold(60, 5);
        made.findings.clusters.emplace();
        made.findings.clusters->chosen = 2;
        made.add_law("hold 30 s", Label(0), 0.1, 0.4, {changed(StartChange::y0_fitted, 0.9, 0.9)});
        made.add_law("hold 60 s", std::nullopt, 1, 1, {changed(StartChange::y0_fitted, 9, 9)});
        made.add_law("hold 60 s", Label(0), 0.02, 0.5,
                     {changed(StartChange::y0_fitted, 0.021, 0.5)});
        made.add_law("hold 60 s", Label(1), 0, 0.4,
                     {changed(StartChange::y0_fitted, 0.001, c_of_second)});
        return check_sensitivity(made.input());
    };
    const Check little = check_with(0.44);
    EXPECT_NEAR(evidence<double>(little, "largest_move"), 0.1, 1e-12);
    EXPECT_EQ(evidence<double>(little, "move_limit"), 0.2);
    EXPECT_EQ(evidence<std::string>(little, "turned_by"), "");
    EXPECT_EQ(little.verdict, Verdict::not_seen);
    const Check much = check_with(0.3);
    EXPECT_NEAR(evidence<double>(much, "largest_move"), 0.25, 1e-12);
    EXPECT_EQ(much.verdict, Verdict::possible);
    EXPECT_FALSE(testing::has_evidence(much, "least_share_by_window")) << "no difference in H_IT";
}

TEST(CheckSensitivity, NamesEachStartThatTurnsTheOrderRound) {
    Made made;
    made.add_hold(60, 5);
    made.findings.clusters.emplace();
    made.findings.clusters->chosen = 2;
    // The first turns c round, the second a, the third nothing.
    made.add_law("hold 60 s", Label(0), 0.02, 0.5,
                 {changed(StartChange::t0_one_step_earlier, 0.02, 0.39),
                  changed(StartChange::start_one_step_later, 0.005, 0.5),
                  changed(StartChange::y0_fitted, 0.02, 0.5)});
    made.add_law("hold 60 s", Label(1), 0.01, 0.4,
                 {changed(StartChange::t0_one_step_earlier, 0.01, 0.4),
                  changed(StartChange::start_one_step_later, 0.01, 0.4),
                  changed(StartChange::y0_fitted, 0.01, 0.4)});
    const Check check = check_sensitivity(made.input());
    EXPECT_EQ(check.verdict, Verdict::likely);
    EXPECT_EQ(evidence<std::string>(check, "turned_by"),
              std::string(words(StartChange::t0_one_step_earlier)) + "; " +
                  std::string(words(StartChange::start_one_step_later)));
    EXPECT_NEAR(evidence<double>(check, "largest_move"), 0.75, 1e-12);  // 0.02 to 0.005
}

}  // namespace
}  // namespace sneddon
