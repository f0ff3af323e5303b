#include "simulate/thermal_pop_in.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

constexpr double kT_GPa_nm3 = 4.11643e-3;  // 298.15 K times 1.380649e-23 J/K

// Without a barrier that stress lowers, pop-ins come at one rate: the load is rate times time.
TEST(ThermalPopIn, WithoutAVolumeTheTimeCounts) {
    SimulatedMaterial material;
    material.popin_attempts_per_s = 0.5;
    material.popin_barrier_eV = 0;
    material.popin_volume_nm3 = 1e-9;
    EXPECT_NEAR(thermal_pop_in_load_uN(material, 2, {300, 30, 48, 300}), 120, 1e-3);
    EXPECT_TRUE(std::isnan(thermal_pop_in_load_uN(material, 6, {300, 30, 48, 300})));
}

// tau of 105 uN, 48 GPa, 300 nm is 2.49 GPa (docs/methods/pop-ins.md). The integral is
// attempts exp(-barrier/kT) C/rate G(tau), G = 3 times the integral of t^2 exp(b t), b = V/kT:
// G = exp(b tau)(3 tau^2/b - 6 tau/b^2 + 6/b^3) - 6/b^3.
TEST(ThermalPopIn, TheIntegralOfTheRateIsTheDraw) {
    const SimulatedMaterial material;
    const double exponential = 0.7;
    const double load = thermal_pop_in_load_uN(material, exponential, {300, 30, 48, 300});
    const double p_0 = std::cbrt(6e3 * load * 48 * 48 / (std::pow(M_PI, 3) * 300 * 300));
    const double tau = 0.31 * p_0, b = material.popin_volume_nm3 / kT_GPa_nm3;
    const double G = std::exp(b * tau) * (3 * tau * tau / b - 6 * tau / (b * b) + 6 / (b * b * b)) -
                     6 / (b * b * b);
    const double attempts = material.popin_attempts_per_s *
                            std::exp(-material.popin_barrier_eV * 0.1602177 / kT_GPa_nm3);
    EXPECT_NEAR(attempts * load / (tau * tau * tau) / 30 * G / exponential, 1,
                2e-3);  // k, e: 5 digits
}

TEST(ThermalPopIn, FasterLoadingMeansAHigherLoad) {
    const SimulatedMaterial material;
    const double slow = thermal_pop_in_load_uN(material, 0.7, {300, 10, 48, 300});
    const double fast = thermal_pop_in_load_uN(material, 0.7, {300, 100, 48, 300});
    EXPECT_GT(fast, slow * 1.2);
}

}  // namespace
}  // namespace sneddon
