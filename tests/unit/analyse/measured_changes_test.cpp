#include "analyse/measured_changes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/nan.hpp"

namespace sneddon {
namespace {

Measured measured() {
    Measured made;
    made.F_max_uN = 200;
    made.h_peak_nm = 60;
    made.h_1_nm = 50;
    made.is_fitted = true;
    made.h_p_nm = 40;
    made.k_nm = 20;
    made.m = 1.6;
    made.start = {0.5, 10, 0.04};
    made.W_load_pJ = 4;
    made.W_hold_pJ = 2;
    made.W_total_pJ = 6;
    made.W_elast_pJ = 1.5;
    made.W_plast_pJ = 4.5;
    made.area_factor = 1.1;
    made.poisson_ratio = 0.3;
    return made;
}

void expect_equal(const Measured& found, const Measured& expected) {
    EXPECT_DOUBLE_EQ(found.F_max_uN, expected.F_max_uN);
    EXPECT_DOUBLE_EQ(found.h_peak_nm, expected.h_peak_nm);
    EXPECT_DOUBLE_EQ(found.h_1_nm, expected.h_1_nm);
    EXPECT_EQ(found.is_fitted, expected.is_fitted);
    EXPECT_DOUBLE_EQ(found.h_p_nm, expected.h_p_nm);
    EXPECT_DOUBLE_EQ(found.k_nm, expected.k_nm);
    EXPECT_DOUBLE_EQ(found.m, expected.m);
    EXPECT_DOUBLE_EQ(found.start.hold_rate_nm_per_s, expected.start.hold_rate_nm_per_s);
    EXPECT_DOUBLE_EQ(found.start.unload_rate_uN_per_s, expected.start.unload_rate_uN_per_s);
    EXPECT_DOUBLE_EQ(found.start.compliance_nm_per_uN, expected.start.compliance_nm_per_uN);
    EXPECT_DOUBLE_EQ(found.W_load_pJ, expected.W_load_pJ);
    EXPECT_DOUBLE_EQ(found.W_hold_pJ, expected.W_hold_pJ);
    EXPECT_DOUBLE_EQ(found.W_total_pJ, expected.W_total_pJ);
    EXPECT_DOUBLE_EQ(found.W_elast_pJ, expected.W_elast_pJ);
    EXPECT_DOUBLE_EQ(found.W_plast_pJ, expected.W_plast_pJ);
    EXPECT_DOUBLE_EQ(found.area_factor, expected.area_factor);
    EXPECT_DOUBLE_EQ(found.poisson_ratio, expected.poisson_ratio);
}

TEST(MeasuredChanges, AShiftMovesAllDepthsAndNothingElse) {
    Measured expected = measured();
    expected.h_peak_nm = 57;
    expected.h_1_nm = 47;
    expected.h_p_nm = 37;
    expect_equal(shifted(measured(), 3), expected);
}

// 10 uN of 200: the depth of the fit at the peak stays, its height shrinks with the load. 1e-3 pJ
// for a uN nm: 0.5 over 50 nm, 0.1 over the 10 nm of the hold, 0.2 over the 20 nm of the unloading.
TEST(MeasuredChanges, ALoadOffsetKeepsTheStiffness) {
    Measured expected = measured();
    expected.F_max_uN = 190;
    expected.k_nm = 19;
    expected.h_p_nm = 41;
    expected.W_load_pJ = 3.5;
    expected.W_hold_pJ = 1.9;
    expected.W_total_pJ = 5.4;
    expected.W_elast_pJ = 1.3;
    expect_equal(with_load_offset(measured(), 10), expected);
    Measured without_hold = measured();
    without_hold.h_1_nm = nan;
    const Measured found = with_load_offset(without_hold, 10);
    EXPECT_DOUBLE_EQ(found.W_load_pJ, 3.4);
    EXPECT_DOUBLE_EQ(found.W_hold_pJ, 2);
    EXPECT_DOUBLE_EQ(found.W_total_pJ, 5.4);
}

TEST(MeasuredChanges, AnotherPeakLoadKeepsTheFittedCurve) {
    Measured expected = measured();
    expected.F_max_uN = 220;
    expected.k_nm = 20 * std::pow(1.1, 1 / 1.6);
    expect_equal(with_peak_load(measured(), 20), expected);
}

// 0.01 nm/uN x 200 uN = 2 nm at the peak; h_p + k follow, and k by its slope, m times as much. Each
// ramp loses the triangle of 200 uN x 2 nm / 2.
TEST(MeasuredChanges, ACompliancePassesForDepth) {
    Measured expected = measured();
    expected.h_peak_nm = 58;
    expected.h_1_nm = 48;
    expected.k_nm = 20 - 2 * 1.6;
    expected.h_p_nm = 58 - expected.k_nm;
    expected.start.compliance_nm_per_uN = 0.03;
    expected.W_load_pJ = 3.8;
    expected.W_total_pJ = 5.8;
    expected.W_elast_pJ = 1.3;
    expect_equal(with_frame_compliance(measured(), 0.01), expected);
    Measured unfitted = measured();
    unfitted.is_fitted = false;
    const Measured found = with_frame_compliance(unfitted, 0.01);
    EXPECT_EQ(found.k_nm, 20);
    EXPECT_EQ(found.h_p_nm, 40);
    EXPECT_EQ(found.h_peak_nm, 58);
}

TEST(MeasuredChanges, ThePlasticWorkIsWhatIsLeft) {
    Measured expected = measured();
    expected.W_total_pJ = 7;
    expected.W_plast_pJ = 5.5;
    Measured changed = measured();
    changed.W_total_pJ = 7;
    expect_equal(with_balanced_works(changed), expected);
}

TEST(MeasuredChanges, AnUnloadingChangesByItsParameters) {
    Measured found = measured(), expected = measured();
    add_to_unloading(found, 3, -2, 0.125);
    expected.h_p_nm = 43;
    expected.k_nm = 18;
    expected.m = 1 / (0.625 + 0.125);
    expect_equal(found, expected);
}

TEST(MeasuredChanges, AScaleOfLoadOrDepthScalesTheWorks) {
    Measured load = measured(), depth = measured(), expected = measured();
    scale_load(load, 2);
    scale_depth(depth, 2);
    for (double* work :
         {&expected.W_load_pJ, &expected.W_hold_pJ, &expected.W_total_pJ, &expected.W_elast_pJ})
        *work *= 2;
    Measured of_depth = expected;
    expected.F_max_uN = 400;
    expected.start = {0.5, 20, 0.02};
    of_depth.start = {1, 10, 0.08};
    expect_equal(load, expected);
    for (double* each : {&of_depth.h_peak_nm, &of_depth.h_1_nm, &of_depth.h_p_nm, &of_depth.k_nm})
        *each *= 2;
    expect_equal(depth, of_depth);
}

TEST(MeasuredChanges, ADifferenceIsAddedSoManyTimes) {
    Measured up = measured(), down = measured(), expected = measured();
    up.F_max_uN += 3;
    up.h_peak_nm += 2;
    down.h_1_nm += 4;
    up.h_p_nm += 5;
    down.k_nm += 6;
    up.W_load_pJ += 7;
    down.W_hold_pJ += 8;
    up.W_total_pJ += 9;
    down.W_elast_pJ += 10;
    up.m = 1 / (0.625 + 0.25);
    up.start.hold_rate_nm_per_s += 0.2;
    down.start.compliance_nm_per_uN += 0.01;
    Measured found = measured();
    add_difference(found, up, down, 0.5);
    expected.F_max_uN += 1.5;
    expected.h_peak_nm += 1;
    expected.h_1_nm -= 2;
    expected.h_p_nm += 2.5;
    expected.k_nm -= 3;
    expected.W_load_pJ += 3.5;
    expected.W_hold_pJ -= 4;
    expected.W_total_pJ += 4.5;
    expected.W_elast_pJ -= 5;
    expected.m = 1 / (0.625 + 0.125);
    expected.start = {0.6, 10, 0.035};
    expect_equal(found, expected);
}

TEST(MeasuredChanges, AnUnloadingThatOneOfThemLacksIsLost) {
    for (const bool is_up : {true, false}) {
        Measured up = measured(), down = measured(), found = measured();
        (is_up ? up : down).is_fitted = false;
        add_difference(found, up, down, 1);
        EXPECT_FALSE(found.is_fitted);
        EXPECT_EQ(found.m, 1.6);
    }
    Measured unfitted = measured();
    unfitted.is_fitted = false;
    add_difference(unfitted, measured(), measured(), 1);
    EXPECT_FALSE(unfitted.is_fitted);
}

TEST(MeasuredChanges, ADriftedCurveIsShearedOverTheCycle) {
    Curve curve;
    curve.time_s = {0, 1, 2, 3, 4};
    curve.load_uN = {5, 6, 7, 8, 9};
    curve.depth_nm = {10, 10, 10, 10, 10};
    Cycle cycle;
    cycle.contact = 1;
    cycle.end = 4;
    const Curve found = drifted_curve(curve, cycle, 0.5, 2);
    EXPECT_EQ(found.depth_nm, (std::vector<double>{10, 10.5, 10, 9.5, 10}));
    EXPECT_EQ(found.time_s, curve.time_s);
    EXPECT_EQ(found.load_uN, curve.load_uN);
}

}  // namespace
}  // namespace sneddon
