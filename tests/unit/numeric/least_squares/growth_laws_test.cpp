#include "numeric/least_squares/growth_laws.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "base/random.hpp"

namespace sneddon {
namespace {

std::array<GrowthLawFit, 3> fits_of(const std::function<double(double)>& law, double sd,
                                    const LinearPowerOptions& options = {}) {
    RandomStream random(8);
    std::vector<double> t, y;
    for (int i = 0; i < 1500; ++i) {
        t.push_back(0.04 * i);
        y.push_back(law(t.back()) + sd * random.normal());
    }
    return fit_growth_laws(t, y, options);
}

TEST(GrowthLaws, TheLogarithmicLawFindsItsOwnParameters) {
    LinearPowerOptions options;
    options.y0_freedom = Freedom::fitted;
    const auto fits = fits_of([](double t) { return 1 + 2 * std::log1p(t / 0.35); }, 0, options);
    EXPECT_NEAR(fits[2].tau, 0.35, 1e-11);
    EXPECT_NEAR(fits[2].b, 2, 1e-12);
    EXPECT_NEAR(fits[2].y0, 1, 1e-11);
    EXPECT_FALSE(fits[2].is_tau_at_bound);
}

// Each law wins on data of its own kind.
TEST(GrowthLaws, TheTrueLawHasTheLowestCriterion) {
    const auto logarithmic = fits_of([](double t) { return 2 * std::log1p(t / 0.35); }, 0.02);
    EXPECT_LT(logarithmic[2].aicc, logarithmic[0].aicc);
    EXPECT_LT(logarithmic[2].aicc, logarithmic[1].aicc);
    const auto power = fits_of([](double t) { return 3 * std::pow(t, 0.3); }, 0.02);
    EXPECT_LT(power[1].aicc, power[0].aicc);
    EXPECT_LT(power[1].aicc, power[2].aicc);
    const auto both = fits_of([](double t) { return 0.05 * t + 3 * std::pow(t, 0.3); }, 0.02);
    EXPECT_LT(both[0].aicc, both[1].aicc);
    EXPECT_LT(both[0].aicc, both[2].aicc);
}

TEST(GrowthLaws, TheCriterionIsTheTextbooks) {
    const auto fit = fits_of([](double t) { return 3 * std::pow(t, 0.3); }, 0.1)[1];
    // k = b, c and the variance.
    EXPECT_DOUBLE_EQ(fit.aicc, 1500 * std::log(fit.ssr / 1500) + 6 + 2 * 3 * 4 / (1500. - 3 - 1));
}

TEST(GrowthLaws, NoAxisNoFits) {
    const auto fits = fit_growth_laws(std::vector<double>{1, 1}, std::vector<double>{1, 2});
    for (const auto& fit : fits) EXPECT_FALSE(fit.is_fitted);
}

}  // namespace
}  // namespace sneddon
