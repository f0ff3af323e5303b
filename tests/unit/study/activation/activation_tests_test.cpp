// Which tests are elastic loadings that may pop in, and what is counted of them.
#include "study/activation/activation_tests.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "analyse/hertz.hpp"

namespace sneddon {
namespace {

TestRow searched(double F_max_uN, double ramp_s, const std::string& load_function = "slow") {
    TestRow row;
    row.load_function = load_function;
    row.values["F_max_uN"_q] = F_max_uN;
    row.values["ramp_s"_q] = ramp_s;
    row.values["pop_ins"_q] = row.values["load_drops"_q] = 0;
    row.values["pop_in_limit_nm"_q] = 0.5;
    row.values["pop_in_from_uN"_q] = 10;
    return row;
}

TestRow popped_in(double load_uN, double jump_nm) {
    TestRow row = searched(100, 10);
    row.values["pop_ins"_q] = 1;
    row.values["pop_in_load_uN"_q] = load_uN;
    row.values["pop_in_jump_nm"_q] = jump_nm;
    return row;
}

TEST(ActivationTests, AreUsedOnesOfTheSampleThatWereSearchedWhileTheirLoadRose) {
    std::vector<TestRow> rows(6, searched(100, 10));
    rows[1].status = Status::excluded;
    rows[2].sample = 1;
    rows[3].values["pop_ins"_q] = nan;
    rows[4].values["ramp_s"_q] = 0;
    rows[5].values["F_max_uN"_q] = 0;
    EXPECT_EQ(activation_tests(rows, 0).tests, 1u);
    EXPECT_EQ(activation_tests(rows, 1).tests, 1u);
    EXPECT_EQ(activation_tests(rows, 2).tests, 0u);
}

TEST(ActivationTests, APopInHasALoadAndAJump) {
    std::vector<TestRow> rows = {popped_in(60, 2),   popped_in(40, 3), popped_in(nan, 2),
                                 popped_in(50, nan), popped_in(50, 0), popped_in(0, 2)};
    const ActivationTests found = activation_tests(rows, 0);
    ASSERT_EQ(found.rates.size(), 1u);
    EXPECT_EQ(found.rates[0].searched.size(), 6u);
    EXPECT_EQ(found.rates[0].first_uN, (std::vector<double>{40, 60}));
    ASSERT_EQ(found.jumps.size(), 2u);
    EXPECT_EQ(found.jumps[0].load_uN, 60);
    EXPECT_EQ(found.jumps[0].jump_nm, 2);
    EXPECT_EQ(found.jumps[0].limit_nm, 0.5);
}

TEST(ActivationTests, RatesAreMeansOfTheirLoadFunction) {
    std::vector<TestRow> rows = {searched(100, 10), searched(300, 10), searched(100, 1, "fast")};
    rows[0].values["load_drops"_q] = 2;
    rows[0].values["E_r_GPa"_q] = 70;
    rows[1].values["E_r_GPa"_q] = 60;
    rows[1].values["E_r_hertz_GPa"_q] = 65;
    const ActivationTests found = activation_tests(rows, 0);
    EXPECT_EQ(found.load_drops, 1u);
    EXPECT_EQ(found.E_r_GPa, (std::vector<double>{60, 70}));
    EXPECT_EQ(found.E_r_hertz_GPa, std::vector<double>{65});
    ASSERT_EQ(found.rates.size(), 2u);
    EXPECT_EQ(found.rates[0].load_function, "fast");
    EXPECT_EQ(found.rates[0].load_rate_uN_per_s, 100);
    EXPECT_EQ(found.rates[1].load_rate_uN_per_s, 20);
    EXPECT_EQ(found.rates[1].F_max_uN, 200);
}

// In 200 cells of the stress, whose cube is the load: nothing is seen below 10 uN, which lies in
// the cell of 0.464 of the largest stress.
TEST(ActivationTests, AreSeenAsTheirLimitAllows) {
    std::vector<TestRow> rows = {popped_in(60, 2), searched(100, 10)};
    rows[1].values["pop_in_from_uN"_q] = 200;  // nothing is seen in this one
    const JumpLaw jumps{true, 0.5, 50, 0, 1};  // half of them are above 0.5 nm
    const auto loaded = loaded_tests(activation_tests(rows, 0), jumps, 80, 300);
    ASSERT_EQ(loaded.size(), 1u);
    EXPECT_EQ(loaded[0].without, 1u);
    EXPECT_EQ(loaded[0].load_rate_uN_per_s, 10);
    ASSERT_EQ(loaded[0].tau_GPa.size(), 1u);
    EXPECT_DOUBLE_EQ(loaded[0].tau_GPa[0], hertz_largest_shear_GPa(60, 80, 300));
    EXPECT_DOUBLE_EQ(loaded[0].tau_end_GPa, hertz_largest_shear_GPa(100, 80, 300));
    const auto& p = loaded[0].p_detect;
    ASSERT_EQ(p.size(), 200u);
    EXPECT_EQ(p[92], 0);  // (92.5/200)³ of 100 uN is 9.89 uN
    EXPECT_NEAR(p[93], 0.25, 1e-12);
    EXPECT_NEAR(p[199], 0.25, 1e-12);
}

}  // namespace
}  // namespace sneddon
