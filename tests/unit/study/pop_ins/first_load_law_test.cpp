#include "study/pop_ins/first_load_law.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

FirstLoadLaw law_of(FirstLoadFamily family) {
    if (family == FirstLoadFamily::weibull) return {family, std::log(105.0), 1.0 / 6};
    return {family, 100, 15};
}

TEST(FirstLoadLaw, TheQuantileUndoesTheDistribution) {
    for (const FirstLoadFamily family : all_first_load_families)
        for (const double p : {1e-6, 0.1, 0.5, 0.999})
            EXPECT_NEAR(law_of(family).cdf(law_of(family).quantile_uN(p)) / p, 1, 1e-9)
                << name(family);
}

// A central difference over 2 x 1e-4 uN: rounding 1e-12, its own error 1e-10.
TEST(FirstLoadLaw, TheDensityIsTheDerivativeOfTheDistribution) {
    constexpr double step = 1e-4;
    for (const FirstLoadFamily family : all_first_load_families)
        for (const double load_uN : {70.0, 100.0, 125.0}) {
            const FirstLoadLaw law = law_of(family);
            const double slope = (law.cdf(load_uN + step) - law.cdf(load_uN - step)) / (2 * step);
            EXPECT_NEAR(std::exp(law.log_density(load_uN)), slope, 1e-9) << name(family);
        }
}

TEST(FirstLoadLaw, ItsParametersAreThoseOfTheFamily) {
    const auto [k, lambda_uN] = law_of(FirstLoadFamily::weibull).parameters();
    EXPECT_NEAR(k, 6, 1e-12);
    EXPECT_NEAR(lambda_uN, 105, 1e-10);
    EXPECT_NEAR(law_of(FirstLoadFamily::weibull).cdf(105), 1 - std::exp(-1), 1e-12);
    EXPECT_EQ(law_of(FirstLoadFamily::gumbel).parameters()[1], 15);
    EXPECT_NEAR(law_of(FirstLoadFamily::gumbel).cdf(100), 1 - std::exp(-1), 1e-12);
}

}  // namespace
}  // namespace sneddon
