// What the eye needs of a fitted rheology: a few means over time and its spectrum.
#pragma once

#include <span>
#include <vector>

#include "numeric/retardation/retardation_fit.hpp"

namespace sneddon {

/// Means over blocks of equal length.
struct RheologyProfile {
    std::vector<double> t_s, compliance, fitted, residual_nm;
};
RheologyProfile rheology_profile(std::span<const double> instants_s,
                                 std::span<const double> compliance, const RetardationFit& fit,
                                 double nm_per_compliance);

/// t dL/dt at equal steps of ln t, of a step of load: the first approximation of a continuous
/// spectrum of retardation times (Alfrey and Doty 1945, J. Appl. Phys. 16, 700).
struct RetardationSpectrum {
    std::vector<double> t_s, value;
};
RetardationSpectrum retardation_spectrum(const RetardationFit& fit, double from_s, double to_s);

}  // namespace sneddon
