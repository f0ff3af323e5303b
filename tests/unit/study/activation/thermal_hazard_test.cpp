#include "study/activation/thermal_hazard.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

/// Simpson's rule over u: good to 1e-11 for these smooth integrands.
double by_quadrature(double z, int power) {
    constexpr int steps = 4000;
    double sum = 0;
    const auto at = [&](int i) {
        const double u = static_cast<double>(i) / steps;
        return std::pow(u, power) * std::exp(-z * (1 - u));
    };
    for (int i = 0; i < steps; i += 2) sum += at(i) + 4 * at(i + 1) + at(i + 2);
    return sum / (3.0 * steps);
}

TEST(GrowthFactor, IsItsIntegralOnBothSidesOfTheSeries) {
    for (const int power : {0, 2, 5})
        for (const double z : {0.01, 1.0, 11.9, 12.1, 20.0, 60.0})
            EXPECT_NEAR(growth_factor(z, power) / by_quadrature(z, power), 1, 1e-9)
                << power << " " << z;
}

// Closed form of the pop-in hazard: exp(b t)(t^2/b - 2t/b^2 + 2/b^3) - 2/b^3.
TEST(LogGrowth, OfThePowerTwoIsItsClosedForm) {
    const double b = 7.3, tau = 2.4;
    const double closed =
        std::exp(b * tau) * (tau * tau / b - 2 * tau / (b * b) + 2 / (b * b * b)) - 2 / (b * b * b);
    EXPECT_NEAR(log_growth(tau, b, 2), std::log(closed), 1e-12);
}

// 298.15 K: 0.0256926 eV, and 1 eV is 0.1602177 GPa nm^3.
TEST(ThermalEnergy, IsThatOfTheTextbooks) {
    EXPECT_NEAR(thermal_energy_GPa_nm3(25), 0.0256926 * 0.1602177, 1e-8);
}

}  // namespace
}  // namespace sneddon
