#include "study/activation/thermal_hazard.hpp"

#include <cmath>

namespace sneddon {
namespace {

constexpr double boltzmann_GPa_nm3_per_K = 1.380649e-5;  // exact, SI 2019
constexpr double ice_K = 273.15;
constexpr double series_below = 12;
constexpr double negligible = 1e-17;  // of a sum of doubles

}  // namespace

double growth_factor(double z, int power) {
    if (z < series_below) {
        double term = 1, sum = 1.0 / (power + 1);
        for (int n = 1; n < 200; ++n) {
            term *= z / n;
            const double part = term / (n + power + 1);
            sum += part;
            if (part < negligible * sum) break;
        }
        return std::exp(-z) * sum;
    }
    double factor = -std::expm1(-z) / z;
    for (int n = 1; n <= power; ++n) factor = (1 - n * factor) / z;
    return factor;
}

double log_growth(double tau, double b, int power) {
    const double z = b * tau;
    return (power + 1) * std::log(tau) + z + std::log(growth_factor(z, power));
}

double thermal_energy_GPa_nm3(double temperature_C) {
    return boltzmann_GPa_nm3_per_K * (temperature_C + ice_K);
}

}  // namespace sneddon
