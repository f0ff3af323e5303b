// The contact stiffness that an instrument measured all along the loading, by an oscillation on top
// of the load (continuous stiffness measurement, CSM; Oliver and Pharr 1992, 2004).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon {

struct StiffnessColumn {
    std::vector<double> S_uN_per_nm;  ///< of each point of the curve; NaN where there is none
    std::string source;               ///< "column 'STIFFNESS (N/m)'"
};

/// Of a column of contact stiffness; else of NanoSuite's "Harmonic Stiffness", that of contact and
/// frame in series: 1/S = 1/S_harmonic - 1/S_frame. Nothing without such a column or its unit.
std::optional<StiffnessColumn> find_stiffness(const Curve& curve);

/// Root mean square of the oscillation of the depth, as NanoSuite and InView write it ("Harmonic
/// Displacement"); nullptr: not in the file.
const std::vector<double>* find_amplitude_nm(const Curve& curve);

/// Phase of the contact alone ("Dyn. Phase" of InView). NanoSuite's "Phase Angle" is that of the
/// whole instrument and is none.
const std::vector<double>* find_contact_phase_deg(const Curve& curve);

/// Whether there is one, without its numbers.
bool has_stiffness(const Curve& curve);

}  // namespace sneddon
