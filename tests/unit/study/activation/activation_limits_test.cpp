// When pop-ins have an activation volume: each limit from both sides, on rows made by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "study/activation/find_activation.hpp"
#include "study/activation/hazard_likelihood.hpp"

namespace sneddon {
namespace {

/// `with` tests that pop in between 40 and 80 uN of 200 under one rate, and one that does not.
std::vector<TestRow> rows_of(int with) {
    std::vector<TestRow> rows;
    for (int i = 0; i <= with; ++i) {
        TestRow row;
        row.load_function = "rate 10";
        row.values["F_max_uN"_q] = 200;
        row.values["ramp_s"_q] = 20;
        row.values["E_r_GPa"_q] = 48;
        row.values["pop_ins"_q] = row.values["load_drops"_q] = 0;
        row.values["pop_in_limit_nm"_q] = 0.2;
        row.values["pop_in_from_uN"_q] = 1;
        if (i < with) {
            row.values["pop_ins"_q] = 1;
            row.values["pop_in_load_uN"_q] = 40 + 40.0 * (i * 7 % with) / with;
            row.values["pop_in_jump_nm"_q] = 3 + 0.1 * (i % 5);
            row.values["E_r_hertz_GPa"_q] = 48;
        }
        rows.push_back(row);
    }
    return rows;
}

std::string reason_of(const std::vector<TestRow>& rows) {
    return activation_of(rows, 0, 25, 300, {}).reason;
}

TEST(ActivationLimits, TwentyPopInsAreEnough) {
    EXPECT_EQ(reason_of(rows_of(20)), "");
    EXPECT_EQ(reason_of(rows_of(19)), "fewer than 20 tests have a pop-in");
    auto rows = rows_of(20);
    rows.front().values["E_r_hertz_GPa"_q] = nan;
    EXPECT_NE(reason_of(rows).find("too few points"), std::string::npos);
}

// A third of 24 below, at and above 48 GPa: the quartiles are those below and above.
TEST(ActivationLimits, OneSphereHasOneModulus) {
    const auto with_spread = [](double part) {
        auto rows = rows_of(24);
        for (std::size_t i = 0; i < 24; ++i)
            rows[i].values["E_r_hertz_GPa"_q] =
                48 * (1 + part / 2 * (static_cast<double>(i % 3) - 1));
        return reason_of(rows);
    };
    EXPECT_EQ(with_spread(0.48), "");
    EXPECT_NE(with_spread(0.52).find("differs from test to test"), std::string::npos);
}

TEST(ActivationLimits, ItIsThatOfTheUnloadingWithinAFactorOfOneAndAHalf) {
    const auto with_modulus = [](double E_r_GPa) {
        auto rows = rows_of(24);
        for (TestRow& row : rows) row.values["E_r_GPa"_q] = E_r_GPa;
        return reason_of(rows);
    };
    EXPECT_EQ(with_modulus(48 / 1.49), "");
    EXPECT_EQ(with_modulus(48 * 1.49), "");
    for (const double far : {48 / 1.51, 48 * 1.51})
        EXPECT_NE(with_modulus(far).find("not that of a sphere of this radius"), std::string::npos);
}

// A hazard so large that every able test pops in before the end, and sees it in 3 of 4 cells.
TEST(ActivationLimits, ExpectedAreTheAbleTestsThatAreSeen) {
    LoadedTests tests;
    tests.load_rate_uN_per_s = 30;
    tests.tau_end_GPa = 4;
    tests.tau_GPa = {1, 1.2, 1.5};
    tests.without = 7;
    HazardFit fit;
    fit.b_per_GPa = 7;
    fit.share = 0.5;
    fit.log_hazard = 40;
    fit.tau_reference_GPa = 3.5;
    fit.rate_reference_uN_per_s = 30;
    tests.p_detect = {1, 1, 1, 1};
    EXPECT_NEAR(expected_with(tests, fit), 5, 1e-12);
    tests.p_detect = {0, 0, 0, 0};
    EXPECT_EQ(expected_with(tests, fit), 0);
    fit.log_hazard = -40;  // none pops in: rounding of 1 - exp(-e^-33)
    tests.p_detect = {1, 1, 1, 1};
    EXPECT_NEAR(expected_with(tests, fit), 0, 1e-9);
}

}  // namespace
}  // namespace sneddon
