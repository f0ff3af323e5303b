// Real HighLoad and PI 89 files: points, peaks, and the corrections that the instrument applied.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/files/file_bytes.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

sneddon::Test read(const std::string& name) {
    const auto path = testing::shared_folder() / "data/instruments/bruker_hysitron" / name;
    const auto file = FileBytes::open(path);
    return read_bytes(file->bytes(), path.string(), {}).value().tests.at(0);
}

double largest(const TestResult& result, QuantityIndex quantity) {
    double value = 0;
    for (const CycleResult& cycle : result.cycles) value = std::max(value, cycle.values[quantity]);
    return value;
}

bool has_flag(const TestResult& result, std::string_view code) {
    return std::ranges::any_of(result.cycles, [&](const CycleResult& cycle) {
        return std::ranges::any_of(cycle.flags,
                                   [&](const Flag& flag) { return flag.code == code; });
    });
}

struct Known {
    const char* file;
    std::size_t points;
    double F_max_uN, h_max_nm;
    bool is_anomalous;
};

class HighLoad : public ::testing::TestWithParam<Known> {};

TEST_P(HighLoad, PointsPeaksAndTheAnomalousFileAreKnown) {
    SNEDDON_NEEDS_SHARED();
    const Known& known = GetParam();
    const auto test = read(known.file);
    EXPECT_EQ(test.curve.size(), known.points);
    const TestResult result = analyse(test, {});
    EXPECT_NEAR(largest(result, "F_max_raw_uN"_q), known.F_max_uN, 0.006);
    EXPECT_NEAR(largest(result, "h_max_raw_nm"_q), known.h_max_nm, 0.006);
    EXPECT_EQ(has_flag(result, "SND-C001"), known.is_anomalous);
}

INSTANTIATE_TEST_SUITE_P(
    Files, HighLoad,
    ::testing::Values(Known{"Exp-50mN_0000.hld", 1068, 50213.714, 568.333, false},
                      Known{"hld_pi89/experiment_a.hld", 2800, 3517.44, 118.01, false},
                      Known{"hld_pi89/experiment_b.hld", 2803, 3555.46, 115.49, false},
                      Known{"hld_pi89/experiment_c.hld", 2604, 3525.18, 1314.66, true},
                      Known{"hld_pi89/experiment_d.hld", 2798, 3524.85, 136.92, false},
                      Known{"hld_pi89/experiment_e.hld", 2774, 3519.19, 55.11, false}));

// The head states 0.00664 nm/uN and 0.03648 nm/s; the volts are written to 1e-6.
TEST(HighLoadApplied, TheRegressionFindsWhatTheHeadStates) {
    SNEDDON_NEEDS_SHARED();
    const auto test = read("Exp-50mN_0000.hld");
    ASSERT_TRUE(test.applied.frame_compliance_nm_per_uN && test.applied.drift_nm_per_s);
    EXPECT_NEAR(*test.applied.frame_compliance_nm_per_uN, 0.00663947, 1e-6);
    EXPECT_NEAR(*test.applied.drift_nm_per_s, 0.03648, 1e-4);
    EXPECT_EQ(test.stated.drift_nm_per_s, 0.03648);
    const auto small = read("hld_pi89/experiment_a.hld");
    EXPECT_NEAR(small.applied.frame_compliance_nm_per_uN.value(), 0.0247157, 1e-7);
}

}  // namespace
}  // namespace sneddon
