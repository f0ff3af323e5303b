#include "results/findings_json.hpp"

#include <cmath>

namespace sneddon {
namespace {

Json permuted_json(const PermutedStatistic& statistic, double p) {
    return {{"value", json_number(statistic.value)},
            {"expected", json_number(statistic.expected)},
            {"sd", json_number(statistic.sd)},
            {"z", json_number(statistic.z)},
            {"p", json_number(p)}};
}

Json variogram_json(const MapQuantity& map) {
    Json classes = Json::array();
    for (const VariogramClass& each : map.variogram)
        classes.push_back({{"distance_um", json_number(each.distance)},
                           {"pairs", each.pairs},
                           {"gamma", json_number(each.cressie_hawkins)}});
    return {{"classes", classes},
            {"nugget", json_number(map.fit.nugget)},
            {"partial_sill", json_number(map.fit.partial_sill)},
            {"correlation_length_um", json_number(map.fit.correlation_length)},
            {"verdict", words(map.fit.verdict)}};
}

Json map_quantity_json(const MapQuantity& map) {
    const SpatialAutocorrelation& of = map.autocorrelation;
    return {{"id", map.quantity.info().id},           {"n", of.n},
            {"moran_i", json_number(of.moran.value)}, {"expected", json_number(of.moran.expected)},
            {"sd", json_number(of.moran.sd)},         {"z", json_number(of.moran.z)},
            {"p", json_number(of.moran.p_greater)},   {"p_holm", json_number(map.p_holm)},
            {"geary_c", json_number(of.geary.value)}, {"geary_p", json_number(of.geary.p_less)},
            {"variogram", variogram_json(map)}};
}

Json joins_json(const std::optional<JoinCounts>& joins) {
    if (!joins) return nullptr;
    Json list = Json::array();
    for (const JoinCount& each : joins->counts) {
        Json json = {{"label", each.label}, {"other_label", each.other_label}};
        json.update(permuted_json(each.joins, each.joins.p_two_sided));
        list.push_back(std::move(json));
    }
    return {{"n", joins->n},
            {"pairs", joins->pairs},
            {"same_label", permuted_json(joins->same_label, joins->same_label.p_greater)},
            {"joins", list}};
}

Json evidence_json(const Evidence& evidence) {
    if (const auto* number = std::get_if<double>(&evidence)) return json_number(*number);
    if (const auto* text = std::get_if<std::string>(&evidence)) return *text;
    return numbers_json(std::get<std::vector<double>>(evidence));
}

}  // namespace

Json label_json(Label label) {
    return label ? Json(*label) : Json(nullptr);
}

Json interval_json(const Interval& interval) {
    return Json::array({json_number(interval.low), json_number(interval.high)});
}

Json summary_json(const Summary& summary) {
    return {{"mean", json_number(summary.mean)}, {"sd", json_number(summary.sd)}, {"n", summary.n}};
}

Json quartiles_json(const Quartiles& quartiles) {
    return {{"median", json_number(quartiles.median)},
            {"q25", json_number(quartiles.q25)},
            {"q75", json_number(quartiles.q75)}};
}

Json numbers_json(const std::vector<double>& numbers) {
    Json list = Json::array();
    for (const double number : numbers) list.push_back(json_number(number));
    return list;
}

Json comparison_json(const GroupComparison& pair) {
    const MeanComparison& welch = pair.welch;
    return {{"quantity", pair.quantity.info().id},
            {"a", pair.a},
            {"b", pair.b},
            {"n_a", welch.n_first},
            {"n_b", welch.n_second},
            {"difference", json_number(welch.difference)},
            {"ci95", interval_json({welch.difference_low, welch.difference_high})},
            {"t", json_number(welch.t)},
            {"df", json_number(welch.df)},
            {"p", json_number(welch.p)},
            {"p_holm", json_number(pair.p_holm)},
            {"hedges_g", json_number(welch.hedges_g)},
            {"hedges_g_ci95", interval_json({welch.hedges_g_low, welch.hedges_g_high})},
            {"u_common", json_number(pair.u_common)}};
}

Json contact_json(const ContactFinding& contact) {
    return {{"label", label_json(contact.label)},
            {"load_function", contact.load_function},
            {"n", contact.n},
            {"rule", word_of(contact.rule)},
            {"radius_nm", summary_json(contact.radius_nm)},
            {"sqrt_A_over_pi_nm", summary_json(contact.sqrt_A_over_pi_nm)},
            {"h_c_tan_nm", summary_json(contact.h_c_tan_nm)},
            {"paper_eq3_nm", summary_json(contact.paper_eq3_nm)},
            {"p_m_GPa", json_number(contact.p_m_GPa)},
            {"profile",
             {{"r_nm", numbers_json(contact.r_nm)},
              {"sigma_z_over_p_m", numbers_json(contact.sigma_z_over_p_m)}}}};
}

Json energy_json(const EnergyFinding& energy) {
    Json json = {{"label", label_json(energy.label)},
                 {"load_function", energy.load_function},
                 {"n", energy.n},
                 {"hold_s", json_number(energy.hold_s)}};
    for (const auto& [at, summary] : energy.statistics)
        json[std::string(quantity_table[at].id)] = summary_json(summary);
    json["W_plast_without_hold_pJ"] = summary_json(energy.W_plast_without_hold_pJ);
    return json;
}

Json map_json(const MapFinding& map) {
    Json quantities = Json::array();
    for (const MapQuantity& each : map.quantities) quantities.push_back(map_quantity_json(each));
    return {{"load_function", map.load_function},
            {"nx", map.nx},
            {"ny", map.ny},
            {"pitch_x_um", json_number(map.pitch_x_um)},
            {"pitch_y_um", json_number(map.pitch_y_um)},
            {"quantities", quantities},
            {"labels", joins_json(map.labels)}};
}

Json order_json(const OrderFinding& order) {
    Json classes = Json::array();
    for (const VariogramClass& each : order.variogram)
        classes.push_back({{"lag", json_number(each.distance)},
                           {"pairs", each.pairs},
                           {"gamma", json_number(each.cressie_hawkins)}});
    return {{"load_function", order.load_function},
            {"id", order.quantity.info().id},
            {"n", order.trend.n},
            {"tau_b", json_number(order.trend.tau_b)},
            {"p", json_number(order.trend.p)},
            {"p_holm", json_number(order.p_holm)},
            {"slope_per_test", json_number(order.slope.slope)},
            {"slope_ci95", interval_json({order.slope.slope_low, order.slope.slope_high})},
            {"variogram", classes}};
}

Json mechanism_json(const std::optional<Mechanism>& mechanism) {
    if (!mechanism) return nullptr;
    return {{"paper", mechanism->reading},
            {"for", mechanism->supports},
            {"against", mechanism->objections}};
}

Json check_json(const Check& check) {
    Json evidence = Json::object();
    for (const auto& [key, value] : check.evidence) evidence[key] = evidence_json(value);
    return {{"code", check.code},
            {"verdict", name(check.verdict)},
            {"evidence", evidence},
            {"text", check.text},
            {"reason", check.reason}};
}

}  // namespace sneddon
