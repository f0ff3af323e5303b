#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulate/export_text.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

Test three_samples() {
    Test test;
    test.time_stamp = "2025-01-06T08:05:09";
    test.curve.time_s = {0, 0.5, 1};
    test.curve.depth_nm = {-1, 2.5, 30.25};
    test.curve.load_uN = {0, 1.0000004, 300};
    test.curve.channels = {{"Depth", "V", {0.1, 0.2, 0.3}}, {"Load", "V", {0.4, 0.5, 0.6}}};
    test.marks = {{0, ""}, {1, ""}};
    return test;
}

TEST(CurveText, TriboscanIsAsTheInstrumentWritesIt) {
    EXPECT_EQ(triboscan_text(three_samples()),
              "Mon Jan  6 08:05:09 2025\r\n\r\nNumber of Points = 3\r\n"
              "Depth (nm)\tLoad (\xb5N)\tTime (s)\tDepth (V)\tLoad (V)\r\n"
              "-1.000000\t0.000000\t0.000000\t0.100000\t0.400000\r\n\r\n"
              "2.500000\t1.000000\t0.500000\t0.200000\t0.500000\r\n"
              "30.250000\t300.000000\t1.000000\t0.300000\t0.600000\r\n");
}

TEST(CurveText, CsvHasItsUnitsInTheHead) {
    EXPECT_THAT(csv_text(three_samples()),
                StartsWith("time_s,depth_nm,load_uN\n0.000000,-1.000000,0.000000\n0.500000,"));
}

}  // namespace
}  // namespace sneddon
