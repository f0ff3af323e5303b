#include "results/findings_json.hpp"

namespace sneddon {
namespace {

JsonText permuted_json(const PermutedStatistic& statistic, double p) {
    return {{key::value, json_number(statistic.value)},
            {key::expected, json_number(statistic.expected)},
            {key::sd, json_number(statistic.sd)},
            {"z", json_number(statistic.z)},
            {key::p, json_number(p)}};
}

JsonText variogram_json(const MapQuantity& map) {
    JsonText classes = JsonText::array();
    for (const VariogramClass& distances : map.variogram)
        classes.push_back({{key::distance_um, json_number(distances.distance)},
                           {"pairs", distances.pairs},
                           {key::gamma, json_number(distances.cressie_hawkins)}});
    return {{key::classes, classes},
            {"nugget", json_number(map.fit.nugget)},
            {"partial_sill", json_number(map.fit.partial_sill)},
            {"range_um", json_number(map.fit.correlation_length)},
            {key::correlation_length_um, json_number(map.length.length)},
            {key::length_ci95, interval_json({map.length.low, map.length.high})},
            {"correlation_model", name(map.length.model)},
            {"nugget_share", json_number(map.length.nugget_share)},
            {"log_likelihood_ratio", json_number(map.length.log_likelihood)},
            {"other_model_less_likely", json_number(map.length.other_model)},
            {key::verdict, words(map.length.verdict)}};
}

JsonText pair_of_maps_json(const MapPair& pair) {
    JsonText classes = JsonText::array();
    for (const CrossVariogramClass& distances : pair.compared.variogram)
        classes.push_back({{key::distance_um, json_number(distances.distance)},
                           {"pairs", distances.pairs},
                           {key::gamma, json_number(distances.gamma)},
                           {"codispersion", json_number(distances.codispersion)}});
    return {{"id_x", pair.x.info().id},
            {"id_y", pair.y.info().id},
            {key::n, pair.compared.n},
            {"pearson", json_number(pair.compared.pearson)},
            {"lee_l", json_number(pair.compared.lee.value)},
            {key::expected, json_number(pair.compared.lee.expected)},
            {key::p, json_number(pair.compared.lee.p_two_sided)},
            {key::p_holm, json_number(pair.p_holm)},
            {"cross_variogram", classes}};
}

JsonText map_quantity_json(const MapQuantity& map) {
    const SpatialAutocorrelation& correlation = map.autocorrelation;
    return {{key::id, map.quantity.info().id},
            {key::n, correlation.n},
            {key::moran_i, json_number(correlation.moran.value)},
            {key::expected, json_number(correlation.moran.expected)},
            {key::sd, json_number(correlation.moran.sd)},
            {"z", json_number(correlation.moran.z)},
            {key::p, json_number(correlation.moran.p_greater)},
            {key::p_holm, json_number(map.p_holm)},
            {"geary_c", json_number(correlation.geary.value)},
            {"geary_p", json_number(correlation.geary.p_less)},
            {key::variogram, variogram_json(map)}};
}

JsonText joins_json(const std::optional<JoinCounts>& joins) {
    if (!joins) return nullptr;
    JsonText list = JsonText::array();
    for (const JoinCount& count : joins->counts) {
        JsonText json = {{key::label, count.label}, {"other_label", count.other_label}};
        json.update(permuted_json(count.joins, count.joins.p_two_sided));
        list.push_back(std::move(json));
    }
    return {{key::n, joins->n},
            {"pairs", joins->pairs},
            {key::same_label, permuted_json(joins->same_label, joins->same_label.p_greater)},
            {"joins", list}};
}

JsonText evidence_json(const Evidence& evidence) {
    if (const auto* number = std::get_if<double>(&evidence)) return json_number(*number);
    if (const auto* text = std::get_if<std::string>(&evidence)) return *text;
    return numbers_json(std::get<std::vector<double>>(evidence));
}

}  // namespace

JsonText label_json(Label label) {
    return label ? JsonText(*label) : JsonText(nullptr);
}

JsonText interval_json(const Interval& interval) {
    return JsonText::array({json_number(interval.low), json_number(interval.high)});
}

JsonText summary_json(const Summary& summary) {
    return {{key::mean, json_number(summary.mean)},
            {key::sd, json_number(summary.sd)},
            {key::n, summary.n}};
}

JsonText quartiles_json(const Quartiles& quartiles) {
    return {{key::median, json_number(quartiles.median)},
            {key::q25, json_number(quartiles.q25)},
            {key::q75, json_number(quartiles.q75)}};
}

JsonText numbers_json(const std::vector<double>& numbers) {
    JsonText list = JsonText::array();
    for (const double number : numbers) list.push_back(json_number(number));
    return list;
}

JsonText comparison_json(const GroupComparison& pair) {
    const MeanComparison& welch = pair.welch;
    return {{key::quantity, pair.quantity.info().id},
            {key::a, pair.a},
            {key::b, pair.b},
            {"n_a", welch.n_first},
            {"n_b", welch.n_second},
            {key::difference, json_number(welch.difference)},
            {key::ci95, interval_json({welch.difference_low, welch.difference_high})},
            {key::t, json_number(welch.t)},
            {key::df, json_number(welch.df)},
            {key::p, json_number(welch.p)},
            {key::p_holm, json_number(pair.p_holm)},
            {key::hedges_g, json_number(welch.hedges_g)},
            {"hedges_g_ci95", interval_json({welch.hedges_g_low, welch.hedges_g_high})},
            {key::u_common, json_number(pair.u_common)},
            {key::spread, spread_json(pair.spread)},
            {key::equivalence, equivalence_json(pair.equivalence)}};
}

JsonText contact_json(const ContactFinding& contact) {
    return {{key::label, label_json(contact.label)},
            {key::load_function, contact.load_function},
            {key::n, contact.n},
            {key::rule, word_of(contact.rule)},
            {key::radius_nm, summary_json(contact.radius_nm)},
            {"sqrt_A_over_pi_nm", summary_json(contact.sqrt_A_over_pi_nm)},
            {"h_c_tan_nm", summary_json(contact.h_c_tan_nm)},
            {"paper_eq3_nm", summary_json(contact.paper_eq3_nm)},
            {"p_m_GPa", json_number(contact.p_m_GPa)},
            {key::profile,
             {{key::r_nm, numbers_json(contact.r_nm)},
              {key::sigma_z_over_p_m, numbers_json(contact.sigma_z_over_p_m)}}}};
}

JsonText energy_json(const EnergyFinding& energy) {
    JsonText json = {{key::label, label_json(energy.label)},
                     {key::load_function, energy.load_function},
                     {key::n, energy.n},
                     {key::hold_s, json_number(energy.hold_s)}};
    for (const auto& [at, summary] : energy.statistics)
        json.update({{quantity_table[at].id, summary_json(summary)}});
    json.update({{"W_plast_without_hold_pJ", summary_json(energy.W_plast_without_hold_pJ)}});
    return json;
}

JsonText map_json(const MapFinding& map) {
    JsonText quantities = JsonText::array();
    for (const MapQuantity& quantity : map.quantities)
        quantities.push_back(map_quantity_json(quantity));
    JsonText pairs = JsonText::array();
    for (const MapPair& pair : map.pairs) pairs.push_back(pair_of_maps_json(pair));
    JsonText json = {{key::load_function, map.load_function},
                     {"nx", map.nx},
                     {"ny", map.ny},
                     {key::pitch_x_um, json_number(map.pitch_x_um)},
                     {key::pitch_y_um, json_number(map.pitch_y_um)},
                     {key::quantities, quantities},
                     {"quantity_pairs", pairs},
                     {key::labels, joins_json(map.labels)}};
    if (map.places != MapPlaces::stated)
        json.update({{key::places, map.places == MapPlaces::lattice ? "lattice" : "free"}});
    return json;
}

JsonText order_json(const OrderFinding& order) {
    JsonText classes = JsonText::array();
    for (const VariogramClass& lags : order.variogram)
        classes.push_back({{"lag", json_number(lags.distance)},
                           {"pairs", lags.pairs},
                           {key::gamma, json_number(lags.cressie_hawkins)}});
    return {{key::load_function, order.load_function},
            {key::id, order.quantity.info().id},
            {key::n, order.trend.n},
            {key::tau_b, json_number(order.trend.tau_b)},
            {key::p, json_number(order.trend.p)},
            {key::p_holm, json_number(order.p_holm)},
            {"slope_per_test", json_number(order.slope.slope)},
            {"slope_ci95", interval_json({order.slope.slope_low, order.slope.slope_high})},
            {key::variogram, classes}};
}

JsonText mechanism_json(const std::optional<Mechanism>& mechanism) {
    if (!mechanism) return nullptr;
    return {{key::paper, mechanism->reading},
            {key::supports, mechanism->supports},
            {key::against, mechanism->objections}};
}

JsonText check_json(const Check& check) {
    JsonText evidence = JsonText::object();
    for (const auto& [key, value] : check.evidence) evidence.update({{key, evidence_json(value)}});
    return {{key::code, check.code},
            {key::verdict, name(check.verdict)},
            {key::evidence, evidence},
            {key::text, check.text},
            {key::reason, check.reason}};
}

JsonText left_out_json(const LeftOutEffect& effect) {
    return {{key::group, effect.group},   {key::quantity, effect.quantity.info().id},
            {key::n, effect.n},           {key::mean, json_number(effect.mean)},
            {key::n_with, effect.n_with}, {key::mean_with, json_number(effect.mean_with)}};
}

}  // namespace sneddon
