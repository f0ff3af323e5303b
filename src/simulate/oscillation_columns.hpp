// What a small oscillation on top of the load measures along a test: contact stiffness and the
// amplitude itself, as columns of an instrument's export.
#pragma once

#include "simulate/apply_fault.hpp"
#include "simulate/contact_law.hpp"
#include "simulate/simulated_study.hpp"

namespace sneddon {

/// Columns "Harmonic Contact Stiffness (N/m)" and "Harmonic Displacement (nm)", from contact to the
/// end of the hold; 0 elsewhere. The curve is still that of the material; where the oscillation
/// sees a secant, its loads and depths become the middles of the cycles.
void add_oscillation(Curve& curve, const CurvePlaces& places, const SimulationPlan& plan,
                     const TestTruth& truth, const ContactLaw& contact, RandomStream noise);

/// S, load and depth of a cycle of amplitude `amplitude_nm` that unloads from `load_uN`, where the
/// elastic slope is S and the unloading a power law of exponent m (Pharr, Strader, Oliver 2009).
struct OscillationCycle {
    double stiffness_uN_per_nm = 0, load_uN = 0, depth_nm = 0;
};
OscillationCycle cycle_of_oscillation(double load_uN, double depth_nm, double S_uN_per_nm, double m,
                                      double amplitude_nm);

}  // namespace sneddon
