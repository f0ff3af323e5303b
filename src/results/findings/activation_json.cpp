#include "results/findings_json.hpp"

namespace sneddon {
namespace {

JsonText rate_json(const ActivationRate& rate) {
    return {{key::load_function, rate.load_function},
            {key::load_rate_uN_per_s, json_number(rate.load_rate_uN_per_s)},
            {key::tests_searched, rate.searched},
            {key::tests_with_pop_in, rate.with},
            {key::expected_with, json_number(rate.expected_with)},
            {key::median_tau_GPa, json_number(rate.median_tau_GPa)},
            {key::tau_GPa, numbers_json(rate.tau_GPa)},
            {key::log_log, numbers_json(rate.log_log)},
            {key::model_tau_GPa, numbers_json(rate.model_tau_GPa)},
            {key::model_log_log, numbers_json(rate.model_log_log)}};
}

JsonText zone_json(const ActivationFinding& found) {
    return {{"shear", json_number(assumed_zone_shear)},
            {key::volume_nm3, json_number(found.zone_volume_nm3)},
            {key::diameter_nm, json_number(found.zone_diameter_nm)}};
}

JsonText stz_json(const ActivationFinding& found) {
    return {{key::value, json_number(found.stz.volume_nm3)},
            {key::reason, found.stz_reason},
            {"shear_modulus_GPa", json_number(found.stz_assumed.shear_modulus_GPa)},
            {"C", json_number(found.stz.C)},
            {"tau_over_tau_C", json_number(found.stz.stress_share)}};
}

JsonText jumps_json(const JumpLaw& jumps) {
    if (!jumps.is_fitted) return nullptr;
    return {{"jump_nm", json_number(jumps.size_nm)},
            {"load_uN", json_number(jumps.load_uN)},
            {"power", json_number(jumps.power)},
            {"sd_of_log", json_number(jumps.spread)}};
}

}  // namespace

JsonText activation_json(const ActivationFinding& found, const std::string& sample) {
    JsonText rates = JsonText::array(), remarks = JsonText::array();
    for (const ActivationRate& rate : found.rates) rates.push_back(rate_json(rate));
    for (const std::string& remark : found.remarks) remarks.push_back(remark);
    return {{key::sample, sample},
            {key::reason, found.reason},
            {key::tests_searched, found.tests},
            {key::tests_with_pop_in, found.pop_ins},
            {key::temperature_C, json_number(found.temperature_C)},
            {key::radius_nm, json_number(found.radius_nm)},
            {key::E_r_hertz_GPa, json_number(found.E_r_hertz_GPa)},
            {key::E_r_GPa, json_number(found.E_r_GPa)},
            {key::volume_nm3, json_number(found.volume_nm3)},
            {key::volume_ci95, interval_json(found.volume_ci95)},
            {key::share, json_number(found.share)},
            {key::share_ci95, interval_json(found.share_ci95)},
            {key::line_volume_nm3, json_number(found.line_volume_nm3)},
            {key::sites_volume_nm3, json_number(found.sites_volume_nm3)},
            {"sites_log_likelihood", json_number(found.sites_log_likelihood)},
            {key::rate_power, json_number(found.rate_power)},
            {key::rate_power_ci95, interval_json(found.rate_power_ci95)},
            {key::rate_power_p, json_number(found.rate_power_p)},
            {key::spread_volume_nm3, json_number(found.spread_volume_nm3)},
            {key::shift_volume_nm3, json_number(found.shift_volume_nm3)},
            {key::zone, zone_json(found)},
            {key::stz_volume_nm3, stz_json(found)},
            {"jumps", jumps_json(found.jumps)},
            {key::rates, rates},
            {key::remarks, remarks}};
}

}  // namespace sneddon
