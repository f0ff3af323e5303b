// Lists are written element by element, one per line: a million tests never stand in one tree.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>

#include "json_parts.hpp"
#include "sneddon/report/write_results.hpp"

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
    std::vector<RecipeEntry> inputs;
    std::ranges::copy_if(study.recipe, std::back_inserter(inputs), [](const RecipeEntry& entry) {
        return entry.key.starts_with("uncertainty.");
    });
    write_lines(out, "uncertainty_inputs", "[", "]", inputs,
                [](const RecipeEntry& entry) { return json_line(uncertainty_input_json(entry)); });
    write_lines(out, "cross_checks", "[", "]", study.cross_checks,
                [](const CrossCheck& check) { return json_line(cross_check_json(check)); });
    write_lines(out, "sensitivity", "[", "]", study.sensitivity,
                [](const SensitivityEntry& entry) { return json_line(sensitivity_json(entry)); });
    write_lines(out, "pop_ins", "[", "]", study.pop_ins,
                [](const GroupPopIns& pop_ins) { return json_line(pop_ins_json(pop_ins)); });
    write_lines(out, "warnings", "[", "]", study.warnings,
                [](const Warning& warning) { return json_line(warning_json(warning)); });
    out << "\n}\n";
}

}  // namespace sneddon
