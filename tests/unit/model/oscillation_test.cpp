#include "model/oscillation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

sneddon::Test oscillating(double frequency_Hz, double amplitude_uN) {
    testing::ClosedForm form;
    form.noise_uN = 0.05;
    sneddon::Test test = testing::closed_form_test(form);
    for (std::size_t i = 0; i < test.curve.size(); ++i)
        test.curve.load_uN[i] +=
            amplitude_uN * std::sin(2 * std::numbers::pi * frequency_Hz * test.curve.time_s[i]);
    return test;
}

TEST(Oscillation, IsFoundWithItsFrequencyAndAmplitude) {
    for (const double frequency_Hz : {5.0, 12.0}) {
        const sneddon::Test test = oscillating(frequency_Hz, 6);
        const auto found = find_oscillation(test.curve.time_s, test.curve.load_uN);
        ASSERT_TRUE(found) << frequency_Hz;
        EXPECT_NEAR(found->frequency_Hz, frequency_Hz, 0.02 * frequency_Hz);
        EXPECT_NEAR(found->amplitude_uN, 6, 0.6);
    }
}

TEST(Oscillation, AQuietLoadHasNone) {
    const sneddon::Test test = oscillating(5, 0);
    EXPECT_FALSE(find_oscillation(test.curve.time_s, test.curve.load_uN));
}

TEST(Oscillation, TwentyEqualCyclesAreNone) {
    const sneddon::Test test = oscillating(1, 100);
    EXPECT_FALSE(find_oscillation(test.curve.time_s, test.curve.load_uN));
}

TEST(Oscillation, TheMeanOverOnePeriodIsTheCurveBelow) {
    std::vector<double> series;
    for (int i = 0; i < 400; ++i)
        series.push_back(0.5 * i + 7 * std::sin(2 * std::numbers::pi * i / 20));
    const std::vector<double> mean = over_one_period(series, 20);
    for (std::size_t i = 10; i < 390; ++i)
        EXPECT_NEAR(mean[i], 0.5 * static_cast<double>(i), 1e-9) << i;
}

}  // namespace
}  // namespace sneddon
