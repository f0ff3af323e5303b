// The rheology of a mean hold curve.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "numeric/retardation/retardation_fit.hpp"
#include "sneddon/study/summary.hpp"
#include "study/creep/rheology_contact.hpp"
#include "study/creep/rheology_profile.hpp"

namespace sneddon {

/// Percentile intervals of the chosen model when the tests of the mean curve are drawn again.
struct RheologyResampling {
    std::size_t replicates = 0;  ///< 0: not made
    Interval instantaneous, flow;
    std::array<Interval, most_elements> strength, tau;
};

struct RheologyFinding {
    std::string reason;  ///< why there is none; else empty
    RheologyContact contact = RheologyContact::none;
    double ramp_s = nan, F_uN = nan, contact_radius_nm = nan;
    bool has_instantaneous = false;  ///< L_0 is that of the material, not an offset
    /// Geometric mean of dh/dy over the hold: what a residual of compliance is as depth.
    double nm_per_compliance = nan;
    RetardationChoice choice;
    /// AICc of a t + b t^c on the same scale: the likelihood of the depths, with the same count.
    double creep_law_aicc = nan;
    double u_drift_flow = nan;  ///< 1/eta that a drift of u_drift looks like
    RheologyResampling resampling;
    RheologyProfile profile;
    RetardationSpectrum spectrum;  ///< of the chosen model
};

}  // namespace sneddon
