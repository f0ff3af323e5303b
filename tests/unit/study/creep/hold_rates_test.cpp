#include "study/creep/hold_rates.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

const AreaFunction cone;

ContactOfHold rigid_contact() {
    return ContactOfHold::make(cone, {300, 40, 1e-12, 0.75}).value();
}

// A rigid cone with h_c = 40 (t/60)^c: rate c/t, H like t^(-2c), so ln H has the slope 2c over
// ln rate at every window.
TEST(RatesOfHold, OfAPowerOfTimeUnderARigidCone) {
    const double c = 0.3, b = 40 / std::pow(60, c);
    for (const double begin : {0.1, 0.5}) {
        StudyOptions options;
        options.rate_window_begin = begin;
        const RatesOfHold rates = rates_of_hold({0, b, c}, 60, rigid_contact(), options);
        EXPECT_NEAR(rates.strain_rate_end_per_s, c / 60, 1e-9);
        EXPECT_NEAR(rates.sensitivity, 2 * c, 1e-7) << begin;
        EXPECT_NEAR(rates.t_s.front(), 60 * begin, 1e-12);
        EXPECT_NEAR(rates.t_s.back(), 48, 1e-12);
        EXPECT_NEAR(rates.H_GPa.front(), 300e3 / (24.5 * 1600 * std::pow(begin, 2 * c)), 1e-7);
    }
}

TEST(RatesOfHold, MoveWithTheWindowWhereTheDepthIsNoPowerOfTime) {
    StudyOptions early, late;
    early.rate_window_end = 0.4;
    late.rate_window_begin = 0.4;
    const CreepLaw law{0.03, 0.4, 0.6};
    EXPECT_GT(rates_of_hold(law, 60, rigid_contact(), late).sensitivity,
              1.2 * rates_of_hold(law, 60, rigid_contact(), early).sensitivity);
}

TEST(RatesOfHold, HaveNoSensitivityAtOneRateAndTheLimitWhereTheyEnd) {
    EXPECT_TRUE(std::isnan(rates_of_hold({0, 0, 0.5}, 60, rigid_contact(), {}).sensitivity) ||
                rates_of_hold({0, 0, 0.5}, 60, rigid_contact(), {}).sensitivity == 0);
    EXPECT_EQ(rates_of_hold({-0.02, 0.4, 0.3}, 60, rigid_contact(), {}).sensitivity, 0);
}

ContactsOfTable two_contacts() {
    ContactsOfTable contacts;
    contacts.area = &cone;
    contacts.rows = {{300, 50, 0.05, 0.75}, {}, {306, 56, 0.06, 0.75}};
    contacts.since_contact_s = {70, 70, 70};
    return contacts;
}

TEST(MeanContact, WeighsThoseThatAreKnown) {
    const std::vector<double> times = {2, 5, 1};
    const HoldContact mean = mean_contact(two_contacts(), times);
    EXPECT_DOUBLE_EQ(mean.F_uN, 302);
    EXPECT_DOUBLE_EQ(mean.h_max_nm, 52);
    EXPECT_NEAR(mean.compliance_nm_per_uN, 0.16 / 3, 1e-15);
    const std::vector<double> unknown = {0, 5, 0};
    EXPECT_FALSE(mean_contact(two_contacts(), unknown).is_known());
}

// A drift of d is in a and, since the contact, in h_max: what is left is the law less d.
TEST(RateReplicates, AreThoseOfTheLawAndOfTheLawLessTheDrift) {
    const std::vector<double> times = {1, 0, 0};
    RateReplicates replicates;
    replicates.add({0.05, 0.4, 0.5}, 60, two_contacts(), times, 0.02, {});
    ASSERT_EQ(replicates.strain_rate.size(), 1u);
    ASSERT_EQ(replicates.drifted_strain_rate.size(), 1u);
    const auto as_it_is = ContactOfHold::make(cone, {300, 50, 0.05, 0.75}).value();
    const auto without = ContactOfHold::make(cone, {300, 50 - 1.4, 0.05, 0.75}).value();
    EXPECT_DOUBLE_EQ(replicates.strain_rate[0],
                     rates_of_hold({0.05, 0.4, 0.5}, 60, as_it_is, {}).strain_rate_end_per_s);
    EXPECT_DOUBLE_EQ(replicates.drifted_strain_rate[0],
                     rates_of_hold({0.03, 0.4, 0.5}, 60, without, {}).strain_rate_end_per_s);
    EXPECT_GT(replicates.sensitivity[0], replicates.drifted_sensitivity[0]);
}

TEST(AddIntervals, TurnThoseOfTheSensitivityRoundForItsInverse) {
    RateReplicates replicates;
    for (int i = 0; i <= 1000; ++i) {
        replicates.sensitivity.push_back(0.1 + 0.0001 * i);
        replicates.drifted_sensitivity.push_back(i < 400 ? 0 : 0.2);
    }
    HoldRates rates;
    rates.sensitivity.value = 0.15;
    rates.stress_exponent.value = 1 / 0.15;
    rates.stz_volume_nm3.value = 3;
    add_intervals(replicates, 100000, rates);
    EXPECT_NEAR(rates.sensitivity.ci95_tests.low, 0.1025, 1e-4);
    EXPECT_NEAR(rates.stress_exponent.ci95_tests.low, 1 / 0.1975, 1e-3);
    EXPECT_NEAR(rates.stress_exponent.ci95_tests.high, 1 / 0.1025, 1e-2);
    EXPECT_NEAR(rates.stz_volume_nm3.ci95_tests.high, 0.45 / 0.1025, 1e-2);
    EXPECT_EQ(rates.sensitivity.ci95_tests_and_drift.low, 0);
    EXPECT_TRUE(std::isinf(rates.stress_exponent.ci95_tests_and_drift.high)) << "null in JSON";
}

// 24 tests: the tails are those of 2.113 = sqrt(24/23) 2.0687 standard deviations, 1.73 %.
TEST(AddIntervals, ReachFurtherForFewTests) {
    RateReplicates replicates;
    for (int i = 0; i <= 10000; ++i) replicates.strain_rate.push_back(0.0001 * i);
    HoldRates rates;
    add_intervals(replicates, 24, rates);
    EXPECT_NEAR(rates.strain_rate_per_s.ci95_tests.low, 0.0173, 2e-4);
    EXPECT_NEAR(rates.strain_rate_per_s.ci95_tests.high, 0.9827, 2e-4);
}

// k 295 K = 4.0729e-21 J; tau = 0.8468 GPa, tau/tau_C = 0.73504, C' = 0.866025 * 0.0267² / 0.036 *
// 0.514743 = 0.0088278; 4.0729e-3/(0.0088278 * 0.02 * 4.4) nm³, within what Pan et al. report for
// metallic glasses.
TEST(StzVolume, ByHand) {
    const StzVolume zone = stz_volume(0.02, 4.4, {32, 21.85});
    EXPECT_NEAR(zone.stress_share, 0.73504, 1e-4);
    EXPECT_NEAR(zone.C, 0.0088278, 1e-6);
    EXPECT_NEAR(zone.volume_nm3, 5.243, 2e-3);
    EXPECT_NEAR(stz_volume(0.04, 4.4, {32, 21.85}).volume_nm3, zone.volume_nm3 / 2, 1e-12);
}

TEST(StzVolume, IsEmptyWithoutItsFactsAndAboveTheStrength) {
    EXPECT_TRUE(std::isnan(stz_volume(0.02, 4.4, {}).volume_nm3));
    EXPECT_TRUE(std::isnan(stz_volume(0.02, 4.4, {nan, 20}).volume_nm3));
    EXPECT_TRUE(std::isnan(stz_volume(0, 4.4, {32, 20}).volume_nm3));
    const StzVolume above = stz_volume(0.02, 4.4, {20, 20});
    EXPECT_TRUE(std::isnan(above.volume_nm3));
    EXPECT_GT(above.stress_share, 1);
}

}  // namespace
}  // namespace sneddon
