#include "study/compare/sample_tip.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "base/nan.hpp"

namespace sneddon {
namespace {

SampleTip tip_of(double u_relative) {
    return {AreaFunction{}, u_relative, 0.3};
}

// Closed forms of a few products: rounding alone.
constexpr double rounding = 1e-15;

TEST(SampleTip, SensitivitiesAreDerivativesByTheLogarithmOfTheArea) {
    const SampleTip tip = tip_of(0.02);
    EXPECT_EQ(area_sensitivity("H_IT_GPa"_q, tip, 8, 70), -8);
    EXPECT_EQ(area_sensitivity("E_r_GPa"_q, tip, 70, 70), -35);
    EXPECT_EQ(area_sensitivity("creep_nm"_q, tip, 3, 70), 0);
    // 1/E_r = (1 - nu^2)/E + const with E_r like A^(-1/2), by a central difference of 1e-5: its own
    // error is 1e-10 of it.
    const double E = 75, nu = 0.3, step = 1e-5;
    const double of_indenter = 1 / 70.0 - (1 - nu * nu) / E;
    const auto E_at = [&](double log_area) {
        return (1 - nu * nu) / (std::exp(log_area / 2) / 70 - of_indenter);
    };
    EXPECT_NEAR(area_sensitivity("E_IT_GPa"_q, tip, E, 70), (E_at(step) - E_at(-step)) / (2 * step),
                1e-7);
}

TEST(SampleTip, OneTipIsSharedTheLessTheFartherTheDepthsAre) {
    const SampleTip tip = tip_of(0.02);
    const AreaPart shallow{&tip, 50, -4}, deep{&tip, 50 * std::exp(1.0), -5};
    EXPECT_NEAR(area_covariance(shallow, shallow), 0.0004 * 16, rounding);
    EXPECT_NEAR(area_covariance(shallow, deep), 0.0004 * 20 * std::exp(-0.5), rounding);
    EXPECT_EQ(area_covariance(shallow, deep), area_covariance(deep, shallow));
    EXPECT_NEAR(area_covariance(shallow, {&tip, nan, -5}), 0.0004 * 20, rounding)
        << "depths that are not known are taken for one";
}

TEST(SampleTip, TwoTipsShareNothing) {
    const SampleTip tip = tip_of(0.02);
    SampleTip other = tip;
    other.area->half_angle_deg += 1;
    EXPECT_EQ(area_covariance({&tip, 50, -4}, {&other, 50, -4}), 0);
}

TEST(SampleTip, AnUnknownTipIsUnknownOnlyWhereTheAreaCounts) {
    const SampleTip known = tip_of(0.02), unknown{AreaFunction{}, std::nullopt, 0.3};
    EXPECT_TRUE(is_nan(area_covariance({&known, 50, -4}, {&unknown, 50, -4})));
    EXPECT_EQ(area_covariance({&known, 50, -4}, {&unknown, 50, 0}), 0);
    EXPECT_EQ(area_covariance({&unknown, 50, 0}, {&known, 50, -4}), 0);
}

TEST(SampleTip, ADifferenceHasTheUncertaintyOfItsQuadraticForm) {
    const SampleTip tip = tip_of(0.02);
    const std::array parts = {AreaPart{&tip, 50, -4}, AreaPart{&tip, 100, -5}};
    const std::array weights = {1.0, -0.5};
    const double shared = std::exp(-std::log(2) * std::log(2) / 2);
    const double expected = 0.02 * std::sqrt(4.0 * 4 + 0.25 * 5 * 5 - 2 * 0.5 * 4 * 5 * shared);
    EXPECT_NEAR(u_through_area(parts, weights), expected, rounding);
    const std::array same = {AreaPart{&tip, 50, -4}, AreaPart{&tip, 50, -4}};
    EXPECT_EQ(u_through_area(same, std::array{1.0, -1.0}), 0);
}

TEST(SampleTip, EqualSamplesHaveTheMeanSensitivityAtTheirOwnDepths) {
    const SampleTip tip = tip_of(0.02);
    const auto equal = of_equal_samples({{&tip, 50, -4}, {&tip, 100, -6}});
    EXPECT_EQ(equal[0].sensitivity, -5);
    EXPECT_EQ(equal[1].sensitivity, -5);
    EXPECT_EQ(equal[1].h_c_nm, 100);
}

}  // namespace
}  // namespace sneddon
