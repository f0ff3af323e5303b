#include "correct/drift_over_order.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"
#include "correct/corrections.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

using Rates = std::vector<std::optional<double>>;

double slow_drift(std::size_t i) {
    return 0.05 * std::sin(2 * 3.14159265 * static_cast<double>(i) / 150);
}

TEST(SmoothOverOrder, AStraightDriftIsItself) {
    Rates measured;
    for (int i = 0; i < 40; ++i) measured.emplace_back(0.05 - 0.001 * i);
    const auto smooth = smooth_over_order(measured);
    for (std::size_t i = 0; i < 40; ++i) {
        ASSERT_TRUE(smooth[i].has_value());
        EXPECT_NEAR(smooth[i]->rate_nm_per_s, *measured[i], 1e-12);
        EXPECT_EQ(smooth[i]->u_nm_per_s, 0.01);
        EXPECT_EQ(smooth[i]->tests, 21u);
    }
}

// Noise of 0.03 nm/s a measurement, some of them wild, some missing.
TEST(SmoothOverOrder, TheSmoothDriftIsNearerToTheTruthThanEachMeasurementAndItsErrorHoldsIt) {
    RandomStream random(1);
    Rates measured;
    for (std::size_t i = 0; i < 300; ++i) {
        const double wild = i % 20 == 3 ? 0.5 : 0;
        measured.emplace_back(slow_drift(i) + 0.03 * random.normal() + wild);
        if (i % 10 == 7) measured.back().reset();
    }
    const auto smooth = smooth_over_order(measured);
    double squares = 0;
    int outside = 0;
    for (std::size_t i = 0; i < 300; ++i) {
        const double error = smooth[i]->rate_nm_per_s - slow_drift(i);
        squares += error * error / 300;
        outside += std::fabs(error) > 1.96 * smooth[i]->u_nm_per_s;
    }
    EXPECT_LT(std::sqrt(squares), 0.03 / 2);
    EXPECT_LE(outside, 15);
    EXPECT_NEAR(smooth[0]->u_nm_per_s, 0.03, 0.008);
}

// The line takes some of the scatter along; the stated error has it back: that of a measurement. A
// robust scale of 3,000 values is known to 2 %.
TEST(SmoothOverOrder, TheErrorIsThatOfAMeasurement) {
    RandomStream random(4);
    Rates measured;
    for (std::size_t i = 0; i < 3000; ++i) measured.emplace_back(0.03 * random.normal());
    EXPECT_NEAR(smooth_over_order(measured)[0]->u_nm_per_s, 0.03, 0.03 * 0.07);
}

// By an independent computation: the median slope of all pairs and the line through the medians, of
// the 21 measured tests around each place, and 1.4826 times the median absolute deviation about
// them.
TEST(SmoothOverOrder, IsTheLineOfTheilAndSenThroughThePieceAround) {
    Rates measured;
    for (int i = 0; i < 40; ++i) {
        measured.emplace_back(0.001 * (i * i % 37) + 0.002 * i);
        if (i % 9 == 4) measured.back().reset();
    }
    const auto smooth = smooth_over_order(measured);
    const std::vector<std::pair<std::size_t, double>> expected = {
        {0, 0.0116875}, {4, 0.023073864},  {13, 0.045552381}, {20, 0.064},
        {25, 0.07},     {31, 0.075866071}, {39, 0.080842262}};
    for (const auto& [place, rate_nm_per_s] : expected) {
        EXPECT_NEAR(smooth[place]->rate_nm_per_s, rate_nm_per_s, 1e-9) << place;
        EXPECT_NEAR(smooth[place]->u_nm_per_s, 0.013966688721049341, 1e-12);
        EXPECT_EQ(smooth[place]->tests, 21u);
    }
    measured.resize(8);  // seven measured
    EXPECT_EQ(smooth_over_order(measured)[7]->tests, 7u);
    measured.resize(7);
    EXPECT_FALSE(smooth_over_order(measured)[6]);
}

TEST(SmoothOverOrder, FewMeasurementsAreNotSmoothed) {
    const Rates measured = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, std::nullopt};
    for (const auto& each : smooth_over_order(measured)) EXPECT_FALSE(each.has_value());
}

TestCorrection corrected(CorrectionRecipe recipe, std::optional<double> header_nm_per_s,
                         std::optional<double> applied_nm_per_s = {}) {
    sneddon::Test test = testing::closed_form_test({});
    test.stated.drift_nm_per_s = header_nm_per_s;
    test.applied.drift_nm_per_s = applied_nm_per_s;
    const std::vector<Segment> segments = {{SegmentKind::load, 0, 3000},
                                           {SegmentKind::hold, 3000, 6000},
                                           {SegmentKind::unload, 6000, 9000}};
    const std::vector<Cycle> cycles = {{0, segments[0], segments[1], segments[2], 9000}};
    return find_corrections(test, segments, cycles, noise_of(test.curve), recipe);
}

TEST(DriftOfOrder, TakesThePlaceOfTheTestsOwn) {
    CorrectionRecipe recipe;
    recipe.drift = DriftRule::order;
    recipe.drift_of_order = DriftOfOrder{0.03, 0.012, 21};
    const TestCorrection found = corrected(recipe, 0.05);
    EXPECT_DOUBLE_EQ(found.change.drift_nm_per_s, 0.03);
    EXPECT_DOUBLE_EQ(found.u_drift_nm_per_s, 0.012);
    // What the instrument had subtracted is taken back first.
    EXPECT_NEAR(corrected(recipe, 0.05, 0.05).change.drift_nm_per_s, 0.03 - 0.05, 1e-15);
}

TEST(DriftOfOrder, WithoutAnOrderEachTestKeepsItsOwn) {
    CorrectionRecipe recipe;
    recipe.drift = DriftRule::order;
    EXPECT_DOUBLE_EQ(corrected(recipe, 0.05).change.drift_nm_per_s, 0.05);
    EXPECT_EQ(corrected(recipe, 0.05, 0.05).change.drift_nm_per_s, 0);
}

}  // namespace
}  // namespace sneddon
