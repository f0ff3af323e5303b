#include "numeric/least_squares/linear_power_sensitivity.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// A noise-free curve, a = 0.03, b = 3, c = 0.3, at 25 readings per second over 60 s. Published
// values for a start 0.1 s late and zeroed there: a = -0.0017, b = 1.72, c = 0.445.
struct Exact {
    std::vector<double> t, y;
};
Exact exact() {
    Exact curve;
    for (int i = 0; i <= 1500; ++i) {
        curve.t.push_back(0.04 * i);
        curve.y.push_back(0.03 * curve.t.back() + 3 * std::pow(curve.t.back(), 0.3));
    }
    return curve;
}

const LinearPowerFit& fit_with(const std::vector<StartSensitivity>& table, StartChange change) {
    for (const auto& row : table)
        if (row.change == change) return row.fit;
    throw std::out_of_range("no such row");
}

TEST(LinearPowerSensitivity, ALateStartRaisesTheExponent) {
    const auto curve = exact();
    const LinearPowerOptions options;
    const auto table =
        linear_power_sensitivity(curve.t, curve.y, options, fit_linear_power(curve.t, curve.y));
    ASSERT_EQ(table.size(), 6u);
    const auto& late = fit_with(table, StartChange::start_one_step_later);
    const auto& later = fit_with(table, StartChange::start_one_percent_later);
    EXPECT_GT(late.c, 0.36);
    EXPECT_LT(late.a, 0.02);
    EXPECT_GT(later.c, late.c);
    EXPECT_LT(later.a, 0);
}

// Both offsets fitted: nothing is left of the late start.
TEST(LinearPowerSensitivity, FittedOffsetsUndoALateStart) {
    auto curve = exact();
    std::vector<double> t, y;
    for (std::size_t i = 3; i < curve.t.size(); ++i) {
        t.push_back(curve.t[i] - curve.t[3]);
        y.push_back(curve.y[i] - curve.y[3]);
    }
    const LinearPowerOptions options;
    const auto table = linear_power_sensitivity(t, y, options, fit_linear_power(t, y, options));
    const auto& free = fit_with(table, StartChange::y0_and_t0_fitted);
    EXPECT_NEAR(free.c, 0.3, 1e-7);
    EXPECT_NEAR(free.a, 0.03, 1e-7);
    EXPECT_NEAR(free.t0, -0.12, 1e-6);
}

TEST(LinearPowerSensitivity, RowsThatWouldChangeNothingAreLeftOut) {
    const auto curve = exact();
    LinearPowerOptions options;
    options.y0_freedom = options.t0_freedom = Freedom::fitted;
    const auto table = linear_power_sensitivity(curve.t, curve.y, options,
                                                fit_linear_power(curve.t, curve.y, options));
    ASSERT_EQ(table.size(), 2u);
    EXPECT_EQ(table[0].change, StartChange::start_one_step_later);
    EXPECT_FALSE(words(table[1].change).empty());
}

TEST(LinearPowerSensitivity, WithoutAFitThereIsNoTable) {
    EXPECT_TRUE(linear_power_sensitivity({}, {}, {}, {}).empty());
}

}  // namespace
}  // namespace sneddon
