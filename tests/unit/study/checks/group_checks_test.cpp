#include "study/checks/group_checks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>

#include "study/groups/groups.hpp"
#include "study/maps/order.hpp"

namespace sneddon {
namespace {

/// 20 tests to 300 uN with an ideal tip; `change` may alter a row.
void add_group(StudyResult& study, double hold_s,
               const std::function<void(TestRow&, int)>& change) {
    for (int i = 0; i < 20; ++i) {
        TestRow row;
        row.file = row.test_id = "h" + std::to_string(hold_s) + "_" + std::to_string(i);
        const double spread = 0.5 * ((i * 7) % 5 - 2);
        row.values["F_max_uN"_q] = 300;
        row.values["ramp_s"_q] = 10;
        row.values["hold_s"_q] = hold_s;
        row.values["h_c_nm"_q] = 42 + spread;
        row.values["h_max_nm"_q] = 54 + spread;
        row.values["S_uN_per_nm"_q] = 18.75;
        row.values["P_per_S2_per_GPa"_q] = 8.53e-4;
        row.values["W_total_pJ"_q] = 6.97 + 0.3 * spread;
        row.values["W_elast_pJ"_q] = 2.88;
        row.values["creep_nm"_q] = 4 + spread;
        row.position = StagePosition{5.0 * (i % 5), 5.0 * (i / 5)};
        change(row, i);
        const double h_c = row.values["h_c_nm"_q];
        row.values["A_p_nm2"_q] = 24.5 * h_c * h_c;
        row.values["H_IT_GPa"_q] = 300e3 / row.values["A_p_nm2"_q];
        row.values["E_r_GPa"_q] = 79.9;
        row.values["eta_IT"_q] = row.values["W_elast_pJ"_q] / row.values["W_total_pJ"_q];
        study.tests.push_back(row);
    }
}

StudyOptions ideal() {
    StudyOptions options;
    options.area_function = AreaFunction{};
    options.area_relative = 0.03;
    return options;
}

void arrange_and_check(StudyResult& study, GroupBy group_by, const StudyOptions& options) {
    arrange_study(study, group_by);
    describe_groups(study);
    StudyFindings found;
    found.order = find_order(study.tests);
    found.group_checks = check_groups(study, found, options);
    study.findings = HeldFindings(std::move(found));
}

const Check* checked(StudyResult& study, std::string_view check, std::string_view group) {
    if (study.groups.empty()) arrange_and_check(study, GroupBy::load_function, ideal());
    const std::vector<Check>& checks = findings_of(study).group_checks;
    const auto found = std::ranges::find_if(checks, [&](const Check& candidate) {
        return candidate.code == check && candidate.group == group;
    });
    return found == checks.end() ? nullptr : &*found;
}

void expect_doubt(StudyResult& study, std::string_view check, std::string_view group,
                  std::string_view code) {
    const Check* found = checked(study, check, group);
    ASSERT_NE(found, nullptr) << check;
    EXPECT_EQ(found->warning, code) << found->text;
    if (!code.empty()) {
        EXPECT_EQ(found->verdict, Verdict::likely);
    }
    EXPECT_EQ(std::ranges::count(study.warnings, code, &Warning::code), code.empty() ? 0 : 1);
}

TEST(GroupChecks, ASoundGroupHasNoDoubt) {
    StudyResult study;
    add_group(study, 10, [](TestRow&, int) {});
    for (const char* check : {"P/S2", "eta", "spacing", "trend", "creep"})
        expect_doubt(study, check, "hold 10 s", "");
}

// Depths that the load made; at one load the deeper tests are the softer ones, and that is no
// doubt.
TEST(GroupChecks, AStiffnessThatDependsOnTheDepthIsDoubted) {
    for (const bool is_one_load : {false, true}) {
        StudyResult study;
        add_group(study, 10, [&](TestRow& row, int) {
            const bool is_deep = row.values["h_c_nm"_q] >= 42;
            if (is_deep) row.values["P_per_S2_per_GPa"_q] *= 1.2;
            if (!is_one_load && is_deep) row.values["F_max_uN"_q] = 600;
        });
        arrange_and_check(study, GroupBy::none, ideal());
        const std::string doubt = is_one_load ? "" : "SND-G055";
        expect_doubt(study, "P/S2", study.groups.at(0).name, doubt);
    }
}

TEST(GroupChecks, WorksThatDoNotBelongToHardnessAndModulusAreDoubted) {
    StudyResult study;
    add_group(study, 10, [](TestRow& row, int) { row.values["W_elast_pJ"_q] = 5.5; });
    expect_doubt(study, "eta", "hold 10 s", "SND-G056");
}

// 3.4 nm of depth make H_IT fall by 15 %; made by creep they cost 1.02 pJ, made by a zero nothing.
TEST(GroupChecks, AZeroShiftMovesTheHardnessAndNotTheWorks) {
    for (const double work_pJ : {0.0, 1.02}) {
        StudyResult study;
        add_group(study, 10, [](TestRow&, int) {});
        add_group(study, 60, [&](TestRow& row, int) {
            row.values["h_c_nm"_q] += 3.4;
            row.values["W_total_pJ"_q] += work_pJ;
        });
        expect_doubt(study, "works", "hold 60 s", work_pJ > 0 ? "" : "SND-G058");
        EXPECT_EQ(checked(study, "works", "hold 10 s"), nullptr);
        const Evidence& depth_nm = checked(study, "works", "hold 60 s")->evidence[1].second;
        EXPECT_NEAR(std::get<double>(depth_nm), 3.4, 0.15);
    }
}

TEST(GroupChecks, TestsTooNearToEachOtherAreDoubted) {
    StudyResult study;
    add_group(study, 10, [](TestRow& row, int) {
        row.position->x_um *= 0.2;
        row.position->y_um *= 0.2;
    });
    expect_doubt(study, "spacing", "hold 10 s", "SND-G053");
}

TEST(GroupChecks, AHardnessThatFollowsTheOrderIsDoubted) {
    StudyResult study;
    add_group(study, 10, [](TestRow& row, int i) { row.values["h_c_nm"_q] = 42 - 0.2 * i; });
    expect_doubt(study, "trend", "hold 10 s", "SND-G054");
}

// Of eight trends one with p = 0.005 is no news: the figure says Holm's p, and so does the alert.
TEST(GroupChecks, ATrendIsDoubtedByHolmsP) {
    // 1 to 20 in blocks of 7, 6, 6 and 1 that run back: Kendall's S = 88 of 190.
    constexpr std::array order = {7,  6, 5, 4,  3,  2,  1,  13, 12, 11,
                                  10, 9, 8, 19, 18, 17, 16, 15, 14, 20};
    StudyResult study;
    for (const double hold_s : {10.0, 60.0})
        add_group(study, hold_s, [&](TestRow& row, int i) {
            if (hold_s == 10)
                row.values["h_c_nm"_q] = 42 - 0.01 * order.at(static_cast<std::size_t>(i));
        });
    expect_doubt(study, "trend", "hold 10 s", "");
    const Check* check = checked(study, "trend", "hold 10 s");
    ASSERT_NE(check, nullptr);
    const auto number = [&](std::string_view key) {
        for (const auto& [name, value] : check->evidence)
            if (name == key) return std::get<double>(value);
        return std::nan("");
    };
    EXPECT_LT(number("p"), 0.01);
    EXPECT_GT(number("p_holm"), 0.01);
}

TEST(GroupChecks, BackwardCreepIsDoubted) {
    StudyResult study;
    add_group(study, 10, [](TestRow& row, int i) {
        if (i % 4 == 0) row.values["creep_nm"_q] = -1;
    });
    expect_doubt(study, "creep", "hold 10 s", "SND-G057");
}

TEST(GroupChecks, AnAreaWithoutUncertaintyIsSaidOnce) {
    StudyResult study;
    add_group(study, 10, [](TestRow&, int) {});
    StudyOptions options = ideal();
    options.area_relative.reset();
    arrange_and_check(study, GroupBy::load_function, options);
    EXPECT_EQ(std::ranges::count(study.warnings, "SND-G059", &Warning::code), 1);
}

// The common part does not average out; the random part is that of the scatter.
TEST(Groups, CarryBothPartsOfTheUncertainty) {
    StudyResult study;
    add_group(study, 10, [](TestRow& row, int) {
        row.u_random["h_c_nm"_q] = 0.5;
        row.u_common["h_c_nm"_q] = 0.2;
    });
    arrange_study(study, GroupBy::load_function);
    describe_groups(study);
    const GroupStatistic& h_c = study.groups.at(0).statistics.at("h_c_nm"_q.at);
    EXPECT_DOUBLE_EQ(h_c.u_common, 0.2);
    EXPECT_DOUBLE_EQ(h_c.u_random, h_c.sd / std::sqrt(20.0));
    EXPECT_TRUE(std::isnan(study.groups.at(0).statistics.at("H_IT_GPa"_q.at).u_common));
}

TEST(Groups, SensitivityComparesTheSameTests) {
    StudyResult study;
    add_group(study, 10, [](TestRow& row, int i) {
        SensitivityValues none;
        for (auto& choice : none) choice.fill(std::nan(""));
        row.variants = none;
        if (i < 10) row.variants[std::size_t{0}][3] = row.values["creep_nm"_q] + 1;
    });
    arrange_study(study, GroupBy::load_function);
    describe_groups(study);
    ASSERT_EQ(study.sensitivity.size(), 1u);
    const SensitivityEntry& entry = study.sensitivity.front();
    EXPECT_EQ(entry.variant, sensitivity_variants[0]);
    EXPECT_EQ(entry.n, 10u);
    EXPECT_NEAR(entry.variant_mean - entry.mean, 1, 1e-12);
    EXPECT_NEAR(entry.sd_of_difference, 0, 1e-12);
}

}  // namespace
}  // namespace sneddon
