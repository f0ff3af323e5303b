#include "results/json_parts.hpp"

#include <cmath>
#include <cstdint>

#include "model/fact_words.hpp"
#include "results/study_counts.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

Json area_json(const std::optional<AreaFunction>& area) {
    if (!area) return nullptr;
    Json json = {{"kind", word_of(area->kind)}};
    if (area->kind == AreaFunction::Kind::cap_cone ||
        area->kind == AreaFunction::Kind::thurn_cook) {
        json["radius_nm"] = json_number(area->radius_nm);
        json["half_angle_deg"] = json_number(area->half_angle_deg);
    } else {
        json["coefficients"] = area->coefficients;
    }
    json["h_c_min_nm"] = json_number(area->h_c_min_nm);
    json["h_c_max_nm"] = json_number(area->h_c_max_nm);
    json["source"] = area->source;
    return json;
}

Json grid_json(const std::optional<Grid>& grid) {
    if (!grid) return nullptr;
    return {{"nx", grid->nx},
            {"ny", grid->ny},
            {"pitch_x_um", json_number(grid->pitch_x_um)},
            {"pitch_y_um", json_number(grid->pitch_y_um)},
            {"order", word_of(grid->order)}};
}

Json flags_json(const std::vector<Flag>& flags) {
    Json list = Json::array();
    for (const Flag& flag : flags)
        list.push_back({{"code", flag.code},
                        {"number", json_number(flag.number)},
                        {"limit", json_number(flag.limit)},
                        {"text", flag.text}});
    return list;
}

Json pop_in_list_json(const std::vector<PopIn>& pop_ins) {
    Json list = Json::array();
    for (const PopIn& pop_in : pop_ins)
        list.push_back({{"load_uN", json_number(pop_in.load_uN)},
                        {"depth_nm", json_number(pop_in.depth_nm)},
                        {"jump_nm", json_number(pop_in.jump_nm)},
                        {"energy_pJ", json_number(pop_in.energy_pJ)}});
    return list;
}

Json corrections_json(const std::vector<Correction>& corrections) {
    Json list = Json::array();
    for (const Correction& each : corrections)
        list.push_back({{"what", each.what},
                        {"value", json_number(each.value)},
                        {"u", json_number(each.u)},
                        {"unit", each.unit},
                        {"method", each.method},
                        {"evidence", each.evidence},
                        {"applied", each.is_applied},
                        {"by_instrument", each.is_by_instrument}});
    return list;
}

Json inferences_json(const std::vector<Inference>& inferences) {
    Json list = Json::array();
    for (const Inference& inference : inferences)
        list.push_back({{"what", inference.what},
                        {"value", inference.value},
                        {"evidence", inference.evidence}});
    return list;
}

Json vendor_json(const TestRow& row, const std::vector<VendorColumn>& columns) {
    Json json = Json::object();
    for (const VendorColumn& column : columns) {
        const double value = vendor_value(row, column);
        if (std::isfinite(value)) json[column.key] = json_number(value);
    }
    return json;
}

Json applied_json(const AppliedByInstrument& applied) {
    Json json = Json::object();
    if (applied.frame_compliance_nm_per_uN)
        json["frame_compliance_nm_per_uN"] = json_number(applied.frame_compliance_nm_per_uN);
    if (applied.drift_nm_per_s) json["drift_nm_per_s"] = json_number(applied.drift_nm_per_s);
    if (!applied.evidence.empty()) json["evidence"] = applied.evidence;
    return json;
}

/// The greater part of the file: written without a tree of JSON values.
void append_values(std::string& line, const QuantityValues& values) {
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const double value = values[QuantityIndex{i}];
        line += i == 0 ? "{\"" : ",\"";
        line += quantity_table[i].id;
        line += "\":";
        line += std::isfinite(value) ? number_text(value) : "null";
    }
    line += '}';
}

/// Of the quantities that carry an uncertainty, those that have one here.
void append_uncertainties(std::string& line, const QuantityValues& values) {
    line += '{';
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const double value = values[QuantityIndex{i}];
        if (quantity_table[i].uncertainty == UncertaintyIs::none || !std::isfinite(value)) continue;
        if (line.back() != '{') line += ',';
        line.append("\"").append(quantity_table[i].id).append("\":").append(number_text(value));
    }
    line += '}';
}

Json monte_carlo_json(const MonteCarloResult& drawn) {
    if (drawn.draws == 0) return nullptr;
    Json json = {{"draws", drawn.draws}};
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const QuantityIndex quantity{i};
        if (std::isnan(drawn.sd[quantity])) continue;
        json[std::string(quantity.info().id)] = {
            {"sd", json_number(drawn.sd[quantity])},
            {"low", json_number(drawn.low[quantity])},
            {"high", json_number(drawn.high[quantity])},
            {"over_linear", json_number(drawn.over_linear[quantity])}};
    }
    return json;
}

}  // namespace

Json json_number(double value) {
    constexpr double largest_exact_integer = 9007199254740992.0;  // 2^53
    if (!std::isfinite(value)) return nullptr;
    if (value == std::trunc(value) && std::fabs(value) <= largest_exact_integer)
        return static_cast<std::int64_t>(value);
    return value;
}

Json json_number(const std::optional<double>& value) {
    return value ? json_number(*value) : Json(nullptr);
}

Json facts_json(const StudyFacts& facts) {
    Json attachments = Json::array();
    for (const Attachment& attachment : facts.attachments)
        attachments.push_back({{"kind", attachment.kind},
                               {"file", attachment.file},
                               {"caption", attachment.caption},
                               {"um_per_pixel", json_number(attachment.um_per_pixel)}});
    Json names = Json::object();
    for (const auto& [recognised, shown] : facts.load_function_names) names[recognised] = shown;
    return {{"sample", facts.sample},
            {"poisson_ratio", json_number(facts.poisson_ratio)},
            {"indenter_E_GPa", json_number(facts.indenter_E_GPa)},
            {"indenter_poisson_ratio", json_number(facts.indenter_poisson_ratio)},
            {"area_function", area_json(facts.area_function)},
            {"grid", grid_json(facts.grid)},
            {"load_function_names", names},
            {"u_area_relative", json_number(facts.u_area_relative)},
            {"u_drift_nm_per_s", json_number(facts.u_drift_nm_per_s)},
            {"roughness_nm", json_number(facts.roughness_nm)},
            {"attachments", attachments},
            {"source", facts.source}};
}

Json input_json(const InputFile& input) {
    return {{"path", input.path},   {"sha256", input.sha256},         {"format", input.format},
            {"tests", input.tests}, {"status", name(input.status)},   {"reason", input.reason},
            {"code", input.code},   {"companion", input.is_companion}};
}

std::string test_line(const TestRow& row, const std::vector<VendorColumn>& columns) {
    std::string line = "{\"test_id\":" + json_line(row.test_id);
    const auto append = [&](std::string_view key, const Json& value) {
        line.append(",\"").append(key).append("\":").append(json_line(value));
    };
    append("file", row.file);
    append("test", row.test);
    append("test_name", row.test_name);
    append("cycle", row.cycle);
    append("status", name(row.status));
    append("reason", row.reason);
    append("load_function", row.load_function);
    append("time_stamp", row.time_stamp ? Json(*row.time_stamp) : Json(nullptr));
    append("x_um", row.position ? json_number(row.position->x_um) : Json(nullptr));
    append("y_um", row.position ? json_number(row.position->y_um) : Json(nullptr));
    append("order", row.order);
    append("cluster", row.cluster ? Json(*row.cluster) : Json(nullptr));
    append("cluster_posterior", json_number(row.cluster_posterior));
    line += ",\"values\":";
    append_values(line, row.values);
    line += ",\"u_random\":";
    append_uncertainties(line, row.u_random);
    line += ",\"u_common\":";
    append_uncertainties(line, row.u_common);
    if (row.monte_carlo.draws > 0) append("monte_carlo", monte_carlo_json(row.monte_carlo));
    append("flags", flags_json(row.flags));
    append("pop_ins", pop_in_list_json(row.pop_ins));
    append("vendor", vendor_json(row, columns));
    append("applied_by_instrument", applied_json(row.applied));
    append("corrections", corrections_json(row.corrections));
    append("inferences", inferences_json(row.inferences));
    return line + "}";
}

Json group_json(const Group& group) {
    Json json = {{"name", group.name}, {"n", group.n}};
    for (const auto& [at, statistic] : group.statistics)
        json[std::string(quantity_table[at].id)] = {
            {"mean", json_number(statistic.mean)},
            {"sd", json_number(statistic.sd)},
            {"n", statistic.n},
            {"median", json_number(statistic.quartiles.median)},
            {"q25", json_number(statistic.quartiles.q25)},
            {"q75", json_number(statistic.quartiles.q75)},
            {"ci95",
             Json::array({json_number(statistic.ci95.low), json_number(statistic.ci95.high)})},
            {"u_random", json_number(statistic.u_random)},
            {"u_common", json_number(statistic.u_common)}};
    return json;
}

Json cross_check_json(const Check& check) {
    Json numbers = Json::object();
    for (const auto& [key, value] : check.evidence)
        numbers[key] = json_number(std::get<double>(value));
    return {{"check", check.code},
            {"group", check.group},
            {"numbers", numbers},
            {"doubt", check.warning},
            {"text", check.text}};
}

Json sensitivity_json(const SensitivityEntry& entry) {
    return {{"group", entry.group},
            {"variant", entry.variant},
            {"quantity", entry.quantity.info().id},
            {"n", entry.n},
            {"mean", json_number(entry.mean)},
            {"variant_mean", json_number(entry.variant_mean)},
            {"change_percent", json_number(100 * (entry.variant_mean / entry.mean - 1))},
            {"sd_of_difference", json_number(entry.sd_of_difference)}};
}

/// An option with a number that no source states is an assumption; without a number the
/// correction's own uncertainty stands, or for the area none.
Json uncertainty_input_json(const RecipeEntry& entry) {
    const bool has_number = entry.value != "\"none\"";
    const bool is_area = entry.key == "uncertainty.area_relative";
    const std::string unstated = has_number ? "assumed" : is_area ? "not known" : "correction";
    return {{"input", entry.key},
            {"value", toml_value_json(entry.value)},
            {"source", entry.origin == "default" ? unstated : entry.origin}};
}

Json pop_ins_json(const GroupPopIns& pop_ins) {
    const auto quantiles = [](const std::vector<std::pair<double, double>>& list) {
        Json pairs = Json::array();
        for (const auto& [probability, value] : list)
            pairs.push_back({json_number(probability), json_number(value)});
        return pairs;
    };
    return {{"group", pop_ins.group},
            {"tests_searched", pop_ins.searched},
            {"tests_with_pop_in", pop_ins.with},
            {"pop_ins", pop_ins.total},
            {"first_load_quantiles_uN", quantiles(pop_ins.first_load_uN)},
            {"first_jump_quantiles_nm", quantiles(pop_ins.first_jump_nm)},
            {"weibull_k", json_number(pop_ins.weibull_k)},
            {"weibull_lambda_uN", json_number(pop_ins.weibull_lambda_uN)}};
}

Json warning_json(const Warning& warning) {
    return {{"code", warning.code}, {"text", warning.text}, {"tests", warning.tests}};
}

Json counts_json(const StudyResult& study) {
    const StudyCounts counts = count_study(study);
    return {{"files_given", counts.files.given()},
            {"used", counts.files.used},
            {"excluded", counts.files.excluded},
            {"refused", counts.files.refused},
            {"tests", counts.tests},
            {"rows", counts.rows.given()},
            {"rows_used", counts.rows.used},
            {"rows_excluded", counts.rows.excluded},
            {"rows_refused", counts.rows.refused},
            {"rows_flagged", counts.rows_flagged}};
}

std::string json_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sneddon
