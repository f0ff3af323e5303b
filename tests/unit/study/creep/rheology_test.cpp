#include "study/creep/rheology.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "study/creep/creep_curves.hpp"
#include "study/creep/laws_of_tests.hpp"
#include "study/creep/mean_hold_curve.hpp"
#include "study/creep/refitted_rheology.hpp"
#include "support/ramped_hold.hpp"
#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

using testing::RampedHold;

/// Tests of a Burgers half-space under a cone of 70.296 degrees, each with its own noise.
struct Study {
    RampedHold truth{5, 300, 0.011, 2e-5, {0.0015}, {6}, false};
    std::vector<TestRow> tests;
    HoldCurves holds{std::size_t{1} << 30};
    StudyOptions options;

    Study(int n, double noise_nm) {
        options.creep_resamples = 50;
        options.rheology = RheologyContact::cone;
        options.area_function = AreaFunction{};
        options.area_function->half_angle_deg = 70.296;
        for (int i = 0; i < n; ++i) {
            tests.push_back(testing::used_row(i, 60, 4.3, 3));
            tests.back().values["ramp_s"_q] = truth.ramp;
            tests.back().values["h_max_nm"_q] = truth.depth_nm(60, 2);
            tests.back().values["h_c_nm"_q] = 0.75 * truth.depth_nm(60, 2);
            holds.add(hold_of(tests.back().test_id, i, noise_nm));
        }
        holds.sort();
    }

    HoldCurve hold_of(const std::string& id, int number, double noise_nm) const {
        RandomStream random(8, static_cast<std::uint64_t>(number));
        HoldCurve hold;
        hold.test_id = id;
        hold.step_s = 0.1;
        hold.h_1_nm = truth.depth_nm(0, 2);
        for (int k = 0; k <= 600; ++k)
            hold.depth_nm.push_back(static_cast<float>(truth.depth_nm(0.1 * k, 2) - hold.h_1_nm +
                                                       noise_nm * random.normal()));
        return hold;
    }

    RheologyFinding find() const {
        const auto tables = hold_tables(tests, holds);
        return find_creep_curves(tests, tables, nullptr, options).at(0).rheology;
    }
};

// Depths are floats: a part in 10^7 of 3 nm, and they are rounded to 1e-6 nm.
TEST(Rheology, ABurgersHalfSpaceUnderAConeGivesItsParametersBack) {
    const Study study(4, 0);
    const RheologyFinding found = study.find();
    EXPECT_EQ(found.reason, "");
    ASSERT_NE(found.choice.best(), nullptr);
    const auto& fit = found.choice.fits[static_cast<std::size_t>(RetardationModel::burgers)];
    EXPECT_NEAR(fit.instantaneous, 0.011, 1e-6);
    EXPECT_NEAR(fit.point.flow, 2e-5, 1e-8);
    EXPECT_NEAR(fit.point.strength[0], 0.0015, 2e-6);
    EXPECT_NEAR(fit.point.tau[0], 6, 0.01);
    EXPECT_TRUE(found.has_instantaneous);
    EXPECT_NEAR(found.ramp_s, 5, 1e-12);
}

/// The law and the models of the mean of all tests.
CreepCurve curve_of(const HoldTable& table, const Study& study) {
    StudyOptions options = study.options;
    options.creep_resamples = 0;
    return find_creep_curves(study.tests, {table}, nullptr, options).at(0);
}

// A mean of some tests, once with the compliance of every reading and once along the tangent.
// Means are rounded to 1e-6 nm; what the tangent misses follows the misfit of the law.
TEST(Rheology, ARefitAlongTheTangentIsThatOfTheReadings) {
    const Study study(9, 0.05);
    const HoldTable table = hold_tables(study.tests, study.holds).at(0);
    const CreepCurve curve = curve_of(table, study);
    ASSERT_NE(curve.rheology.choice.best(), nullptr);
    const auto basis = LinearPowerBasis::make(table.instants_s);
    const CompressedHolds holds(table, *basis, 1);
    const std::vector<double> times = {2, 0, 1, 3, 0, 0, 1, 1, 1};
    const std::vector<double> mean_nm = weighted_mean_nm(table, times);
    const std::vector<double> compressed = holds.weighted_mean(times);
    const std::vector<double> expected = holds.axis().compress(mean_nm);
    for (std::size_t k = 0; k < expected.size(); ++k)
        EXPECT_NEAR(compressed[k], expected[k], 1e-5 * (1 + std::fabs(expected[k])));

    const std::vector<std::size_t> members = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    const HoldRheology rheology(study.tests, table, members, curve, study.options);
    const RetardationFit along =
        RefittedRheology(rheology, curve, holds)
            .of(compressed, holds.at_nodes(fit_linear_power(*basis, mean_nm, creep_law_options())));
    const RetardationFit by_reading =
        RetardationRefit(rheology.basis(), *curve.rheology.choice.best())(
            holds.axis().compress(rheology.compliance().of(mean_nm)));
    ASSERT_TRUE(along.is_fitted() && by_reading.is_fitted());
    EXPECT_NEAR(along.point.tau[0], by_reading.point.tau[0], 1e-3 * by_reading.point.tau[0]);
    EXPECT_NEAR(along.point.strength[0], by_reading.point.strength[0],
                1e-3 * by_reading.point.strength[0]);
    EXPECT_NEAR(along.instantaneous, by_reading.instantaneous, 1e-5);
    // The mean of other tests is another curve: the tangent does not just repeat the fit of all.
    EXPECT_GT(std::fabs(along.point.tau[0] - curve.rheology.choice.best()->point.tau[0]), 0.01);
}

TEST(Rheology, TheModelOfTheHoldIsChosenAndResampledOverTests) {
    const Study study(9, 0.05);
    const RheologyFinding found = study.find();
    ASSERT_NE(found.choice.best(), nullptr);
    EXPECT_EQ(found.choice.best()->model, RetardationModel::burgers);
    EXPECT_LT(found.choice.best()->aicc, found.creep_law_aicc);
    EXPECT_EQ(found.resampling.replicates, 50u);
    EXPECT_LT(found.resampling.tau[0].low, 6);
    EXPECT_GT(found.resampling.tau[0].high, 6);
    EXPECT_LT(found.resampling.tau[0].high - found.resampling.tau[0].low, 3);
    // A drift of 0.01 nm/s: 2 a u/F, a = (2/pi) tan(alpha) h.
    const double a_nm = 2 / 3.14159265358979 * std::tan(70.296 * 3.14159265358979 / 180) *
                        study.truth.depth_nm(60, 2);
    EXPECT_NEAR(found.u_drift_flow, 2e-3 * a_nm * 0.01 / 300, 1e-8);
}

// What was fitted is on the scale of depths: the residual of the right model is the noise there.
TEST(Rheology, ResidualsAreDepths) {
    const Study study(9, 0.3);
    const RheologyFinding found = study.find();
    ASSERT_NE(found.choice.best(), nullptr);
    EXPECT_NEAR(found.choice.best()->residual_sd * found.nm_per_compliance, 0.1, 0.01);
}

TEST(Rheology, WithoutItsInputItSaysWhy) {
    Study study(4, 0.05);
    study.options.rheology = RheologyContact::none;
    EXPECT_NE(study.find().reason.find("none"), std::string::npos);
    study.options.rheology = RheologyContact::contact_radius;
    study.options.area_function.reset();
    const RheologyFinding found = study.find();
    EXPECT_NE(found.reason.find("no area function"), std::string::npos);
    EXPECT_EQ(found.choice.best(), nullptr);
    study.options.rheology = RheologyContact::cone;
    for (TestRow& row : study.tests) row.values["ramp_s"_q] = nan;
    EXPECT_NE(study.find().reason.find("no time of loading"), std::string::npos);
}

}  // namespace
}  // namespace sneddon
