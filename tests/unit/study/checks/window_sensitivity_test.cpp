#include "study/checks/window_sensitivity.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

GroupComparison pair(const char* a, const char* b, double p_holm) {
    GroupComparison comparison;
    comparison.quantity = "H_IT_GPa"_q;
    comparison.a = a;
    comparison.b = b;
    comparison.p_holm = p_holm;
    return comparison;
}

SensitivityEntry entry(const char* group, std::string_view variant, double mean, double other) {
    SensitivityEntry made{group, variant, "H_IT_GPa"_q};
    made.mean = mean;
    made.variant_mean = other;
    made.n = 10;
    return made;
}

TEST(WindowSensitivity, TakesTheSmallestShareOfASignificantDifference) {
    const std::vector pairs = {pair("a", "b", 0.001), pair("a", "c", 0.5)};
    const std::vector entries = {
        entry("a", "window 98-50 %", 5, 4.8), entry("b", "window 98-50 %", 4, 4.1),
        entry("a", "other fit space", 5, 5.1), entry("b", "other fit space", 4, 4),
        entry("c", "window 98-50 %", 4.9, 5.2)};
    const WindowSensitivity found = window_sensitivity(pairs, entries);
    EXPECT_EQ(found.pairs, 1u) << "a and c do not differ";
    EXPECT_NEAR(found.least_share, 0.7, 1e-12);
    EXPECT_EQ(found.least_at, "a against b with window 98-50 %");
}

TEST(WindowSensitivity, IsNegativeWhereTheOrderTurns) {
    const std::vector pairs = {pair("a", "b", 0.001)};
    const std::vector entries = {entry("a", "window 98-40 %", 5, 4),
                                 entry("b", "window 98-40 %", 4, 4.5)};
    EXPECT_NEAR(window_sensitivity(pairs, entries).least_share, -0.5, 1e-12);
}

TEST(WindowSensitivity, HasNoAnswerWithoutADifferenceOrAnotherChoice) {
    const std::vector entries = {entry("a", "zero +u", 5, 4), entry("b", "zero +u", 4, 4.5)};
    EXPECT_TRUE(std::isnan(window_sensitivity({}, entries).least_share));
    const std::vector pairs = {pair("a", "b", 0.001)};
    EXPECT_TRUE(std::isnan(window_sensitivity(pairs, entries).least_share));
    EXPECT_EQ(window_sensitivity(pairs, entries).pairs, 1u);
}

}  // namespace
}  // namespace sneddon
