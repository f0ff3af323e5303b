#include "simulate/oscillation_columns.hpp"

#include <cmath>
#include <numbers>
#include <utility>

namespace sneddon {
namespace {

constexpr double N_per_m = 1e3;  // of a uN/nm

}  // namespace

// P = F (1 - z/w)^m with w = m F/S, over z from 0 to twice the amplitude; a contact that would be
// lost on the way unloads all of its load.
OscillationCycle cycle_of_oscillation(double load_uN, double depth_nm, double S_uN_per_nm, double m,
                                      double amplitude_nm) {
    const double range_nm = 2 * amplitude_nm;
    const double left = 1 - range_nm * S_uN_per_nm / (m * load_uN);
    const double unloaded_uN = load_uN * (1 - (left > 0 ? std::pow(left, m) : 0));
    return {unloaded_uN / range_nm, load_uN - unloaded_uN / 2, depth_nm - amplitude_nm};
}

void add_oscillation(Curve& curve, const CurvePlaces& places, const SimulationPlan& plan,
                     const TestTruth& truth, const ContactLaw& contact, RandomStream noise) {
    const double amplitude = plan.programme.oscillation_nm;
    const bool is_secant = plan.programme.oscillation == SimulatedProgramme::Oscillation::secant;
    Channel stiffness{"Harmonic Contact Stiffness", "N/m", std::vector<double>(curve.size())};
    Channel read{"Harmonic Displacement", "nm", std::vector<double>(curve.size())};
    double a = 1;
    for (std::size_t i = places.loading; i < places.unloading; ++i) {
        double &load = curve.load_uN[i], &depth = curve.depth_nm[i];
        if (!(load > 0)) continue;
        // Below a first pop-in the contact is Hertz's; in the hold it grows under a constant load.
        if (load < truth.popin_load_uN)
            a = std::sqrt(plan.tip.radius_nm * depth);
        else if (i < places.hold || !(truth.creep_nm > 0))
            a = contact.radius_at_load_nm(load, a);
        else
            a = contact.radius_at_depth_nm(depth, load);
        const double S_contact = contact.stiffness_uN_per_nm(a);
        // Contact and frame are springs in series.
        const double S = S_contact / (1 + plan.instrument.frame_left_nm_per_uN * S_contact);
        const OscillationCycle cycle =
            is_secant
                ? cycle_of_oscillation(load, depth, S, truth.m, std::numbers::sqrt2 * amplitude)
                : OscillationCycle{S, load, depth};
        const double error_nm = plan.instrument.oscillation_noise_nm * noise.normal();
        read.values[i] = amplitude + error_nm;
        // The force is known better than the amplitude that it makes.
        stiffness.values[i] = N_per_m * cycle.stiffness_uN_per_nm / (1 + error_nm / amplitude);
        load = cycle.load_uN;
        depth = cycle.depth_nm;
    }
    curve.channels.push_back(std::move(stiffness));
    curve.channels.push_back(std::move(read));
}

}  // namespace sneddon
