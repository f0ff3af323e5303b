#include "numeric/distribution/hurwitz_zeta.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {
namespace {

// mpmath 1.3 with 40 digits.
TEST(HurwitzZeta, IsThatOfHighPrecision) {
    struct Known {
        double s, a, value, derivative;
    };
    for (const auto& [s, a, value, derivative] :
         {Known{2.5, 1, 0.29377889195726214, -0.288740685558193099},
          Known{3.1, 7, -4.67907187839078408, -2.35304169803739568},
          Known{1.01, 3, 4.5959417051553577, -100.92291181933178},
          Known{40, 25, -128.517084303425426, -3.22952038150343949},
          Known{2, 1000, -6.90725523735715822, -7.90725527906549812}}) {
        const LogZeta found = log_hurwitz_zeta(s, a);
        EXPECT_NEAR(found.value, value, 1e-13 * (1 + std::abs(value))) << s << ' ' << a;
        EXPECT_NEAR(found.derivative, derivative, 1e-12 * std::abs(derivative)) << s << ' ' << a;
    }
    EXPECT_NEAR(std::exp(log_hurwitz_zeta(2, 1).value), M_PI * M_PI / 6, 1e-14);
}

// The same data by mpmath: the root of d ln zeta / d alpha = -mean ln x.
TEST(DiscretePowerLaw, IsTheMaximumOfItsLikelihood) {
    const std::vector<double> x = {1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 11, 18};
    DistributionFitOptions options;
    options.xmin = 1;
    auto fit = fit_distribution(x, DistributionFamily::discrete_power_law, options);
    ASSERT_TRUE(fit.is_fitted());
    EXPECT_NEAR(fit.distribution.parameters[0], 1.69706732882843542, 1e-12);
    EXPECT_NEAR(fit.log_likelihood, -35.4599998811803078, 1e-11);
    options.xmin = 2;
    fit = fit_distribution(x, DistributionFamily::discrete_power_law, options);
    EXPECT_EQ(fit.n, 10u);
    EXPECT_NEAR(fit.distribution.parameters[0], 2.00315501887293307, 1e-12);
    EXPECT_NEAR(fit.log_likelihood, -24.627031122356552, 1e-11);
}

TEST(DiscretePowerLaw, FindsWhereItBeginsAndItsExponent) {
    const Distribution truth{DistributionFamily::discrete_power_law, {2.5, 5}};
    RandomStream random(3);
    std::vector<double> values(4000);
    // Below xmin anything else, zeros and negative values among them.
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i < 3000 ? random_value(truth, random) : std::floor(7 * random.uniform()) - 2;
    const auto fit = fit_distribution(values, DistributionFamily::discrete_power_law);
    ASSERT_TRUE(fit.is_fitted());
    EXPECT_EQ(fit.distribution.parameters[1], 5);
    // The standard error is (alpha - 1)/sqrt(n) = 0.027 here.
    EXPECT_NEAR(fit.distribution.parameters[0], 2.5, 0.08);
    values.push_back(2.5);
    EXPECT_EQ(fit_distribution(values, DistributionFamily::discrete_power_law).state,
              DistributionFitState::value_not_whole);
}

TEST(DiscretePowerLaw, ProbabilitiesAddUp) {
    const Distribution law{DistributionFamily::discrete_power_law, {2.2, 3}};
    double sum = 0;
    for (double x = 3; x < 40; ++x) {
        sum += std::exp(log_density(law, x));
        EXPECT_NEAR(cdf(law, x), sum, 1e-13) << x;
        EXPECT_NEAR(survival(law, x + 0.5), 1 - sum, 1e-13) << x;
    }
    EXPECT_EQ(survival(law, 2), 1);
    EXPECT_EQ(log_density(law, 3.5), -HUGE_VAL);
    // d survival / d alpha by a difference of fourth order.
    const auto at = [](double alpha) {
        return survival({DistributionFamily::discrete_power_law, {alpha, 3}}, 9);
    };
    const double h = 1e-3;
    EXPECT_NEAR(survival_gradient(law, 9)[0],
                (8 * (at(2.2 + h) - at(2.2 - h)) - (at(2.2 + 2 * h) - at(2.2 - 2 * h))) / (12 * h),
                1e-10);
}

}  // namespace
}  // namespace sneddon
