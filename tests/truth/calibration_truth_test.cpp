// Simulated calibrations: curves of silica and sapphire whose tip and frame are known, read,
// analysed and calibrated as those of a laboratory.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "sneddon/pipeline/simulate.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "sneddon/tools/calibrate.hpp"
#include "support/simulated_tests.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon::testing {
namespace {

constexpr std::uint64_t seeds = 6;

std::string simulated_folder(const TemporaryFolder& folder, std::uint64_t seed) {
    SimulateRequest request;
    request.preset = "calibration";
    request.seed = seed;
    request.output_folder = (folder.path() / std::to_string(seed)).string();
    const auto made = simulate(request, {});
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : message(made.error()));
    return request.output_folder;
}

CalibrationRequest request_for(const std::string& folder, bool has_second) {
    CalibrationRequest request;
    request.run.paths = {folder + "/fused-silica"};
    request.form = AreaForm::cap_cone;
    if (!has_second) return request;
    request.second_paths = {folder + "/sapphire"};
    request.second_reference = "sapphire";
    request.frame_from = FrameFrom::area;
    return request;
}

struct Seen {
    double sum = 0;
    int covered = 0;
    void add(double value, double u, double truth) {
        sum += value;
        covered += std::abs(value - truth) < 2 * u ? 1 : 0;
    }
    double mean() const { return sum / seeds; }
};

// Over 20 seeds frame, radius and angle scatter by 0.031, 12 and 0.14 with one material, by 0.035,
// 7 and 0.11 with two: means of 6 are held to 4 standard errors. Of 6 intervals of 2 u, 95 % each,
// 4 hold the truth but for 1 time in 450.
void expect_truth(bool has_second, double reach_R_nm) {
    const auto plan = simulation_plan("calibration", {});
    ASSERT_TRUE(plan.ok());
    const double C_f = plan->instrument.frame_left_nm_per_uN, R = plan->tip.radius_nm;
    const double angle = plan->tip.half_angle_deg;
    const TemporaryFolder folder;
    Seen frame, radius, half_angle, E;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto report = calibrate(request_for(simulated_folder(folder, seed), has_second));
        ASSERT_TRUE(report.ok()) << message(report.error());
        const AreaCalibration& found = *report->area;
        frame.add(found.C_f_nm_per_uN, found.u_C_f_nm_per_uN, C_f);
        radius.add(found.parameters[0], found.standard_error(0), R);
        half_angle.add(found.parameters[1], found.standard_error(1), angle);
        E.add(found.E_GPa, found.u_E_GPa, 72);
        EXPECT_FALSE(found.is_too_stiff()) << seed;
    }
    EXPECT_NEAR(frame.mean(), C_f, 0.06e-3);
    EXPECT_NEAR(radius.mean(), R, reach_R_nm);
    EXPECT_NEAR(half_angle.mean(), angle, 0.23);
    EXPECT_NEAR(E.mean(), 72, 0.5);
    EXPECT_GE(frame.covered, 4);
    EXPECT_GE(radius.covered, 4);
    EXPECT_GE(half_angle.covered, 4);
}

TEST(SimulatedCalibration, FindsFrameAndTipOfOneMaterial) {
    expect_truth(false, 20);
}

TEST(SimulatedCalibration, FindsFrameAndTipOfTwoMaterials) {
    expect_truth(true, 12);
}

// Of glass by CSM, to 957 nm, 20 tests each; the depths hold 0.3 nm/mN of the frame. 200 seeds
// (bench/calibration_coverage): sd of frame, radius and angle 0.0024, 7.5 and 0.015.
TEST(SimulatedCalibration, FindsFrameAndTipOfProfiles) {
    const TemporaryFolder folder;
    Seen frame, radius, half_angle;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        SimulateRequest request;
        request.preset = "csm";
        request.seed = seed;
        request.settings = {{"instrument.frame_left_nm_per_uN", "3e-4"},
                            {"material.sampling", "random"}};
        request.output_folder = (folder.path() / std::to_string(seed)).string();
        ASSERT_TRUE(simulate(request, {}).ok());
        CalibrationRequest calibration;
        calibration.run.paths = {request.output_folder};
        calibration.form = AreaForm::cap_cone;
        const auto report = calibrate(calibration);
        ASSERT_TRUE(report.ok()) << message(report.error());
        const AreaCalibration& found = *report->area;
        EXPECT_EQ(found.tests, 20u);
        frame.add(found.C_f_nm_per_uN, found.u_C_f_nm_per_uN, 3e-4);
        radius.add(found.parameters[0], found.standard_error(0), 100);
        half_angle.add(found.parameters[1], found.standard_error(1), 70.296);
        EXPECT_NEAR(found.E_GPa, 72, 0.5) << seed;
        // Of one depth each the unloadings say nothing.
        calibration.points_from = PointsFrom::unloadings;
        EXPECT_FALSE(calibrate(calibration).ok());
    }
    // Means of 6, held to 4 standard errors.
    EXPECT_NEAR(frame.mean(), 3e-4, 0.004e-3);
    EXPECT_NEAR(radius.mean(), 100, 13);
    EXPECT_NEAR(half_angle.mean(), 70.296, 0.025);
    EXPECT_GE(frame.covered, 4);
    EXPECT_GE(radius.covered, 4);
    EXPECT_GE(half_angle.covered, 4);
}

// Without noise the truth itself: 0.05 % are the means over cells of a load that bends.
TEST(SimulatedCalibration, QuietProfilesGiveTheTruth) {
    const TemporaryFolder folder;
    SimulateRequest request;
    request.preset = "csm";
    request.settings = quiet_instrument;
    request.settings.insert(request.settings.end(), {{"instrument.frame_left_nm_per_uN", "3e-4"},
                                                     {"instrument.oscillation_noise_nm", "0"},
                                                     {"load_functions.H_sd_GPa", "0"},
                                                     {"load_functions.E_r_cv", "0"},
                                                     {"material.unloading_exponent_sd", "0"}});
    request.output_folder = (folder.path() / "quiet").string();
    ASSERT_TRUE(simulate(request, {}).ok());
    CalibrationRequest calibration;
    calibration.run.paths = {request.output_folder};
    calibration.form = AreaForm::cap_cone;
    calibration.frame_from = FrameFrom::area;
    const auto report = calibrate(calibration);
    ASSERT_TRUE(report.ok()) << message(report.error());
    EXPECT_NEAR(report->frame.C_f_nm_per_uN, 3e-4, 1e-7);
    EXPECT_NEAR(report->area->C_f_nm_per_uN, 3e-4, 5e-7);
    EXPECT_NEAR(report->area->parameters[0], 100, 0.1);
    EXPECT_NEAR(report->area->parameters[1], 70.296, 0.01);
}

// A sphere alone is no tip with a cone: said so, or refused.
TEST(SimulatedCalibration, TooStiffAFormIsNoticed) {
    const TemporaryFolder folder;
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        CalibrationRequest request = request_for(simulated_folder(folder, seed), false);
        request.form = AreaForm::sphere;
        const auto report = calibrate(request);
        EXPECT_TRUE(!report || report->area->is_too_stiff()) << seed;
    }
}

// Beside the curves lies their study.toml, which says that they were simulated.
TEST(SimulatedCalibration, ReportsSayThatTheyAreSimulated) {
    const TemporaryFolder folder;
    CalibrationRequest request = request_for(simulated_folder(folder, 1), false);
    request.draws_report = true;
    const auto report = calibrate(request);
    ASSERT_TRUE(report.ok()) << message(report.error());
    EXPECT_NE(report->report_files.front().content.find("nothing here was measured"),
              std::string::npos);
}

}  // namespace
}  // namespace sneddon::testing
