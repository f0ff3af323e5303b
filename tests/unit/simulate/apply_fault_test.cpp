#include "simulate/apply_fault.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "simulate/simulated_study.hpp"
#include "support/simulation_plans.hpp"

namespace sneddon {
namespace {

constexpr std::size_t index_with_hold = 30;

SimulatedTest made_with(FaultKind kind) {
    auto study =
        std::move(draw_study(testing::without_instrument(testing::three_classes()), 1)).value();
    study.tests[index_with_hold].fault = name(kind);
    return simulated_curve(study, index_with_hold);
}

SimulatedTest good() {
    const auto study = draw_study(testing::without_instrument(testing::three_classes()), 1);
    return simulated_curve(*study, index_with_hold);
}

TEST(ApplyFault, SpikeIsOneSample) {
    const auto with = made_with(FaultKind::spike).test.curve.depth_nm;
    const auto without = good().test.curve.depth_nm;
    int differ = 0;
    for (std::size_t i = 0; i < with.size(); ++i)
        if (with[i] != without[i]) {
            EXPECT_NEAR(std::abs(with[i] - without[i]), 30, 1e-9);
            ++differ;
        }
    EXPECT_EQ(differ, 1);
}

TEST(ApplyFault, SaturatedDepthStands) {
    const auto depth = made_with(FaultKind::saturated).test.curve.depth_nm;
    const double top = *std::ranges::max_element(depth);
    EXPECT_GT(std::ranges::count(depth, top), 100);
}

TEST(ApplyFault, LostContactDoesNotReachThePeak) {
    const auto load = made_with(FaultKind::lost_contact).test.curve.load_uN;
    const double top = *std::ranges::max_element(load);
    EXPECT_LT(top, 0.71 * 300);
    EXPECT_EQ(load.back(), 0);
}

TEST(ApplyFault, MissingSegmentIsNotInTheFile) {
    const auto with = made_with(FaultKind::missing_segment).test;
    const auto without = good().test;
    EXPECT_EQ(with.marks.size() + 1, without.marks.size());
    EXPECT_LT(with.curve.size(), without.curve.size());
    EXPECT_EQ(with.curve.channels[0].values.size(), with.curve.size());
}

TEST(ApplyFault, UnitsAreAThousandOff) {
    const auto with = made_with(FaultKind::unit_mix_up).test.curve;
    const auto without = good().test.curve;
    const std::size_t last_of_hold = without.size() - 301;
    const double ratio = with.load_uN[last_of_hold] / without.load_uN[last_of_hold] *
                         with.depth_nm[last_of_hold] / without.depth_nm[last_of_hold];
    EXPECT_NEAR(std::abs(std::log10(ratio)), 3, 1e-9);
}

TEST(ApplyFault, SomeDepthsAreNoNumbers) {
    const auto depth = made_with(FaultKind::not_a_number).test.curve.depth_nm;
    const auto lost = std::ranges::count_if(depth, [](double h) { return std::isnan(h); });
    EXPECT_GE(lost, 1);
    EXPECT_LE(lost, 20);
}

TEST(ApplyFault, WrongTipIsSharper) {
    const TestTruth sharp = made_with(FaultKind::wrong_tip).truth, blunt = good().truth;
    EXPECT_NEAR(sharp.H_end_GPa, blunt.H_end_GPa, 1e-6);
    EXPECT_GT(sharp.h_max_nm, blunt.h_max_nm + 10);
}

TEST(ApplyFault, TruncatedTextIsAPartOfTheFile) {
    std::string text(1000, 'x');
    truncate(text, RandomStream(1));
    EXPECT_GE(text.size(), 500u);
    EXPECT_LE(text.size(), 950u);
}

}  // namespace
}  // namespace sneddon
