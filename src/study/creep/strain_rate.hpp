// Strain rate of a hold and the sensitivity of the hardness to it.
#pragma once

#include <vector>

#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_contact.hpp"

namespace sneddon {

/// a + b c t^(c-1).
double creep_rate_nm_per_s(const CreepLaw& law, double t_s);

/// From the fitted law, never from raw differences: the depth h(t) of the law, the contact depth
/// that goes with it (ContactOfHold), the strain rate (1/2) d ln A/dt and H(t) = F/A(h_c(t)) at 50
/// instants of the window, and the slope of ln H over ln strain rate, m (Maier, Durst et al. 2011,
/// J. Mater. Res. 26, 1421). The window moves m: a power law of time is no power law of H.
/// At a time where the rate is not positive m is 0, the limit of a rate that ends.
struct RatesOfHold {
    double strain_rate_end_per_s = nan;
    double sensitivity = nan;
    std::vector<double> t_s, strain_rate_per_s, H_GPa;
};
RatesOfHold rates_of_hold(const CreepLaw& law, double duration_s, const ContactOfHold& contact,
                          const StudyOptions& options);

}  // namespace sneddon
