// Steps of known place and size in noise of known size.
#include "analyse/pop_ins/step_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr std::size_t width = 20;

/// A straight line with white noise.
std::vector<double> noisy_line(std::size_t points, double noise, std::uint64_t seed = 1) {
    RandomStream random(seed);
    std::vector<double> series;
    for (std::size_t i = 0; i < points; ++i)
        series.push_back(0.01 * static_cast<double>(i) + noise * random.normal());
    return series;
}

/// `size` more, in `over` equal gains, from the point behind `first` on.
void add_step(std::vector<double>& series, std::size_t first, double size, std::size_t over = 1) {
    for (std::size_t i = first + 1; i < series.size(); ++i)
        series[i] +=
            size * std::min(1.0, static_cast<double>(i - first) / static_cast<double>(over));
}

StepSearch found_in(const std::vector<double>& series, StepSearchOptions options = {}) {
    if (options.width == 0) options.width = width;
    return find_steps(series, options);
}

TEST(StepSearch, NeedsFourWindowsOfEightPoints) {
    EXPECT_TRUE(is_nan(found_in(noisy_line(4 * width - 1, 1)).noise));
    EXPECT_FALSE(is_nan(found_in(noisy_line(4 * width, 1)).noise));
    StepSearchOptions options;
    options.width = 7;
    EXPECT_TRUE(is_nan(found_in(noisy_line(400, 1), options).noise));
    options.width = 8;
    EXPECT_FALSE(is_nan(found_in(noisy_line(400, 1), options).noise));
}

TEST(StepSearch, LooksUpToAWindowOfASteepEndAndToEightPointsOfASmoothOne) {
    const auto series = noisy_line(400, 1);
    StepSearchOptions options;
    const auto expect = [&](std::size_t begin, std::size_t end) {
        const StepSearch search = found_in(series, options);
        EXPECT_EQ(search.begin, begin);
        EXPECT_EQ(search.end, end);
    };
    expect(8, 393);
    options.front = SeriesEnd::steep;
    expect(20, 393);
    options.back = SeriesEnd::steep;
    expect(20, 381);
}

// Two lines of w points are extrapolated to their border with a variance of
// 1/w + 3 w/(w² - 1) each; 40,000 points in windows of 20 give the sd to 2 %.
TEST(StepSearch, ItsNoiseIsThatOfTwoLinesWhateverStepsThereAre) {
    const double sd = 0.3 * std::sqrt(2 * (1.0 / width + 3.0 * width / (width * width - 1)));
    auto series = noisy_line(40000, 0.3);
    EXPECT_NEAR(found_in(series).noise, sd, 0.02 * sd);
    for (std::size_t i = 500; i < 40000; i += 1000) add_step(series, i, 30);
    EXPECT_NEAR(found_in(series).noise, sd, 0.03 * sd);
}

TEST(StepSearch, OfASeriesWithoutNoiseIsRounding) {
    std::vector<double> series;
    for (int i = 0; i <= 400; ++i) series.push_back(0.25 * i);
    EXPECT_NEAR(found_in(series).noise, 1e-7 * 100, 1e-12);
    EXPECT_TRUE(found_in(series).steps.empty());
}

// Points 200 to 200 + over; what lies between lines on either side is the step whole.
TEST(StepSearch, AStepReachesFromItsFirstPointToItsLast) {
    for (const double sign : {1.0, -1.0})
        for (const std::size_t over : {1u, 2u, 5u}) {
            auto series = noisy_line(400, 1e-3);
            add_step(series, 200, sign * 5, over);
            const StepSearch search = found_in(series);
            ASSERT_EQ(search.steps.size(), 1u) << over;
            EXPECT_EQ(search.steps[0].first, 200u) << over;
            EXPECT_EQ(search.steps[0].last, 200 + over) << over;
            EXPECT_NEAR(search.steps[0].size, sign * 5, 5e-3) << over;
            EXPECT_NEAR(search.steps[0].noise, search.noise, 0.05 * search.noise);
        }
}

// Windows of 20, 10 and 10 points where 20, 19 and 10 fit; below 10 there is none.
TEST(StepSearch, TowardsASmoothEndTheWindowsAreHalved) {
    for (const auto& [points_before, share] :
         {std::pair<std::size_t, double>{20, 1}, {19, 2}, {10, 2}}) {
        auto series = noisy_line(400, 1e-3);
        add_step(series, points_before - 1, 1);
        const StepSearch search = found_in(series);
        ASSERT_EQ(search.steps.size(), 1u) << points_before;
        EXPECT_EQ(search.steps[0].first, points_before - 1);
        EXPECT_NEAR(search.steps[0].noise / search.noise, std::sqrt(share), 0.05);
        EXPECT_NEAR(search.steps[0].size, 1, 1e-2);

        auto mirrored = noisy_line(400, 1e-3);
        add_step(mirrored, 400 - points_before - 1, 1);
        const StepSearch at_back = found_in(mirrored);
        ASSERT_EQ(at_back.steps.size(), 1u) << points_before;
        EXPECT_NEAR(at_back.steps[0].noise / at_back.noise, std::sqrt(share), 0.05);
    }
}

TEST(StepSearch, ASteepEndHidesItsWindow) {
    StepSearchOptions options;
    options.front = options.back = SeriesEnd::steep;
    auto series = noisy_line(400, 1e-3);
    add_step(series, 9, 1);
    add_step(series, 389, 1);
    for (const SuddenStep& step : found_in(series, options).steps) {
        EXPECT_GE(step.last, width - 1);  // its echo at most
        EXPECT_LE(step.first, 400 - width);
    }
    add_step(series, 200, 1);
    bool is_found = false;
    for (const SuddenStep& step : found_in(series, options).steps)
        is_found |= step.first == 200 && step.last == 201;
    EXPECT_TRUE(is_found);
}

// Gains with less than 5 quiet points between them are of one step.
TEST(StepSearch, StepsWithinFiveQuietPointsAreOne) {
    for (const std::size_t gap : {2u, 4u, 5u}) {
        auto series = noisy_line(400, 1e-3);
        add_step(series, 200, 3);
        add_step(series, 200 + gap, 2);
        const StepSearch search = found_in(series);
        ASSERT_EQ(search.steps.size(), 1u) << gap;
        EXPECT_EQ(search.steps[0].first, 200u) << gap;
        EXPECT_EQ(search.steps[0].last, 201 + gap) << gap;
        EXPECT_NEAR(search.steps[0].size, 5, 1e-2) << gap;
    }
    auto series = noisy_line(400, 1e-3);
    add_step(series, 200, 3);
    add_step(series, 215, 2);
    EXPECT_EQ(found_in(series).steps.size(), 2u);
}

// Up and down again within a quarter of the window is none; what stays by half or more is one.
TEST(StepSearch, WhatDoesNotStayIsNone) {
    const auto steps = [](std::size_t apart, double down) {
        auto series = noisy_line(400, 1e-3);
        add_step(series, 200, 3);
        add_step(series, 200 + apart, -down);
        StepSearchOptions options;
        options.width = 40;
        return found_in(series, options).steps;
    };
    EXPECT_TRUE(steps(7, 3).empty());
    EXPECT_TRUE(steps(10, 1.6).empty());
    for (const auto& [apart, down] : {std::pair<std::size_t, double>{11, 3}, {7, 1.4}, {60, 3}}) {
        const auto found = steps(apart, down);
        ASSERT_EQ(found.size(), 2u) << apart;
        EXPECT_EQ(found[0].first, 200u);
        EXPECT_EQ(found[1].first, 200 + apart);
    }
}

// By chance 0.3 % of all borders are above 3 sd; twice as far from any chance is 6 sd and more.
TEST(StepSearch, SmallStepsAreThoseAboveTheFactor) {
    const double sd = 0.3 * std::sqrt(2 * (1.0 / width + 3.0 * width / (width * width - 1)));
    auto series = noisy_line(4000, 0.3);
    add_step(series, 1000, 8 * sd);
    add_step(series, 3000, -12 * sd);
    const auto count_with = [&](double factor) {
        StepSearchOptions options;
        options.least_factor = factor;
        return found_in(series, options).steps.size();
    };
    EXPECT_GE(count_with(3), 2u);
    StepSearchOptions options;
    options.least_factor = 5;
    const auto steps = found_in(series, options).steps;
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_NEAR(static_cast<double>(steps[0].first), 1000, 3);
    EXPECT_NEAR(steps[0].size, 8 * sd, 3.5 * sd);
    EXPECT_NEAR(static_cast<double>(steps[1].first), 3000, 3);
    EXPECT_NEAR(steps[1].size, -12 * sd, 3.5 * sd);
}

}  // namespace
}  // namespace sneddon
