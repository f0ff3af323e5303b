// First pop-ins as thermally activated events under a rising stress, by maximum likelihood.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

/// Tests loaded elastically at one rate of load from 0 to the same end.
struct LoadedTests {
    double load_rate_uN_per_s = nan;
    double tau_end_GPa = nan;      ///< the largest shear stress if nothing happened until the end
    std::vector<double> tau_GPa;   ///< of the first pop-in of each test that shows one
    std::size_t without = 0;       ///< tests that show none
    std::vector<double> p_detect;  ///< that one is seen, in cells of equal width from 0 to the end
};

/// The rate per test that can pop in at all: exp(alpha) tau^sites_power exp(b tau), b = V*/(k T).
/// sites_power: 0 for attempts at a fixed number of places, 3 for attempts in the stressed volume,
/// which grows like the cube of the contact radius, and that like tau.
struct HazardModel {
    int sites_power = 0;
    /// false: the rate of load moves tau as thermal activation says (rate_power = 1). true: by
    /// its own parameter, 0 for what does not know of time.
    bool has_rate_power = false;

    /// Of tau in the hazard per step of stress: F goes like tau^3, so dt like tau^2 dtau.
    int stress_power() const { return 2 + sites_power; }
};

struct HazardFit {
    bool is_fitted = false;
    HazardModel model;
    double b_per_GPa = nan;
    double share = nan;       ///< of the tests that can pop in at all, at most 1
    double rate_power = 1;    ///< cumulative hazard goes like rate^-rate_power at a given stress
    double log_hazard = nan;  ///< ln of the cumulative hazard at the reference
    double tau_reference_GPa = nan, rate_reference_uN_per_s = nan;
    double log_likelihood = nan;

    /// ln of the cumulative hazard of loading at this rate up to tau.
    double log_hazard_at(double tau_GPa, double load_rate_uN_per_s) const;
};

/// Maximises, over the tests of all rates,
///   sum over seen ones of ln[share dL/dtau exp(-L)]
///   + sum over the others of ln[1 - share int p_detect exp(-L) dL],
/// L the cumulative hazard: a test without a pop-in had none before its end, cannot have one, or
/// had one that was not seen. p_detect of the seen ones is a constant factor.
HazardFit fit_hazard(std::span<const LoadedTests> tests, const HazardModel& model);

/// 95 % by profile likelihood: chi squared with one degree of freedom (Venzon and Moolgavkar 1988).
/// An end is NaN where the likelihood never falls far enough.
Interval interval_of_b(std::span<const LoadedTests> tests, const HazardFit& fit);
Interval interval_of_share(std::span<const LoadedTests> tests, const HazardFit& fit);
Interval interval_of_rate_power(std::span<const LoadedTests> tests, const HazardFit& fit);

/// How many of these tests the fit expects to show a pop-in.
double expected_with(const LoadedTests& tests, const HazardFit& fit);

}  // namespace sneddon
