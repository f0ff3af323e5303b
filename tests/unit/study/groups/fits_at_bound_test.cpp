// When fits at a bound count in the means of their group, and what other choices do to a group.
#include "study/groups/fits_at_bound.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "study/groups/group_sensitivity.hpp"

namespace sneddon {
namespace {

/// `sound` fits and `at_bound` ones of one load function; one row has no fit.
StudyResult study_of(std::size_t sound, std::size_t at_bound) {
    StudyResult study;
    for (std::size_t i = 0; i < sound + at_bound + 1; ++i) {
        TestRow row;
        row.test_id = "t" + std::to_string(i);
        row.load_function = "slow";
        row.values["S_uN_per_nm"_q] = i < sound + at_bound ? 20 : nan;
        if (i >= sound) row.flags.push_back({i % 2 == 0 ? "SND-A001" : "SND-A047", 0, 0, ""});
        study.tests.push_back(row);
    }
    return study;
}

Rows rows_of(const StudyResult& study) {
    Rows rows;
    for (std::size_t i = 0; i < study.tests.size(); ++i) rows.push_back(i);
    return rows;
}

std::size_t rows_left(std::size_t sound, std::size_t at_bound, FitsAtBound rule) {
    const StudyResult study = study_of(sound, at_bound);
    return rows_with_own_fit(study.tests, rows_of(study), rule).size();
}

constexpr FitsAtBound leave_out = FitsAtBound::leave_out;

TEST(FitsAtBound, AreLeftOutWhereTheyAreMoreThanHalfOfFive) {
    EXPECT_EQ(rows_left(2, 3, leave_out), 2u);
    EXPECT_EQ(rows_left(2, 3, FitsAtBound::keep), 6u);
    EXPECT_EQ(rows_left(3, 3, leave_out), 7u);  // half
    EXPECT_EQ(rows_left(3, 4, leave_out), 3u);
    EXPECT_EQ(rows_left(1, 3, leave_out), 5u);  // of four
}

TEST(FitsAtBound, AreWarnedOfByName) {
    StudyResult study = study_of(2, 3);
    warn_of_fits_at_bound(study, leave_out);
    ASSERT_EQ(study.warnings.size(), 1u);
    EXPECT_EQ(study.warnings[0].code, "SND-G060");
    EXPECT_EQ(
        study.warnings[0].text,
        "slow: 3 of 5 unloading fits ended at a bound; the means of S, h_c, A_p, H_IT, E_r and "
        "E_IT are of the other 2");
    EXPECT_EQ(study.warnings[0].tests, (std::vector<std::string>{"t2", "t3", "t4"}));
    study.warnings.clear();
    warn_of_fits_at_bound(study, FitsAtBound::keep);
    ASSERT_EQ(study.warnings.size(), 1u);
    EXPECT_NE(study.warnings[0].text.find("they count in the means"), std::string::npos);
    StudyResult half = study_of(3, 3);
    warn_of_fits_at_bound(half, leave_out);
    EXPECT_TRUE(half.warnings.empty());
}

TEST(FitsAtBound, SpoilWhatFollowsFromTheFitAlone) {
    for (const QuantityIndex q :
         {"S_uN_per_nm"_q, "h_c_nm"_q, "A_p_nm2"_q, "H_IT_GPa"_q, "E_r_GPa"_q, "E_IT_GPa"_q})
        EXPECT_TRUE(follows_from_fit(q)) << q.info().id;
    for (const QuantityIndex q : {"h_max_nm"_q, "W_total_pJ"_q, "creep_nm"_q, "F_max_uN"_q})
        EXPECT_FALSE(follows_from_fit(q)) << q.info().id;
}

// Choice 0, H_IT: 4 and 5 GPa become 4.5 and 6.5. Choice 1 is the recipe's own.
TEST(GroupSensitivity, IsTheMeanOfTestsThatHaveBothAnswers) {
    StudyResult study;
    study.groups.push_back({});
    study.groups[0].name = "slow";
    const auto add = [&](double H, double other, Status status = Status::used) {
        TestRow row;
        row.load_function = "slow";
        row.status = status;
        row.values["H_IT_GPa"_q] = H;
        SensitivityValues variants;
        for (auto& of_one : variants) of_one.fill(nan);
        variants[0][0] = other;
        variants[1][0] = H;
        row.variants = variants;
        study.tests.push_back(row);
    };
    add(4, 4.5);
    add(5, 6.5);
    add(6, nan);
    add(7, 99, Status::excluded);
    study.tests.push_back(study.tests[0]);
    study.tests.back().load_function = "fast";
    study.tests.emplace_back().load_function = "slow";  // has no variants
    const auto entries = group_sensitivity(study);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].group, "slow");
    EXPECT_EQ(entries[0].variant, sensitivity_variants[0]);
    EXPECT_TRUE(entries[0].quantity == "H_IT_GPa"_q);
    EXPECT_EQ(entries[0].n, 2u);
    EXPECT_NEAR(entries[0].mean, 4.5, 1e-12);
    EXPECT_NEAR(entries[0].variant_mean, 5.5, 1e-12);
    EXPECT_NEAR(entries[0].sd_of_difference, std::sqrt(0.5), 1e-12);
}

}  // namespace
}  // namespace sneddon
