// The rheology of a mean hold curve.
#pragma once

#include "results/written/keys.hpp"
#include "results/written/place.hpp"

namespace sneddon {

struct WrittenElement : Place {
    Number L_per_GPa() const { return {at(key::L_per_GPa)}; }
    Numbers L_ci95() const { return {at(key::L_ci95)}; }
    Number tau_s() const { return {at(key::tau_s)}; }
    Numbers tau_ci95() const { return {at(key::tau_ci95)}; }
};

struct WrittenRetardationModel : Place {
    Text model() const { return {at(key::model)}; }
    Text state() const { return {at(key::state)}; }
    Number aicc() const { return {at(key::aicc)}; }
    Number rms_nm() const { return {at(key::rms_nm)}; }
    Number lag1() const { return {at(key::lag1)}; }
    Number durbin_watson() const { return {at(key::durbin_watson)}; }
    Truth has_slow_noise() const { return {at(key::has_slow_noise)}; }
    Truth is_separable() const { return {at(key::is_separable)}; }
    Number L_0_per_GPa() const { return {at(key::L_0_per_GPa)}; }
    Numbers L_0_ci95() const { return {at(key::L_0_ci95)}; }
    Number flow_per_GPa_s() const { return {at(key::flow_per_GPa_s)}; }
    Numbers flow_ci95() const { return {at(key::flow_ci95)}; }
    List<WrittenElement> elements() const { return {at(key::elements)}; }
};

struct WrittenRheologyProfile : Place {
    Numbers t_s() const { return {at(key::t_s)}; }
    Numbers compliance_per_GPa() const { return {at(key::compliance_per_GPa)}; }
    Numbers fitted_per_GPa() const { return {at(key::fitted_per_GPa)}; }
    Numbers residual_nm() const { return {at(key::residual_nm)}; }
};

struct WrittenSpectrum : Place {
    Numbers t_s() const { return {at(key::t_s)}; }
    Numbers t_dL_dt_per_GPa() const { return {at(key::t_dL_dt_per_GPa)}; }
};

struct WrittenRheology : Place {
    Text contact() const { return {at(key::rheology_contact)}; }
    Text reason() const { return {at(key::reason)}; }
    Number ramp_s() const { return {at(key::ramp_s)}; }
    Number contact_radius_nm() const { return {at(key::contact_radius_nm)}; }
    Number creep_law_aicc() const { return {at(key::creep_law_aicc)}; }
    Number u_drift_flow_per_GPa_s() const { return {at(key::u_drift_flow_per_GPa_s)}; }
    Text chosen() const { return {at(key::chosen)}; }
    List<WrittenRetardationModel> models() const { return {at(key::models)}; }
    WrittenRheologyProfile profile() const { return {at(key::profile)}; }
    WrittenSpectrum spectrum() const { return {at(key::spectrum)}; }
};

}  // namespace sneddon
