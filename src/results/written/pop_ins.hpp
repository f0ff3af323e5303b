// What the pop-ins of a group say together: more of what WrittenPopIns counts.
#pragma once

#include "results/written/doubts.hpp"
#include "results/written/pop_in_keys.hpp"

namespace sneddon {

struct WrittenMeanOfTests : Place {
    Number mean() const { return {at(key::mean)}; }
    Numbers ci95() const { return {at(key::ci95)}; }
};

struct WrittenFirstLoadModel : Place {
    Text model() const { return {at(key::model)}; }
    Text reason() const { return {at(key::reason)}; }
    ByName<Number> parameters() const { return {at(key::parameters)}; }
    ByName<Numbers> intervals() const { return {at(key::intervals)}; }
    Number share() const { return {at(key::popping_share)}; }
    Numbers share_ci95() const { return {at(key::popping_ci95)}; }
    Number share_unseen() const { return {at(key::share_unseen)}; }
    Number aic() const { return {at(key::aic)}; }
    Number bic() const { return {at(key::bic)}; }
    Numbers popped() const { return {at(key::popped)}; }
    Numbers shown() const { return {at(key::shown)}; }
};

struct WrittenSurvival : Place {
    Numbers load_uN() const { return {at(key::step_load_uN)}; }
    Numbers survival() const { return {at(key::step_survival)}; }
    Numbers low() const { return {at(key::step_low)}; }
    Numbers high() const { return {at(key::step_high)}; }
};

struct WrittenSizeModel : Place {
    Text model() const { return {at(key::model)}; }
    Text reason() const { return {at(key::reason)}; }
    Number alpha() const { return {at(key::alpha)}; }
    Numbers alpha_ci95() const { return {at(key::alpha_ci95)}; }
    Number cut() const { return {at(key::cut)}; }
    Numbers cut_ci95() const { return {at(key::cut_ci95)}; }
    Number aic() const { return {at(key::aic)}; }
    Number ks() const { return {at(key::size_ks)}; }
    Number p_ks() const { return {at(key::size_p_ks)}; }
};

struct WrittenSizes : Place {
    Number from() const { return {at(key::size_from)}; }
    Text unit() const { return {at(key::unit)}; }
    Number n() const { return {at(key::n)}; }
    Text preferred() const { return {at(key::preferred)}; }
    List<WrittenSizeModel> models() const { return {at(key::models)}; }
};

struct WrittenSizeCurve : Place {
    Numbers jumps_nm() const { return {at(key::jumps_nm)}; }
    Numbers size_nm() const { return {at(key::size_nm)}; }
    Numbers survival() const { return {at(key::size_survival)}; }
};

struct WrittenDetection : Place {
    Numbers size_nm() const { return {at(key::size_nm)}; }
    Numbers p() const { return {at(key::p_detect)}; }
};

struct WrittenPopInFits : Place {
    explicit WrittenPopInFits(const WrittenPopIns& of) : Place(of) {}

    Text group() const { return {at(key::group)}; }
    Number tests_searched() const { return {at(key::tests_searched)}; }
    Number tests_with_pop_in() const { return {at(key::tests_with_pop_in)}; }
    Number pop_ins() const { return {at(key::pop_ins)}; }
    WrittenMeanOfTests events_per_test() const { return {at(key::events_per_test)}; }
    WrittenMeanOfTests first_load_uN() const { return {at(key::first_load_uN)}; }
    Number limit_nm() const { return {at(key::detection_limit_nm)}; }
    Number noise_nm() const { return {at(key::detection_noise_nm)}; }
    Number later_per_uN() const { return {at(key::later_per_uN)}; }
    WrittenSurvival kaplan_meier() const { return {at(key::kaplan_meier)}; }
    List<WrittenFirstLoadModel> first_load_models() const { return {at(key::first_load_models)}; }
    Text preferred_first() const { return {at(key::preferred_first)}; }
    Numbers curve_load_uN() const { return {at(key::curve_load_uN)}; }
    WrittenSizes jump_sizes() const { return {at(key::jump_sizes)}; }
    WrittenSizes energy_sizes() const { return {at(key::energy_sizes)}; }
    WrittenSizeCurve size_curve() const { return {at(key::size_curve)}; }
    WrittenDetection detection() const { return {at(key::detection)}; }
};

}  // namespace sneddon
