#include "study/pop_ins/size_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/nan.hpp"
#include "base/random.hpp"

namespace sneddon {
namespace {

/// Each above its own limit between 0.5 and 1; with a cut-off by rejection.
std::vector<SeenSize> drawn(double alpha, double cut, std::size_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<SeenSize> sizes;
    while (sizes.size() < count) {
        const double from = 0.5 + 0.5 * random.uniform();
        for (;;) {
            const double size = from * std::pow(1 - random.uniform(), -1 / (alpha - 1));
            if (random.uniform() >= std::exp(-(size - from) / cut)) continue;
            sizes.push_back({size, from});
            break;
        }
    }
    return sizes;
}

SizeFit fitted(SizeFamily family, double alpha, double cut) {
    SizeFit fit;
    fit.family = family;
    fit.state = SizeState::fitted;
    fit.alpha = alpha;
    fit.cut = cut;
    return fit;
}

TEST(SizeFit, ThePowerLawIsTheClosedForm) {
    const auto sizes = drawn(2.5, HUGE_VAL, 50, 1);
    double logs = 0;
    for (const auto& [size, from] : sizes) logs += std::log(size / from);
    EXPECT_NEAR(fit_sizes(sizes, SizeFamily::power_law).alpha, 1 + 50 / logs, 1e-12);
}

// scipy: expn(2, 4/3)/expn(2, 1/3)/4, and quad of x^-1.6 exp(-x/3) above 4 and above 1.
TEST(SizeFit, TheSurvivalIsThatOfScipy) {
    EXPECT_NEAR(fitted(SizeFamily::cut_off, 2, 3).survival(4, 1), 0.05227017941715187, 1e-10);
    EXPECT_NEAR(fitted(SizeFamily::cut_off, 1.6, 3).survival(4, 1), 0.08244981628170957, 1e-10);
    EXPECT_NEAR(fitted(SizeFamily::cut_off, 0, 3).survival(4, 1), std::exp(-1), 1e-10);
    EXPECT_DOUBLE_EQ(fitted(SizeFamily::power_law, 3, nan).survival(4, 2), 0.25);
    EXPECT_DOUBLE_EQ(fitted(SizeFamily::exponential, nan, 3).survival(4, 1), std::exp(-1));
}

// Of 200 samples at 95 %: 182 to 197 are the central 99 %.
TEST(SizeFit, TheIntervalOfThePowerHoldsIt) {
    int covered = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const SizeFit fit = fit_sizes(drawn(1.8, HUGE_VAL, 60, seed), SizeFamily::power_law);
        covered += fit.alpha_ci95.low <= 1.8 && 1.8 <= fit.alpha_ci95.high ? 1 : 0;
    }
    EXPECT_GE(covered, 182);
    EXPECT_LE(covered, 197);
}

TEST(SizeFit, TheIntervalsOfTheCutOffHoldIt) {
    int alpha = 0, cut = 0, preferred = 0;
    constexpr int samples = 40;  // 34 to 40 are the central 99 %
    for (std::uint64_t seed = 1; seed <= samples; ++seed) {
        const auto sizes = drawn(1.5, 5, 300, seed);
        const SizeFit fit = fit_sizes(sizes, SizeFamily::cut_off);
        ASSERT_TRUE(fit.is_fitted()) << seed;
        const auto holds = [](const Interval& interval, double value) {
            return !(interval.low > value) && !(interval.high < value) ? 1 : 0;
        };
        alpha += holds(fit.alpha_ci95, 1.5);
        cut += holds(fit.cut_ci95, 5);
        if (fit.criteria.aic < fit_sizes(sizes, SizeFamily::power_law).criteria.aic) ++preferred;
    }
    EXPECT_GE(alpha, 34);
    EXPECT_GE(cut, 34);
    EXPECT_GE(preferred, 36);  // ln L differs by 10 and more
}

TEST(SizeFit, FewSizesAreRefused) {
    EXPECT_EQ(fit_sizes(drawn(2, 5, 19, 1), SizeFamily::cut_off).state, SizeState::too_few);
}

}  // namespace
}  // namespace sneddon
