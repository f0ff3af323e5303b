#include "simulate/thermal_pop_in.hpp"

#include <cmath>
#include <numbers>

#include "base/nan.hpp"
#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr double k_eV_per_K = 8.617333262e-5;   // Boltzmann's constant (CODATA 2018)
constexpr double eV_per_GPa_nm3 = 6.241509074;  // 1e-18 J over the charge of an electron
constexpr double zero_C_in_K = 273.15;
constexpr double shear_of_p_0 = 0.31;
constexpr int steps = 4000;

}  // namespace

double thermal_pop_in_load_uN(const SimulatedMaterial& material, double exponential,
                              const ElasticLoading& loading) {
    const double kT_eV = k_eV_per_K * (material.temperature_C + zero_C_in_K);
    const double R = loading.radius_nm, E = loading.E_r_GPa, pi = std::numbers::pi;
    // F = C tau^3
    const double C = uN_per_GPa_nm2 * pi * pi * pi * R * R /
                     (6 * E * E * shear_of_p_0 * shear_of_p_0 * shear_of_p_0);
    const double tau_end = std::cbrt(loading.peak_uN / C), step = tau_end / steps;
    const auto per_GPa = [&](double tau) {  // rate, times dt/dtau
        const double barrier_eV =
            material.popin_barrier_eV - tau * material.popin_volume_nm3 * eV_per_GPa_nm3;
        return material.popin_attempts_per_s * std::exp(-barrier_eV / kT_eV) * 3 * C * tau * tau /
               loading.load_rate_uN_per_s;
    };
    double sum = 0, here = per_GPa(0);
    for (int i = 0; i < steps; ++i) {
        const double tau = i * step;
        const double there = per_GPa(tau + step);
        const double part = step / 6 * (here + 4 * per_GPa(tau + step / 2) + there);
        if (sum + part >= exponential) {
            const double place = tau + step * (exponential - sum) / part;
            return C * place * place * place;
        }
        sum += part;
        here = there;
    }
    return nan;
}

}  // namespace sneddon
