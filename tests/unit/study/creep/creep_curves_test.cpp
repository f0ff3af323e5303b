#include "study/creep/creep_curves.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "study/creep/laws_of_tests.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

struct Study {
    std::vector<TestRow> tests;
    HoldCurves holds{std::size_t{1} << 30};
    StudyOptions options;

    /// Tests of a = 0.03, c = 0.6 and of a = 0, c = 0.3, b = 0.4 in both, by turns.
    explicit Study(int n) {
        options.creep_resamples = 20;
        for (int i = 0; i < n; ++i) {
            const bool is_deep = i % 2 == 0;
            tests.push_back(testing::used_row(i, 60, 4.3, is_deep ? 6.5 : 1.4));
            tests.back().values["h_max_nm"_q] = 52;
            tests.back().values["h_c_nm"_q] = 40;  // 12 nm of 52 are elastic
            tests.back().values["S_uN_per_nm"_q] = 0.75 * 300 / 12;
            tests.back().values["S_e_uN_per_nm"_q] = 0.75 * 300 / 12;
            tests.back().values["ramp_s"_q] = 10;
            holds.add(testing::law_hold(tests.back().test_id, 60, 10, is_deep ? 0.03 : 0, 0.4,
                                        is_deep ? 0.6 : 0.3));
        }
        holds.sort();
    }
};

TEST(TestLaws, EachTestsHoldGivesItsLawBack) {
    Study study(6);
    set_test_laws(study.tests, hold_tables(study.tests, study.holds), study.options);
    const QuantityValues& deep = study.tests[0].values;
    EXPECT_NEAR(deep["creep_a_nm_per_s"_q], 0.03, 1e-5);  // depths are floats
    EXPECT_NEAR(deep["creep_b_nm"_q], 0.4, 1e-4);
    EXPECT_NEAR(deep["creep_c"_q], 0.6, 1e-4);
    EXPECT_NEAR(deep["creep_rate_nm_per_s"_q], 0.03 + 0.4 * 0.6 * std::pow(60, -0.4), 1e-5);
    EXPECT_NEAR(deep["creep_30s_nm"_q], 0.03 * 30 + 0.4 * std::pow(30, 0.6), 1e-3);
    EXPECT_NEAR(study.tests[1].values["creep_c"_q], 0.3, 1e-4);
}

TEST(CreepCurves, WithoutClustersThereIsTheMeanOfAllWithItsBand) {
    Study study(6);
    const auto tables = hold_tables(study.tests, study.holds);
    const auto curves = find_creep_curves(study.tests, tables, nullptr, study.options);
    ASSERT_EQ(curves.size(), 1u);
    EXPECT_EQ(curves[0].n, 6u);
    EXPECT_EQ(curves[0].file, "hold_curves_1.csv");
    const double deep = 0.03 * 60 + 0.4 * std::pow(60, 0.6), shallow = 0.4 * std::pow(60, 0.3);
    EXPECT_NEAR(curves[0].curve.mean_nm.back(), 0.5 * (deep + shallow), 2e-6);
    // Three values at each of two places: sd = (distance/2) sqrt(6/5).
    EXPECT_NEAR(curves[0].curve.sd_nm.back(), 0.5 * (deep - shallow) * std::sqrt(1.2), 2e-6);
    EXPECT_GT(curves[0].resampling.replicates, 0u);
    EXPECT_LT(curves[0].resampling.a_nm_per_s.low, curves[0].fit.a);
    EXPECT_GT(curves[0].resampling.a_nm_per_s.high, curves[0].fit.a);
}

TEST(CreepCurves, OfAClusterHaveItsLaw) {
    Study study(6);
    ClusterFinding clusters;
    clusters.chosen = 2;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        study.tests[i].cluster = static_cast<int>(i % 2);
        clusters.tests.push_back(i);
        clusters.posteriors.insert(clusters.posteriors.end(),
                                   {i % 2 == 0 ? 1.0 : 0.0, i % 2 == 0 ? 0.0 : 1.0});
    }
    const auto tables = hold_tables(study.tests, study.holds);
    const auto curves = find_creep_curves(study.tests, tables, &clusters, study.options);
    ASSERT_EQ(curves.size(), 3u);
    EXPECT_NEAR(curves[1].fit.a, 0.03, 1e-5);
    EXPECT_NEAR(curves[1].fit.c, 0.6, 1e-4);
    EXPECT_NEAR(curves[1].weighted.a_nm_per_s, curves[1].fit.a, 1e-9);
    EXPECT_NEAR(curves[1].n_effective, 3, 1e-12);
    EXPECT_NEAR(curves[2].fit.c, 0.3, 1e-4);
    EXPECT_FALSE(curves[1].sensitivity.empty());
}

// dh_c = dh/(1 - 12/40): a rate over the contact depth of a cone, and more by what is elastic.
TEST(CreepCurves, StrainRateOfAConeIsTheRateOfItsContactOverItsDepth) {
    Study study(4);
    study.options.area_function = AreaFunction{};
    const auto tables = hold_tables(study.tests, study.holds);
    const auto curves = find_creep_curves(study.tests, tables, nullptr, study.options);
    ASSERT_EQ(curves.size(), 1u);
    const HoldRates& rates = curves[0].rates;
    EXPECT_NEAR(rates.strain_rate_per_s.value, curves[0].rate_end_nm_per_s / 40 / 0.7, 1e-8);
    EXPECT_NEAR(rates.contact_growth, 2, 1e-6);
    EXPECT_TRUE(rates.doubts.empty());
    EXPECT_GT(rates.sensitivity.value, 0);
    EXPECT_DOUBLE_EQ(rates.stress_exponent.value, 1 / rates.sensitivity.value);
    EXPECT_LT(rates.sensitivity.ci95_tests.low, rates.sensitivity.ci95_tests.high);
    EXPECT_EQ(rates.stz_reason, "study.shear_modulus_GPa is not given");
}

TEST(CreepCurves, RatesAreDoubtedUnderABluntTipAndWithinTheDrift) {
    Study study(4);
    study.options.area_function = AreaFunction{};
    study.options.area_function->kind = AreaFunction::Kind::cap_cone;
    study.options.area_function->radius_nm = 300;
    study.options.u_drift_nm_per_s = 1;
    study.options.shear_modulus_GPa = 32;
    study.options.temperatures_C = {20};
    const auto tables = hold_tables(study.tests, study.holds);
    const auto curves = find_creep_curves(study.tests, tables, nullptr, study.options);
    EXPECT_EQ(curves[0].rates.doubts, (std::vector<std::string>{"SND-G080", "SND-G081"}));
    EXPECT_GT(curves[0].rates.stz_volume_nm3.value, 0);
    const RatedValue& rate = curves[0].rates.strain_rate_per_s;
    EXPECT_GT(rate.ci95_tests.low, 0);
    EXPECT_LT(rate.ci95_tests_and_drift.low, 0) << "1 nm/s is more than all of it";
    study.options.area_function.reset();
    const auto without = find_creep_curves(study.tests, tables, nullptr, study.options);
    EXPECT_EQ(without[0].rates.reason, "no area function is given");
}

TEST(TestLaws, OfATestHaveItsOwnRates) {
    Study study(2);
    study.options.area_function = AreaFunction{};
    set_test_laws(study.tests, hold_tables(study.tests, study.holds), study.options);
    const QuantityValues& deep = study.tests[0].values;
    EXPECT_NEAR(deep["strain_rate_per_s"_q], deep["creep_rate_nm_per_s"_q] / 40 / 0.7, 1e-8);
    EXPECT_GT(deep["rate_sensitivity"_q], study.tests[1].values["rate_sensitivity"_q]);
}

TEST(HoldTables, LeaveOutShortHoldsAndOtherRates) {
    Study study(8);
    study.tests.push_back(testing::used_row(100, 60, 4.3, 1));
    study.holds.add(testing::law_hold("t100", 20, 10, 0, 1, 0.5));
    study.tests.push_back(testing::used_row(101, 60, 4.3, 1));
    study.holds.add(testing::law_hold("t101", 60, 20, 0, 1, 0.5));
    study.holds.sort();
    const auto tables = hold_tables(study.tests, study.holds);
    ASSERT_EQ(tables.size(), 1u);
    EXPECT_EQ(tables[0].rows.size(), 8u);
    EXPECT_EQ(tables[0].size, 601u);
}

}  // namespace
}  // namespace sneddon
