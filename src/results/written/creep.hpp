// Sections of results.json that stand on holds and works: creep law, contact pressure, energies.
#pragma once

#include "results/written/groups.hpp"
#include "results/written/rheology.hpp"

namespace sneddon {

struct WrittenErrors : Place {
    Number a() const { return {at(key::a)}; }
    Number b() const { return {at(key::b)}; }
    Number c() const { return {at(key::c)}; }
};

/// h = a t + b t^c.
struct WrittenCreepLaw : Place {
    Number a_nm_per_s() const { return {at(key::a_nm_per_s)}; }
    Number b_nm() const { return {at(key::b_nm)}; }
    Number c() const { return {at(key::c)}; }
};

struct WrittenCreepFit : WrittenCreepLaw {
    WrittenErrors se() const { return {at(key::se)}; }
    Texts at_bound() const { return {at(key::at_bound)}; }
    Number r_squared() const { return {at(key::r_squared)}; }
    Number rms_nm() const { return {at(key::rms_nm)}; }
    Number u_drift_nm_per_s() const { return {at(key::u_drift_nm_per_s)}; }
};

/// The law when one choice of the analysis is changed.
struct WrittenCreepVariant : WrittenCreepLaw {
    Text change() const { return {at(key::change)}; }
};

/// 95 % intervals when the tests of the mean curve are drawn again.
struct WrittenCreepBootstrap : Place {
    Numbers a_ci95() const { return {at(key::a_ci95)}; }
    Numbers b_ci95() const { return {at(key::b_ci95)}; }
    Numbers c_ci95() const { return {at(key::c_ci95)}; }
};

/// Intervals over tests, and over tests and a common drift.
struct WrittenRatedValue : Place {
    Number value() const { return {at(key::value)}; }
    Numbers ci95_tests() const { return {at(key::ci95_tests)}; }
    Numbers ci95_tests_and_drift() const { return {at(key::ci95_tests_and_drift)}; }
    Text reason() const { return {at(key::reason)}; }
};

struct WrittenRates : Place {
    Text reason() const { return {at(key::reason)}; }
    Number window_begin_s() const { return {at(key::window_begin_s)}; }
    Number window_end_s() const { return {at(key::window_end_s)}; }
    WrittenRatedValue strain_rate_end_per_s() const { return {at(key::strain_rate_end_per_s)}; }
    WrittenRatedValue sensitivity() const { return {at(key::rate_sensitivity)}; }
    WrittenRatedValue stress_exponent() const { return {at(key::stress_exponent)}; }
    WrittenRatedValue stz_volume_nm3() const { return {at(key::stz_volume_nm3)}; }
    Texts doubts() const { return {at(key::doubts)}; }
    Numbers strain_rate_per_s() const { return {at(key::strain_rate_per_s)}; }
    Numbers H_GPa() const { return {at(key::H_GPa)}; }
};

struct WrittenCreepCurve : WrittenSubset {
    Text file() const { return {at(key::file)}; }
    Text column() const { return {at(key::column)}; }
    WrittenCreepFit fit() const { return {at(key::fit)}; }
    WrittenCreepBootstrap bootstrap() const { return {at(key::bootstrap)}; }
    WrittenRates strain_rates() const { return {at(key::strain_rates)}; }
    WrittenRheology rheology() const { return {at(key::rheology)}; }
    List<WrittenCreepVariant> sensitivity() const { return {at(key::sensitivity)}; }
};

struct WrittenPressure : Place {
    Numbers r_nm() const { return {at(key::r_nm)}; }
    Numbers sigma_z_over_p_m() const { return {at(key::sigma_z_over_p_m)}; }
};

struct WrittenContact : WrittenSubset {
    Text rule() const { return {at(key::rule)}; }
    WrittenSummary radius_nm() const { return {at(key::radius_nm)}; }
    WrittenPressure profile() const { return {at(key::profile)}; }
};

struct WrittenEnergy : WrittenSubset {
    Number hold_s() const { return {at(key::hold_s)}; }
    WrittenSummary of_quantity(QuantityIndex quantity) const { return {named(quantity.info().id)}; }
};

}  // namespace sneddon
