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

struct WrittenCreepCurve : WrittenSubset {
    Text file() const { return {at(key::file)}; }
    Text column() const { return {at(key::column)}; }
    WrittenCreepFit fit() const { return {at(key::fit)}; }
    WrittenCreepBootstrap bootstrap() const { return {at(key::bootstrap)}; }
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
