#include "study/creep/stz_volume.hpp"

#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

constexpr double boltzmann_J_per_K = 1.380649e-23;  // exact, SI 2019
constexpr double ice_K = 273.15;
constexpr double nm3_per_J_per_GPa = 1e18;       // 1 J/GPa = 1e-9 m³
constexpr double fold = 0.25;                    // R, Johnson and Samwer 2005
constexpr double correlation = 3;                // zeta, the same
constexpr double yield_strain = 0.0267;          // gamma_C, the same
constexpr double strength_over_modulus = 0.036;  // tau_C/G, their gamma_C0
constexpr double constraint = 3;                 // H over the yield stress (Tabor 1951)

}  // namespace

StzVolume stz_volume(double sensitivity, double H_GPa, const StzAssumptions& assumed) {
    StzVolume zone;
    const double G = assumed.shear_modulus_GPa, T_K = assumed.temperature_C + ice_K;
    if (!(sensitivity > 0) || !(H_GPa > 0) || !(G > 0) || !(T_K > 0)) return zone;
    const double tau_GPa = H_GPa / (constraint * std::numbers::sqrt3);  // von Mises
    zone.stress_share = tau_GPa / (strength_over_modulus * G);
    if (!(zone.stress_share < 1)) return zone;
    zone.C = 2 * fold * correlation / std::numbers::sqrt3 * yield_strain * yield_strain /
             strength_over_modulus * std::sqrt(1 - zone.stress_share);
    zone.volume_nm3 = nm3_per_J_per_GPa * boltzmann_J_per_K * T_K / (zone.C * sensitivity * H_GPa);
    return zone;
}

}  // namespace sneddon
