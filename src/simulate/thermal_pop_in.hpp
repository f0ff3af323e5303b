// First pop-ins by thermal activation under the largest shear stress of a Hertz contact.
#pragma once

#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct ElasticLoading {
    double peak_uN, load_rate_uN_per_s;
    double E_r_GPa, radius_nm;
};

/// The load where the integral of attempts exp(-(barrier - tau volume)/(k T)) over the time of
/// loading reaches `exponential`, a draw of the exponential distribution of mean 1; NaN: not before
/// the peak. tau = 0.31 p_0, p_0 = (6 F E_r^2/(pi^3 R^2))^(1/3) (Hertz; Johnson 1985, eq. 4.24,
/// 4.25). By Simpson's rule in tau.
double thermal_pop_in_load_uN(const SimulatedMaterial& material, double exponential,
                              const ElasticLoading& loading);

}  // namespace sneddon
