// Volume of a shear transformation zone from the rate sensitivity of the hardness.
#pragma once

#include "base/nan.hpp"

namespace sneddon {

/// What is assumed; none of it is measured here.
struct StzAssumptions {
    double shear_modulus_GPa = nan;  ///< G of the glass
    double temperature_C = nan;
};

struct StzVolume {
    double volume_nm3 = nan;
    double C = nan;             ///< C' of the formula
    double stress_share = nan;  ///< tau/tau_C
};

/// Omega = k T/(C' m H), C' = (2 R zeta/sqrt(3)) (G gamma_C^2/tau_C) sqrt(1 - tau/tau_C) (Pan,
/// Inoue, Sakurai, Chen 2008, PNAS 105, 14769). Derived from the barrier of the cooperative shear
/// model, W = 4 R G gamma_C^2 (1 - tau/tau_C)^(3/2) zeta Omega (Johnson and Samwer 2005, Phys. Rev.
/// Lett. 95, 195501), a rate exp(-W/kT), and H = 3 sqrt(3) tau: 1/m = d ln rate/d ln tau.
/// R = 1/4, zeta = 3, gamma_C = 0.0267, tau_C = 0.036 G (the last two from that abstract; G for its
/// value at 0 K). tau = H/(3 sqrt(3)) is the hardness itself. NaN where m, H, G are not
/// positive or tau reaches tau_C.
StzVolume stz_volume(double sensitivity, double H_GPa, const StzAssumptions& assumed);

}  // namespace sneddon
