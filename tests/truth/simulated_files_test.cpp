// simulate -> file -> read: the same numbers to the printed digits, and what the instrument had
// corrected for, from the volts.
#include <gtest/gtest.h>

#include <cmath>

#include "simulate/export_text.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/simulated_tests.hpp"

namespace sneddon::testing {
namespace {

void expect_same_digits(const std::vector<double>& read, const std::vector<double>& written) {
    ASSERT_EQ(read.size(), written.size());
    constexpr double half_a_digit = 0.5e-6 * (1 + 1e-6);
    double worst = 0;
    for (std::size_t i = 0; i < read.size(); ++i)
        worst = std::max(worst, std::abs(read[i] - written[i]));
    EXPECT_LE(worst, half_a_digit);
}

// Volts have six decimals, 5e-3 nm of depth: rounding scatters C_f with a standard deviation of
// 1e-6 nm/uN over 6,000 samples; the limit is four of them.
TEST(SimulatedFiles, ReadBackWithTheirCorrections) {
    const auto study = simulated_study("zr50cu40al10", 4, {});
    for (std::size_t i = 0; i < study.tests.size(); i += 3) {
        const auto [test, truth] = simulated_curve(study, i);
        const auto content = read_bytes(triboscan_text(test), "simulated", {});
        ASSERT_TRUE(content.ok()) << message(content.error());
        ASSERT_EQ(content->tests.size(), 1u);
        const sneddon::Test& read = content->tests[0];
        expect_same_digits(read.curve.depth_nm, test.curve.depth_nm);
        expect_same_digits(read.curve.load_uN, test.curve.load_uN);
        expect_same_digits(read.curve.time_s, test.curve.time_s);
        ASSERT_EQ(read.curve.channels.size(), 2u);
        expect_same_digits(read.curve.channels[0].values, test.curve.channels[0].values);
        ASSERT_EQ(read.marks.size(), test.marks.size());
        for (std::size_t k = 0; k < read.marks.size(); ++k)
            EXPECT_EQ(read.marks[k].first, test.marks[k].first);
        EXPECT_EQ(read.time_stamp, test.time_stamp);
        ASSERT_TRUE(read.applied.frame_compliance_nm_per_uN.has_value());
        EXPECT_NEAR(*read.applied.frame_compliance_nm_per_uN, 1.2e-3, 4e-6);
        EXPECT_NEAR(*read.applied.drift_nm_per_s, truth.drift_header_nm_per_s, 4e-5);
    }
}

}  // namespace
}  // namespace sneddon::testing
