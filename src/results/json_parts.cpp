#include "results/json_parts.hpp"

#include <cmath>
#include <cstdint>

#include "model/fact_words.hpp"
#include "results/study_counts.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

JsonText area_json(const std::optional<AreaFunction>& area) {
    if (!area) return nullptr;
    JsonText json = {{key::kind, word_of(area->kind)}};
    if (has_radius(area->kind)) {
        json.update({{key::radius_nm, json_number(area->radius_nm)}});
        if (area->kind != AreaFunction::Kind::sphere)
            json.update({{"half_angle_deg", json_number(area->half_angle_deg)}});
    } else if (area->kind != AreaFunction::Kind::of_file) {
        json.update({{"coefficients", JsonText::reals(area->coefficients)}});
    }
    json.update({{"h_c_min_nm", json_number(area->h_c_min_nm)},
                 {"h_c_max_nm", json_number(area->h_c_max_nm)},
                 {key::source, area->source}});
    return json;
}

JsonText grid_json(const std::optional<Grid>& grid) {
    if (!grid) return nullptr;
    return {{"nx", grid->nx},
            {"ny", grid->ny},
            {"pitch_x_um", json_number(grid->pitch_x_um)},
            {"pitch_y_um", json_number(grid->pitch_y_um)},
            {key::order, word_of(grid->order)}};
}

JsonText flags_json(const std::vector<Flag>& flags) {
    JsonText list = JsonText::array();
    for (const Flag& flag : flags)
        list.push_back({{key::code, flag.code},
                        {"number", json_number(flag.number)},
                        {"limit", json_number(flag.limit)},
                        {key::text, flag.text}});
    return list;
}

JsonText pop_in_list_json(const std::vector<PopIn>& pop_ins) {
    JsonText list = JsonText::array();
    for (const PopIn& pop_in : pop_ins)
        list.push_back({{key::kind, name(pop_in.kind)},
                        {"load_uN", json_number(pop_in.load_uN)},
                        {"depth_nm", json_number(pop_in.depth_nm)},
                        {"jump_nm", json_number(pop_in.jump_nm)},
                        {"energy_pJ", json_number(pop_in.energy_pJ)},
                        {"p_detect", json_number(pop_in.p_detect)},
                        {"load_drop_uN", json_number(pop_in.load_drop_uN)}});
    return list;
}

JsonText corrections_json(const std::vector<Correction>& corrections) {
    JsonText list = JsonText::array();
    for (const Correction& correction : corrections)
        list.push_back({{key::what, correction.what},
                        {key::value, json_number(correction.value)},
                        {"u", json_number(correction.u)},
                        {key::unit, correction.unit},
                        {key::method, correction.method},
                        {key::evidence, correction.evidence},
                        {"applied", correction.is_applied},
                        {key::by_instrument, correction.is_by_instrument}});
    return list;
}

JsonText inferences_json(const std::vector<Inference>& inferences) {
    JsonText list = JsonText::array();
    for (const Inference& inference : inferences)
        list.push_back({{"what", inference.what},
                        {key::value, inference.value},
                        {key::evidence, inference.evidence}});
    return list;
}

JsonText vendor_json(const TestRow& row, const std::vector<VendorColumn>& columns) {
    JsonText json = JsonText::object();
    for (const VendorColumn& column : columns) {
        const double value = vendor_value(row, column);
        if (std::isfinite(value)) json.update({{column.key, json_number(value)}});
    }
    return json;
}

JsonText applied_json(const AppliedByInstrument& applied) {
    JsonText json = JsonText::object();
    if (applied.frame_compliance_nm_per_uN)
        json.update(
            {{"frame_compliance_nm_per_uN", json_number(applied.frame_compliance_nm_per_uN)}});
    if (applied.drift_nm_per_s)
        json.update({{"drift_nm_per_s", json_number(applied.drift_nm_per_s)}});
    if (!applied.evidence.empty()) json.update({{key::evidence, applied.evidence}});
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

JsonText monte_carlo_json(const MonteCarloResult& drawn) {
    if (drawn.draws == 0) return nullptr;
    JsonText json = {{"draws", drawn.draws}};
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const QuantityIndex quantity{i};
        if (std::isnan(drawn.sd[quantity])) continue;
        json.update({{quantity.info().id,
                      {{key::sd, json_number(drawn.sd[quantity])},
                       {"low", json_number(drawn.low[quantity])},
                       {"high", json_number(drawn.high[quantity])},
                       {"over_linear", json_number(drawn.over_linear[quantity])}}}});
    }
    return json;
}

}  // namespace

JsonText json_number(double value) {
    constexpr double largest_exact_integer = 9007199254740992.0;  // 2^53
    if (!std::isfinite(value)) return nullptr;
    if (value == std::trunc(value) && std::fabs(value) <= largest_exact_integer)
        return static_cast<std::int64_t>(value);
    return JsonText::real(value);
}

JsonText json_number(const std::optional<double>& value) {
    return value ? json_number(*value) : JsonText(nullptr);
}

JsonText facts_json(const StudyFacts& facts) {
    JsonText attachments = JsonText::array();
    for (const Attachment& attachment : facts.attachments)
        attachments.push_back({{key::kind, attachment.kind},
                               {key::file, attachment.file},
                               {key::caption, attachment.caption},
                               {key::um_per_pixel, json_number(attachment.um_per_pixel)}});
    JsonText names = JsonText::object();
    for (const auto& [recognised, shown] : facts.load_function_names)
        names.update({{recognised, shown}});
    JsonText stated = JsonText::object(), inherited = JsonText::object();
    for (const StatedFact& fact : facts.stated)
        stated.update({{fact.name, fact.number ? json_number(fact.number) : fact.text}});
    for (const InheritedFact& fact : facts.inherited) inherited.update({{fact.key, fact.where}});
    return {{key::sample, facts.sample},
            {key::simulated, facts.is_simulated},
            {key::stated, stated},
            {"inherited", inherited},
            {key::poisson_ratio, json_number(facts.poisson_ratio)},
            {"indenter_E_GPa", json_number(facts.indenter_E_GPa)},
            {"indenter_poisson_ratio", json_number(facts.indenter_poisson_ratio)},
            {key::area_function, area_json(facts.area_function)},
            {"grid", grid_json(facts.grid)},
            {"load_function_names", names},
            {"u_area_relative", json_number(facts.u_area_relative)},
            {key::u_drift_nm_per_s, json_number(facts.u_drift_nm_per_s)},
            {"roughness_nm", json_number(facts.roughness_nm)},
            {key::attachments, attachments},
            {key::source, facts.source}};
}

JsonText input_json(const InputFile& input) {
    JsonText json = {{key::path, input.path},           {key::sha256, input.sha256},
                     {key::format, input.format},       {key::tests, input.tests},
                     {key::status, name(input.status)}, {key::reason, input.reason},
                     {key::code, input.code},           {"companion", input.is_companion}};
    if (!input.columns.empty()) json.update({{key::columns, inferences_json(input.columns)}});
    return json;
}

std::string test_line(const TestRow& row, std::string_view sample,
                      const std::vector<VendorColumn>& columns) {
    std::string line = "{";
    const auto begin = [&](Key key) {
        if (line.size() > 1) line += ',';
        line.append("\"").append(key.name).append("\":");
    };
    const auto append = [&](Key key, const JsonText& value) {
        begin(key);
        line += value.text();
    };
    append(key::test_id, row.test_id);
    append(key::file, row.file);
    append(key::test, row.test);
    append({"test_name"}, row.test_name);
    append(key::cycle, row.cycle);
    if (row.source == RowSource::table) append({"source"}, "table");
    append(key::status, name(row.status));
    append(key::reason, row.reason);
    append(key::sample, sample);
    append(key::load_function, row.load_function);
    append({"time_stamp"}, row.time_stamp ? JsonText(*row.time_stamp) : JsonText(nullptr));
    append({"x_um"}, row.position ? json_number(row.position->x_um) : JsonText(nullptr));
    append({"y_um"}, row.position ? json_number(row.position->y_um) : JsonText(nullptr));
    append(key::order, row.order);
    append({"cluster"}, row.cluster ? JsonText(*row.cluster) : JsonText(nullptr));
    append({"cluster_posterior"}, json_number(row.cluster_posterior));
    begin(key::values);
    append_values(line, row.values);
    begin(key::u_random);
    append_uncertainties(line, *row.u_random);
    begin(key::u_common);
    append_uncertainties(line, *row.u_common);
    if (row.monte_carlo->draws > 0) append({"monte_carlo"}, monte_carlo_json(*row.monte_carlo));
    append(key::flags, flags_json(row.flags));
    append(key::pop_ins, pop_in_list_json(row.pop_ins));
    append(key::vendor, vendor_json(row, columns));
    append({"applied_by_instrument"}, applied_json(row.applied));
    append(key::corrections, corrections_json(row.corrections));
    append({"inferences"}, inferences_json(row.inferences));
    return line + "}";
}

JsonText group_json(const Group& group) {
    JsonText json = {{key::name, group.name},
                     {key::sample, group.sample},
                     {key::load_function, group.load_function},
                     {key::n, group.n}};
    for (const auto& [at, statistic] : group.statistics)
        json.update({{quantity_table[at].id,
                      {{key::mean, json_number(statistic.mean)},
                       {key::sd, json_number(statistic.sd)},
                       {key::n, statistic.n},
                       {key::median, json_number(statistic.quartiles.median)},
                       {key::q25, json_number(statistic.quartiles.q25)},
                       {key::q75, json_number(statistic.quartiles.q75)},
                       {key::ci95, JsonText::array({json_number(statistic.ci95.low),
                                                    json_number(statistic.ci95.high)})},
                       {key::u_random, json_number(statistic.u_random)},
                       {key::u_common, json_number(statistic.u_common)}}}});
    return json;
}

JsonText cross_check_json(const Check& check) {
    JsonText numbers = JsonText::object();
    for (const auto& [key, value] : check.evidence)
        numbers.update({{key, json_number(std::get<double>(value))}});
    return {{"check", check.code},
            {key::group, check.group},
            {"numbers", numbers},
            {key::doubt, check.warning},
            {key::text, check.text}};
}

JsonText sensitivity_json(const SensitivityEntry& entry) {
    return {{key::group, entry.group},
            {key::variant, entry.variant},
            {key::quantity, entry.quantity.info().id},
            {key::n, entry.n},
            {key::mean, json_number(entry.mean)},
            {key::variant_mean, json_number(entry.variant_mean)},
            {key::change_percent, json_number(100 * (entry.variant_mean / entry.mean - 1))},
            {"sd_of_difference", json_number(entry.sd_of_difference)}};
}

/// An option with a number that no source states is an assumption; without a number the
/// correction's own uncertainty stands, or for the area none.
JsonText uncertainty_input_json(const RecipeEntry& entry) {
    const bool has_number = entry.value != "\"none\"";
    const bool is_area = entry.key == "uncertainty.area_relative";
    const std::string unstated = has_number ? "assumed" : is_area ? "not known" : "correction";
    return {{key::input, entry.key},
            {key::value, toml_value_json(entry.value)},
            {key::source, entry.origin == "default" ? unstated : entry.origin}};
}

JsonText warning_json(const Warning& warning) {
    return {{key::code, warning.code}, {key::text, warning.text}, {key::tests, warning.tests}};
}

JsonText counts_json(const StudyResult& study) {
    const StudyCounts counts = count_study(study);
    return {{key::files_given, counts.files.given()},
            {key::used, counts.files.used},
            {key::excluded, counts.files.excluded},
            {key::refused, counts.files.refused},
            {key::tests, counts.tests},
            {key::rows, counts.rows.given()},
            {key::rows_used, counts.rows.used},
            {key::rows_excluded, counts.rows.excluded},
            {key::rows_refused, counts.rows.refused},
            {key::rows_flagged, counts.rows_flagged}};
}

}  // namespace sneddon
