#include "read/hysitron/hysitron_calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

struct Columns {
    std::vector<double> depth, load, time, volts;
};

// A ramp, hold and unloading with an elastic-plastic depth, made from a, b, c and d.
Columns made(double a, double b, double c, double d, double volt_step) {
    Columns made;
    RandomStream random(5);
    for (int i = 0; i < 3000; ++i) {
        const double t = 0.005 * i;
        const double load = i < 1000 ? i : i < 2000 ? 1000 : 3000 - i;
        const double contact = 3 * std::sqrt(load) + (i > 2000 ? 20 : 0) + 0.05 * random.normal();
        double volts = -(contact + b * load + c * t) / a;
        const double depth = -a * volts - b * load - c * t + d;
        if (volt_step > 0) volts = std::round(volts / volt_step) * volt_step;
        made.depth.push_back(depth);
        made.load.push_back(load);
        made.time.push_back(t);
        made.volts.push_back(volts);
    }
    return made;
}

TEST(HysitronCalibration, FindsWhatWentIntoTheDepth) {
    const Columns columns = made(5329.35, 1.3193e-3, -0.0842, 3.5, 0);
    const auto found =
        find_hysitron_calibration(columns.depth, columns.load, columns.time, columns.volts);
    ASSERT_TRUE(found.calibration.has_value()) << found.reason;
    EXPECT_NEAR(found.calibration->a_nm_per_V, 5329.35, 1e-8);
    EXPECT_NEAR(found.calibration->b_nm_per_uN, 1.3193e-3, 1e-13);
    EXPECT_NEAR(found.calibration->c_nm_per_s, -0.0842, 1e-12);
    EXPECT_LT(found.calibration->residual_nm, 1e-10);
}

// Volts rounded to 1e-6 leave a 1e-6/sqrt(12) = 1.5e-3 nm.
TEST(HysitronCalibration, RoundedVoltsLeaveTheirRounding) {
    const Columns columns = made(5329.35, 1.3193e-3, 0.0107, 0, 1e-6);
    const auto found =
        find_hysitron_calibration(columns.depth, columns.load, columns.time, columns.volts);
    ASSERT_TRUE(found.calibration.has_value()) << found.reason;
    EXPECT_NEAR(found.calibration->residual_nm, 5329.35e-6 / std::sqrt(12), 1e-4);
    EXPECT_NEAR(found.calibration->a_nm_per_V, 5329.35, 0.01);
    EXPECT_NEAR(found.calibration->c_nm_per_s, 0.0107, 5e-5);
}

TEST(HysitronCalibration, MissingSamplesAreLeftOut) {
    Columns columns = made(6053.26, 3.4206e-3, 0.5675, 0, 0);
    columns.volts[7] = NAN;
    columns.load[1500] = NAN;
    const auto found =
        find_hysitron_calibration(columns.depth, columns.load, columns.time, columns.volts);
    ASSERT_TRUE(found.calibration.has_value()) << found.reason;
    EXPECT_NEAR(found.calibration->a_nm_per_V, 6053.26, 1e-8);
}

TEST(HysitronCalibration, NoAnswerWhereTheColumnsDoNotVaryIndependently) {
    Columns columns = made(5329.35, 1.3e-3, 0, 0, 0);
    columns.load = columns.time;  // a ramp only
    EXPECT_FALSE(find_hysitron_calibration(columns.depth, columns.load, columns.time, columns.volts)
                     .calibration);
    columns.load.assign(columns.load.size(), 5);
    EXPECT_FALSE(find_hysitron_calibration(columns.depth, columns.load, columns.time, columns.volts)
                     .calibration);
}

TEST(HysitronCalibration, NoAnswerWhereTheDepthIsSomethingElse) {
    Columns columns = made(5329.35, 1.3e-3, 0, 0, 0);
    for (double& depth : columns.depth) depth = std::sqrt(std::abs(depth));
    const auto found =
        find_hysitron_calibration(columns.depth, columns.load, columns.time, columns.volts);
    EXPECT_FALSE(found.calibration);
    EXPECT_NE(found.reason.find("residual"), std::string::npos);
}

TEST(HysitronCalibration, TooFewSamplesGiveNoAnswer) {
    const std::vector<double> few(10, 1.0);
    EXPECT_FALSE(find_hysitron_calibration(few, few, few, few).calibration);
}

}  // namespace
}  // namespace sneddon
