#include "study/activation/find_activation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analyse/hertz.hpp"
#include "study/activation/thermal_hazard.hpp"
#include "unit/study/activation/drawn_pop_ins.hpp"

namespace sneddon {
namespace {

constexpr double E_r_GPa = 48, radius_nm = 300;

double load_at(double tau_GPa) {
    return std::pow(tau_GPa / hertz_largest_shear_GPa(1, E_r_GPa, radius_nm), 3);
}

/// Rows of tests whose jumps are large and well above their limit.
std::vector<TestRow> rows_of(const std::vector<LoadedTests>& drawn) {
    std::vector<TestRow> rows;
    RandomStream stream(11, 0);
    for (const LoadedTests& tests : drawn) {
        TestRow row;
        row.load_function = "rate " + std::to_string(static_cast<int>(tests.load_rate_uN_per_s));
        row.values["F_max_uN"_q] = load_at(tests.tau_end_GPa);
        row.values["ramp_s"_q] = row.values["F_max_uN"_q] / tests.load_rate_uN_per_s;
        row.values["E_r_GPa"_q] = 0.95 * E_r_GPa;
        row.values["pop_ins"_q] = row.values["load_drops"_q] = 0;
        row.values["pop_in_limit_nm"_q] = 0.2;
        row.values["pop_in_from_uN"_q] = 1;
        for (std::size_t i = 0; i < tests.without; ++i) rows.push_back(row);
        for (const double tau : tests.tau_GPa) {
            row.values["pop_ins"_q] = 1;
            row.values["pop_in_load_uN"_q] = load_at(tau);
            row.values["pop_in_jump_nm"_q] = 3 * std::exp(0.2 * stream.normal());
            row.values["E_r_hertz_GPa"_q] = E_r_GPa;
            rows.push_back(row);
        }
    }
    return rows;
}

ActivationFinding found_in(const std::vector<TestRow>& rows, double temperature_C = 25,
                           double radius = radius_nm) {
    return activation_of(rows, 0, temperature_C, radius, {});
}

// The same fit as of the stresses themselves, at k T; zones follow by their definitions.
TEST(Activation, IsThatOfTheStresses) {
    const auto drawn = testing::draw_pop_ins({}, 2);
    const ActivationFinding found = found_in(rows_of(drawn));
    ASSERT_EQ(found.reason, "");
    const HazardFit fit = fit_hazard(drawn, {});
    EXPECT_NEAR(found.volume_nm3 / (fit.b_per_GPa * thermal_energy_GPa_nm3(25)), 1, 1e-6);
    EXPECT_NEAR(found.share, fit.share, 1e-6);
    EXPECT_NEAR(found.zone_volume_nm3, 10 * found.volume_nm3, 1e-12);
    EXPECT_NEAR(M_PI / 6 * std::pow(found.zone_diameter_nm, 3), found.zone_volume_nm3, 1e-9);
    ASSERT_EQ(found.rates.size(), 3U);
    for (const ActivationRate& rate : found.rates)
        EXPECT_EQ(rate.tau_GPa.size(), rate.log_log.size());
    EXPECT_EQ(found.stz_reason, "study.shear_modulus_GPa is not given");
    // k T d ln(-ln(1 - F))/d tau holds 2/tau of the time: 2/2.4 of 7.3 per GPa; its tails are
    // noisy.
    EXPECT_NEAR(found.line_volume_nm3 / found.volume_nm3, 1 + 2 / (2.4 * 7.3), 0.1);
}

// V* goes like 1/tau, and tau like E_r^(2/3)/R^(2/3).
TEST(Activation, GrowsWithTheRadiusAtOneModulus) {
    const auto rows = rows_of(testing::draw_pop_ins({}, 2));
    EXPECT_NEAR(found_in(rows, 25, 8 * radius_nm).volume_nm3 / found_in(rows).volume_nm3, 4, 0.04);
}

// Attempts that the stressed volume makes take 3/tau of the slope.
TEST(Activation, IsLessWhereTheStressedVolumeAttempts) {
    const ActivationFinding found = found_in(rows_of(testing::draw_pop_ins({}, 2)));
    EXPECT_NEAR(1 - found.sites_volume_nm3 / found.volume_nm3, 3 / (2.4 * 7.3), 0.03);
}

TEST(Activation, SaysWhenTheRateDoesNotAct) {
    testing::DrawnPopIns athermal;
    athermal.rate_power = 0;
    const ActivationFinding found = found_in(rows_of(testing::draw_pop_ins(athermal, 5)));
    ASSERT_EQ(found.remarks.size(), 1U);
    EXPECT_NE(found.remarks[0].find("less than its spread says"), std::string::npos);
    // Of thermal ones a 95 % interval misses 1 in 20: three or more of five with 0.1 %.
    std::size_t remarks = 0;
    for (std::uint64_t seed = 11; seed <= 15; ++seed)
        remarks += found_in(rows_of(testing::draw_pop_ins({}, seed))).remarks.size();
    EXPECT_LE(remarks, 2U);
}

TEST(Activation, OfOneRateSaysSo) {
    auto drawn = testing::draw_pop_ins({}, 2);
    drawn.resize(1);
    const ActivationFinding found = found_in(rows_of(drawn));
    EXPECT_EQ(found.reason, "");
    EXPECT_TRUE(is_nan(found.rate_power));
    ASSERT_EQ(found.remarks.size(), 1U);
    EXPECT_TRUE(found.remarks[0].starts_with("There is one rate of load"));
}

TEST(Activation, IsRefusedWithAReason) {
    auto rows = rows_of(testing::draw_pop_ins({}, 2));
    EXPECT_EQ(found_in(rows, nan).reason, "study.toml states no temperature_C");
    EXPECT_EQ(found_in(rows, 25, nan).reason, "the radius of the tip is not known");
    testing::DrawnPopIns few;
    few.tests = 6;
    EXPECT_EQ(found_in(rows_of(testing::draw_pop_ins(few, 1))).reason,
              "fewer than 20 tests have a pop-in");
    auto soft = rows;
    for (TestRow& row : soft) row.values["E_r_GPa"_q] = 20;
    EXPECT_TRUE(found_in(soft).reason.starts_with("the loading before the pop-ins is not that of"));
    rows.front().values["load_drops"_q] = 1;
    EXPECT_EQ(found_in(rows).reason, "the depth was controlled, not the load");
}

TEST(Activation, IsOfSamplesWithAPopIn) {
    StudyResult study;
    study.tests = rows_of(testing::draw_pop_ins({}, 2));
    StudyOptions options;
    options.temperatures_C = {25.0};
    options.tip_radius_nm = radius_nm;
    ASSERT_EQ(find_activation(study, options).size(), 1U);
    std::erase_if(study.tests, [](const TestRow& row) { return row.values["pop_ins"_q] > 0; });
    EXPECT_TRUE(find_activation(study, options).empty());
}

}  // namespace
}  // namespace sneddon
