// How fast a thermally activated event becomes likely while the stress rises.
#pragma once

namespace sneddon {

/// ln of the integral of s^power exp(b s) over s from 0 to tau: the cumulative hazard of attempts
/// at a constant rate of load (F goes like tau^3, so dt like tau^2 dtau), up to a factor. b > 0,
/// tau > 0, power 0 to 5. Derived: tau^(power + 1) exp(z) J_power(z), z = b tau.
double log_growth(double tau, double b, int power);

/// J_power(z), the integral of u^power exp(-z (1 - u)) over u from 0 to 1, z > 0: by its series
/// below 12, else J_n = (1 - n J_(n-1))/z from J_0 = (1 - exp(-z))/z (by parts), which loses four
/// digits at most there.
double growth_factor(double z, int power);

/// k T in GPa nm^3, which is 1e-18 J.
double thermal_energy_GPa_nm3(double temperature_C);

}  // namespace sneddon
