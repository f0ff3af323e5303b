#include "results/export/data_package.hpp"

#include <algorithm>

#include "results/json_parts.hpp"
#include "results/tables/head_meaning.hpp"

namespace sneddon {
namespace {

/// A resource's name has small letters, digits, '.', '-' and '_' only.
std::string name_of(const std::string& path) {
    std::string name;
    for (const char c : path) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        const bool is_capital = c >= 'A' && c <= 'Z';
        name += is_plain ? c : is_capital ? static_cast<char>(c - 'A' + 'a') : '-';
    }
    return name;
}

std::string ending_of(const std::string& path) {
    const std::size_t dot = path.rfind('.');
    return dot == path.npos ? "" : path.substr(dot + 1);
}

struct KnownFile {
    std::string_view begin, text;
};

/// By how its name begins.
constexpr KnownFile known_files[] = {
    {"tests_chosen.csv", "columns of tests.csv that were asked for, in the form asked for"},
    {"tests.csv", "one row per test or cycle, used or not"},
    {"tests.xlsx", "workbook: groups, tests, clusters, units, recipe"},
    {"tests.arrow", "tests.csv as an Arrow IPC file"},
    {"results.json", "everything that was found beside the numbers of the tests"},
    {"recipe.toml", "every option in force; does the same again"},
    {"request.json", "what was typed; `sneddon verify` does it again"},
    {"curves.json", "each used test's curve, thinned for the eye"},
    {"drawn_curves.json", "the tests that figures show one by one, every sample"},
    {"profiles.csv", "depth profiles: one row per test and cell of depth"},
    {"hold_curves_", "mean hold curves of a load function at full rate"},
    {"attachment_", "attachment of study.toml"},
};

std::string meaning_of_file(const std::string& path) {
    for (const KnownFile& file : known_files)
        if (path.starts_with(file.begin)) return std::string(file.text);
    return "";
}

JsonText field(const ShownColumn& column, const CsvForm& form) {
    const HeadMeaning meaning = meaning_of(column.head);
    const bool is_text = column.texts != nullptr;
    JsonText json{{"name", column.head},
                  {"type", is_text            ? "string"
                           : meaning.is_whole ? "integer"
                                              : "number"}};
    if (!meaning.unit.empty()) json.update(JsonText{{"unit", meaning.unit}});
    if (!meaning.text.empty()) json.update(JsonText{{"description", meaning.text}});
    if (form.has_decimal_comma && !is_text && !meaning.is_whole)
        json.update(JsonText{{"decimalChar", ","}});
    return json;
}

JsonText schema(const PackedFile& file) {
    JsonText fields = JsonText::array();
    for (const ShownColumn& column : file.table.columns) fields.push_back(field(column, file.form));
    return {{"fields", fields}, {"missingValues", JsonText::array({""})}};
}

JsonText resource(const PackedFile& file) {
    const bool is_table = !file.table.columns.empty();
    JsonText json{{"name", name_of(file.path)},
                  {"path", file.path},
                  {"profile", is_table ? "tabular-data-resource" : "data-resource"},
                  {"description", meaning_of_file(file.path)},
                  {"format", ending_of(file.path)},
                  {"bytes", file.bytes},
                  {"hash", "sha256:" + file.sha256}};
    // Without the word the validator opens JSON files and workbooks and looks for its own keys.
    json.update(JsonText{{"type", is_table ? "table" : "file"}});
    if (!is_table) return json;
    json.update(JsonText{{"encoding", "utf-8"},
                         {"dialect",
                          {{"delimiter", std::string(1, file.form.delimiter())},
                           {"lineTerminator", "\n"},
                           {"quoteChar", "\""},
                           {"doubleQuote", true}}},
                         {"schema", schema(file)}});
    return json;
}

std::string title_of(const WrittenResults& results) {
    const std::string sample = results.facts().sample().value();
    const std::string title = "Nanoindentation" + (sample.empty() ? "" : " of " + sample);
    return title + (results.is_simulated().is_true() ? " (simulated)" : "");
}

}  // namespace

std::string data_package_json(const WrittenResults& results, const std::vector<PackedFile>& files) {
    JsonText resources = JsonText::array();
    for (const PackedFile& file : files) resources.push_back(resource(file));
    const JsonText provenance{{"generator", results.generator().value()},
                              {"version", results.version().value()},
                              {"recipe", "recipe.toml"},
                              {"inputs", json_number(static_cast<double>(results.inputs().size()))},
                              {"inputs_in", "results.json#/inputs"}};
    return JsonText{{"profile", "data-package"},
                    {"name", "sneddon-study"},
                    {"title", title_of(results)},
                    {"provenance", provenance},
                    {"resources", resources}}
        .indented();
}

}  // namespace sneddon
