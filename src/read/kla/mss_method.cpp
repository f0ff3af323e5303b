#include "read/kla/mss_method.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Part = std::pair<MssTableBytes*, std::string>;

template <std::size_t count>
std::optional<Error> read_tables(MssFile& file, const std::array<Part, count>& parts) {
    for (const auto& [table, path] : parts) {
        auto found = file.table(path);
        if (!found) return found.error();
        *table = std::move(found).value();
    }
    return std::nullopt;
}

double value_of(const MssTableBytes& bytes, std::string_view name) {
    const MssTable* entry = bytes.table.table(name);
    return entry == nullptr ? nan : entry->number("Val0");
}

}  // namespace

Result<MssMethod> read_mss_method(MssFile& file) {
    MssMethod method;
    const std::array parts = {
        Part{&method.inputs, "Inputs"},
        Part{&method.formulae, "Formulae"},
        Part{&method.properties, "Properties"},
        Part{&method.column_descriptions, "Method/Prototype/Channels"},
        Part{&method.formula_descriptions, "Method/Prototype/Formulae"},
        Part{&method.input_descriptions, "Method/Prototype/Inputs"},
    };
    if (auto error = read_tables(file, parts)) return *error;
    return method;
}

Result<MssSpecimen> read_mss_specimen(MssFile& file, const std::string& folder) {
    MssSpecimen specimen;
    specimen.folder = folder;
    const std::string path = "Specimen/" + folder + "/";
    const std::array parts = {
        Part{&specimen.inputs, path + "Inputs"},
        Part{&specimen.formulae, path + "Formulae"},
        Part{&specimen.properties, path + "Properties"},
        Part{&specimen.states, path + "SpecStates"},
    };
    if (auto error = read_tables(file, parts)) return *error;
    return specimen;
}

double mss_value(const MssMethod& method, const MssSpecimen& specimen, std::string_view name) {
    for (const MssTableBytes* table :
         {&specimen.inputs, &specimen.formulae, &method.inputs, &method.formulae})
        if (const double value = value_of(*table, name); std::isfinite(value)) return value;
    return nan;
}

std::string mss_shown_name(const MssTable& descriptions, std::string_view name) {
    constexpr std::string_view next_language = "~@~";
    const MssTable* description = descriptions.table(name);
    std::string_view shown = description == nullptr ? "" : description->text("DName");
    shown = trimmed(shown.substr(0, shown.find(next_language)));
    return text_utf8(shown.empty() ? name : shown);
}

MssUnit mss_unit_of(const MssTable& descriptions, std::string_view name) {
    const MssTable* description = descriptions.table(name);
    const double code = description == nullptr ? nan : description->number("UnitValue0");
    // Integers of the file; without a description nothing is known of the unit.
    return code >= 0 ? mss_unit(static_cast<std::uint32_t>(code)) : MssUnit{"", 1, false};
}

std::string mss_formula(const MssTable& descriptions, std::string_view name) {
    const MssTable* description = descriptions.table(name);
    std::string formula(description == nullptr ? "" : description->text("Form"));
    std::erase_if(formula, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return formula;
}

}  // namespace sneddon
