// Lists are written element by element, one per line: a million tests never stand in one tree.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>

#include "results/findings_json.hpp"
#include "results/json_parts.hpp"
#include "results/write_results.hpp"
#include "study/findings.hpp"

namespace sneddon {
namespace {

std::string json_text(std::string_view text) {
    return json_line(Json(text));
}

/// `make` turns an item into the text of one element; `open` and `close` are "[" "]" or "{" "}".
template <class Items, class Make>
void write_lines(std::ostream& out, std::string_view key, std::string_view open,
                 std::string_view close, const Items& items, Make make) {
    out << ",\n  " << json_text(key) << ": " << open;
    bool is_first = true;
    for (const auto& item : items) {
        out << (is_first ? "\n    " : ",\n    ") << make(item);
        is_first = false;
    }
    out << (is_first ? "" : "\n  ") << close;
}

void write_value(std::ostream& out, std::string_view key, const Json& value) {
    out << ",\n  " << json_text(key) << ": " << json_line(value);
}

/// {"maps": [...]}: one element per line within one key.
template <class Items, class Make>
void write_list_in(std::ostream& out, std::string_view key, std::string_view list,
                   const Items& items, Make make) {
    Json elements = Json::array();
    for (const auto& item : items) elements.push_back(make(item));
    if (items.empty())
        write_value(out, key, nullptr);
    else
        write_value(out, key, {{std::string(list), std::move(elements)}});
}

void write_findings(std::ostream& out, const StudyFindings& findings) {
    const auto lines = [&](std::string_view key, const auto& items, auto make) {
        write_lines(out, key, "[", "]", items,
                    [&](const auto& item) { return json_line(make(item)); });
    };
    lines("comparisons", findings.comparisons, comparison_json);
    write_value(out, "clusters", clusters_json(findings.clusters));
    lines("creep_curves", findings.creep_curves, creep_curve_json);
    lines("contact", findings.contact, contact_json);
    lines("energies", findings.energies, energy_json);
    lines("ccdf", findings.ccdf, ccdf_json);
    write_list_in(out, "space", "maps", findings.maps, map_json);
    write_list_in(out, "order", "series", findings.order, order_json);
    write_value(out, "mechanism", mechanism_json(findings.mechanism));
    lines("checks", findings.checks, check_json);
    Json not_computed = Json::object();
    for (const auto& [section, why] : findings.not_computed) not_computed[section] = why;
    write_value(out, "not_computed", not_computed);
}

}  // namespace

void write_results_json(std::ostream& out, const StudyResult& study) {
    const std::vector<VendorColumn> columns = vendor_columns(study);
    out << "{\n  \"schema\": 1";
    write_value(out, "generator", "sneddon");
    write_value(out, "version", study.version);
    write_value(out, "simulated", study.facts.is_simulated);
    write_value(out, "study", facts_json(study.facts));
    write_lines(out, "recipe", "{", "}", study.recipe, [](const RecipeEntry& entry) {
        return json_text(entry.key) + ": " + json_line(toml_value_json(entry.value));
    });
    write_lines(out, "recipe_origins", "{", "}", study.recipe, [](const RecipeEntry& entry) {
        return json_text(entry.key) + ": " + json_text(entry.origin);
    });
    write_lines(out, "inputs", "[", "]", study.inputs,
                [](const InputFile& input) { return json_line(input_json(input)); });
    write_value(out, "counts", counts_json(study));
    write_lines(out, "tests", "[", "]", study.tests,
                [&](const TestRow& row) { return test_line(row, columns); });
    write_lines(out, "groups", "[", "]", study.groups,
                [](const Group& group) { return json_line(group_json(group)); });
    write_findings(out, findings_of(study));
    std::vector<RecipeEntry> inputs;
    std::ranges::copy_if(study.recipe, std::back_inserter(inputs), [](const RecipeEntry& entry) {
        return entry.key.starts_with("uncertainty.") && entry.key != "uncertainty.monte_carlo";
    });
    write_lines(out, "uncertainty_inputs", "[", "]", inputs,
                [](const RecipeEntry& entry) { return json_line(uncertainty_input_json(entry)); });
    write_lines(out, "cross_checks", "[", "]", findings_of(study).group_checks,
                [](const Check& check) { return json_line(cross_check_json(check)); });
    write_lines(out, "sensitivity", "[", "]", study.sensitivity,
                [](const SensitivityEntry& entry) { return json_line(sensitivity_json(entry)); });
    write_lines(out, "pop_ins", "[", "]", study.pop_ins,
                [](const GroupPopIns& pop_ins) { return json_line(pop_ins_json(pop_ins)); });
    write_lines(out, "warnings", "[", "]", study.warnings,
                [](const Warning& warning) { return json_line(warning_json(warning)); });
    out << "\n}\n";
}

}  // namespace sneddon
