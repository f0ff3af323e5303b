#include <gtest/gtest.h>

#include <fmt/core.h>

#include <cmath>

#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

constexpr const char* heads =
    "Time_s\tDisp_nm\tForce_\xB5N\tLoadCell_nm\tPiezoDisp_nm\tDisp_V\tForce_V\tPiezo_LowV\r\n";

// depth = PiezoDisp - 0.02 P - 0.05 t + 3
std::string rows(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        const double t = 0.01 * i, P = 100 + 900 * std::sin(0.02 * i), piezo = 30 + 0.1 * P + t * t;
        text += fmt::format("{:.6f}\t{:.6f}\t{:.6f}\t3542.5\t{:.6f}\t-2.33\t-2.14\t0.001\r\n", t,
                            piezo - 0.02 * P - 0.05 * t + 3, P, piezo);
    }
    return text;
}

std::string trimmed_head(int declared) {
    return fmt::format(
        "Test Type: Indentation\r\nTime Stamp: Wed Mar 04 13:56:27 2026\r\nTip ID: Probe\r\n"
        "Stage X: 1.5 mm\r\nStage Y: -2 mm\r\nDrift Rate: 0.05 nm/s\r\n"
        "Machine Comp: 0.02 nm/\xB5N\r\nSegment Points: 60\r\nSegment Points: 40\r\n"
        "Drift Measurement Data Points: 3\r\nTime_s\tDisp_nm\r\n0\t0\r\n1\t0.1\r\n2\t0.2\r\n"
        "Test Data Points: {}\r\n",
        declared);
}

Result<FileContent> read(const std::string& text) {
    return read_bytes(text, "a.hld", {});
}

TEST(HysitronHld, HasCurveStampPositionAndSegments) {
    const auto content = read(trimmed_head(100) + heads + rows(100));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "hysitron-hld");
    const auto& test = content->tests.at(0);
    EXPECT_EQ(test.curve.size(), 100u);
    EXPECT_EQ(test.time_stamp, "2026-03-04T13:56:27");
    ASSERT_TRUE(test.position);
    EXPECT_EQ(test.position->x_um, 1500);
    EXPECT_EQ(test.position->y_um, -2000);
    ASSERT_EQ(test.marks.size(), 2u);
    EXPECT_EQ(test.marks[1].first, 60u);
    EXPECT_EQ(test.curve.channels.size(), 5u);
    EXPECT_EQ(test.stated.drift_nm_per_s, 0.05);
    EXPECT_EQ(test.stated.frame_compliance_nm_per_uN, 0.02);
    EXPECT_EQ(test.stated.monitor_time_s.size(), 3u);
}

// Depths are written to 1e-6 nm.
TEST(HysitronHld, TheCorrectionsOfTheInstrumentAreFound) {
    const auto content = read(trimmed_head(100) + heads + rows(100));
    const auto& applied = content->tests.at(0).applied;
    ASSERT_TRUE(applied.frame_compliance_nm_per_uN && applied.drift_nm_per_s);
    EXPECT_NEAR(*applied.frame_compliance_nm_per_uN, 0.02, 1e-8);
    EXPECT_NEAR(*applied.drift_nm_per_s, 0.05, 1e-5);
    EXPECT_NE(applied.evidence.find("residual"), std::string::npos);
}

// depth = 80 - 40 V + 6 V^2 + LoadCell - 0.02 P - 0.05 t + 3
TEST(HysitronHld, TheCorrectionsAreFoundInTheVoltsToo) {
    std::string text = "Disp C0L: 80 nm\r\nDisp C1L: -40 nm/V\r\nDisp C2L: 6 nm/V^2\r\n" +
                       trimmed_head(100) + heads;
    for (int i = 0; i < 100; ++i) {
        const double t = 0.01 * i, P = 100 + 900 * std::sin(0.02 * i), V = 1 + std::sin(0.11 * i);
        const double cell = 2 + std::cos(0.07 * i);
        const double depth = 80 - 40 * V + 6 * V * V + cell - 0.02 * P - 0.05 * t + 3;
        text += fmt::format("{:.6f}\t{:.6f}\t{:.6f}\t{:.6f}\t{}\t{:.8f}\t-2.14\t0.001\r\n", t,
                            depth, P, cell, i % 7, V);
    }
    text.insert(0, "Test Type: Indentation\r\n");
    const auto content = read(text);
    ASSERT_TRUE(content.ok()) << message(content.error());
    const auto& applied = content->tests.at(0).applied;
    ASSERT_TRUE(applied.frame_compliance_nm_per_uN && applied.drift_nm_per_s);
    EXPECT_NEAR(*applied.frame_compliance_nm_per_uN, 0.02, 1e-7);
    EXPECT_NEAR(*applied.drift_nm_per_s, 0.05, 1e-4);
    EXPECT_NE(applied.evidence.find("C_k V^k"), std::string::npos) << applied.evidence;
}

TEST(HysitronHld, OneCoordinateIsNoPosition) {
    std::string head = trimmed_head(100);
    head.erase(head.find("Stage Y"), std::string_view("Stage Y: -2 mm\r\n").size());
    const auto content = read(head + heads + rows(100));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_FALSE(content->tests.at(0).position);
}

TEST(HysitronHld, FewerRowsThanDeclaredAreFlagged) {
    const auto content = read(trimmed_head(120) + heads + rows(100));
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content->tests.at(0).reader_flags, std::vector<std::string>{"SND-R013"});
}

TEST(HysitronHld, AHeadWithoutATestIsRefused) {
    const auto content = read(
        "File Version: Hysitron HighLoad FBControls 6.1 Release\r\nTest Type: Indentation\r\n");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R010");
}

TEST(HysitronHld, OtherColumnsAreRefused) {
    const auto content = read(
        "Test Type: I\r\nTime Stamp: x\r\nTest Data Points: 1\r\nTime_s\tForce_uN\r\n0\t1\r\n");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R017");
}

}  // namespace
}  // namespace sneddon
