// The activation volume of the first pop-ins.
#pragma once

#include "results/written/keys.hpp"
#include "results/written/place.hpp"

namespace sneddon {

struct WrittenActivationRate : Place {
    Text load_function() const { return {at(key::load_function)}; }
    Number load_rate_uN_per_s() const { return {at(key::load_rate_uN_per_s)}; }
    Number tests_searched() const { return {at(key::tests_searched)}; }
    Number tests_with_pop_in() const { return {at(key::tests_with_pop_in)}; }
    Number expected_with() const { return {at(key::expected_with)}; }
    Number median_tau_GPa() const { return {at(key::median_tau_GPa)}; }
    Numbers tau_GPa() const { return {at(key::tau_GPa)}; }
    Numbers log_log() const { return {at(key::log_log)}; }
    Numbers model_tau_GPa() const { return {at(key::model_tau_GPa)}; }
    Numbers model_log_log() const { return {at(key::model_log_log)}; }
};

struct WrittenZone : Place {
    Number volume_nm3() const { return {at(key::volume_nm3)}; }
    Number diameter_nm() const { return {at(key::diameter_nm)}; }
};

struct WrittenZoneOfModel : Place {
    Number value() const { return {at(key::value)}; }
    Text reason() const { return {at(key::reason)}; }
};

struct WrittenActivation : Place {
    Text sample() const { return {at(key::sample)}; }
    Text reason() const { return {at(key::reason)}; }
    Number tests_searched() const { return {at(key::tests_searched)}; }
    Number tests_with_pop_in() const { return {at(key::tests_with_pop_in)}; }
    Number temperature_C() const { return {at(key::temperature_C)}; }
    Number radius_nm() const { return {at(key::radius_nm)}; }
    Number E_r_hertz_GPa() const { return {at(key::E_r_hertz_GPa)}; }
    Number E_r_GPa() const { return {at(key::E_r_GPa)}; }
    Number volume_nm3() const { return {at(key::volume_nm3)}; }
    Numbers volume_ci95() const { return {at(key::volume_ci95)}; }
    Number share() const { return {at(key::share)}; }
    Numbers share_ci95() const { return {at(key::share_ci95)}; }
    Number line_volume_nm3() const { return {at(key::line_volume_nm3)}; }
    Number sites_volume_nm3() const { return {at(key::sites_volume_nm3)}; }
    Number rate_power() const { return {at(key::rate_power)}; }
    Numbers rate_power_ci95() const { return {at(key::rate_power_ci95)}; }
    Number rate_power_p() const { return {at(key::rate_power_p)}; }
    Number spread_volume_nm3() const { return {at(key::spread_volume_nm3)}; }
    Number shift_volume_nm3() const { return {at(key::shift_volume_nm3)}; }
    WrittenZone zone() const { return {at(key::zone)}; }
    WrittenZoneOfModel stz_volume_nm3() const { return {at(key::stz_volume_nm3)}; }
    List<WrittenActivationRate> rates() const { return {at(key::rates)}; }
    Texts remarks() const { return {at(key::remarks)}; }
};

}  // namespace sneddon
