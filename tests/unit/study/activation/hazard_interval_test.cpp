// Ends of profile likelihoods against maxima by plain search.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "numeric/sum/tails.hpp"
#include "study/activation/hazard_likelihood.hpp"
#include "unit/study/activation/drawn_pop_ins.hpp"

namespace sneddon {
namespace {

/// Of a function with one maximum, by golden section.
template <class Function>
double maximum_of(Function f, double from, double to) {
    constexpr double golden = 0.6180339887498949;
    double low = to - golden * (to - from), high = from + golden * (to - from);
    double at_low = f(low), at_high = f(high);
    for (int i = 0; i < 18; ++i) {
        if (at_low < at_high) {
            from = low;
            low = high;
            at_low = at_high;
            at_high = f(high = from + golden * (to - from));
        } else {
            to = high;
            high = low;
            at_high = at_low;
            at_low = f(low = to - golden * (to - from));
        }
    }
    return std::max(at_low, at_high);
}

// 18 golden sections leave 4e-4 of a range of 2, where the standard errors are 0.1 and more: less
// than 1e-4 of the likelihood.
constexpr double within = 1e-3;

struct FreeRate {
    std::vector<LoadedTests> tests = drawn();
    HazardFit fit = fit_hazard(tests, {0, true});
    HazardLikelihood likelihood{tests, {0, true}};

    static std::vector<LoadedTests> drawn() {
        auto tests = testing::draw_pop_ins({.tests = 40}, 4);
        for (LoadedTests& of_rate : tests) of_rate.p_detect.assign(10, 1);  // fast: all are seen
        return tests;
    }
};

TEST(HazardInterval, OfBIsWhereTheBestOfTheOthersHasFallenBy192) {
    const FreeRate free;
    ASSERT_TRUE(free.fit.is_fitted);
    const Interval interval = interval_of_b(free.tests, free.fit);
    for (const double b : {interval.low, interval.high}) {
        const double best = maximum_of(
            [&](double log_hazard) {
                return maximum_of(
                    [&](double power) {
                        return free.likelihood.at({std::log(b), log_hazard, power});
                    },
                    free.fit.rate_power - 1, free.fit.rate_power + 1);
            },
            free.fit.log_hazard - 1, free.fit.log_hazard + 1);
        EXPECT_NEAR(free.fit.log_likelihood - best, profile_fall_95, within) << b;
    }
}

TEST(HazardInterval, OfTheRateIsWhereTheBestOfTheOthersHasFallenBy192) {
    const FreeRate free;
    ASSERT_TRUE(free.fit.is_fitted);
    const Interval interval = interval_of_rate_power(free.tests, free.fit);
    for (const double power : {interval.low, interval.high}) {
        const double best = maximum_of(
            [&](double log_hazard) {
                return maximum_of(
                    [&](double log_b) {
                        return free.likelihood.at({log_b, log_hazard, power});
                    },
                    std::log(free.fit.b_per_GPa) - 1, std::log(free.fit.b_per_GPa) + 1);
            },
            free.fit.log_hazard - 1, free.fit.log_hazard + 1);
        EXPECT_NEAR(free.fit.log_likelihood - best, profile_fall_95, within) << power;
    }
}

}  // namespace
}  // namespace sneddon
