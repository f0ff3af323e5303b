#include "results/vendor_columns.hpp"

#include <algorithm>
#include <set>

#include "base/nan.hpp"

namespace sneddon {
namespace {

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Runs of anything else become one '_', none at the ends.
std::string as_identifier(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (is_word_character(c))
            word += c;
        else if (!word.empty() && word.back() != '_')
            word += '_';
    }
    while (!word.empty() && word.back() == '_') word.pop_back();
    return word;
}

std::string foreign_key(const VendorColumn& column, const std::set<std::string>& taken) {
    const std::string name = as_identifier(column.id), unit = as_identifier(column.unit);
    const std::string stem = unit.empty() ? name : name + "_" + unit;
    std::string key = stem;
    // "H (GPa)" and "H [GPa]" are two columns although they are one identifier.
    for (int i = 2; taken.contains(key); ++i) key = stem + "_" + std::to_string(i);
    return key;
}

}  // namespace

std::vector<VendorColumn> vendor_columns(const StudyResult& study) {
    std::vector<VendorColumn> ours, foreign;
    std::set<std::pair<std::string, std::string>> seen;
    for (const TestRow& row : study.tests) {
        for (const VendorValue& value : row.vendor_values) {
            const auto quantity = find_quantity(value.id);
            const std::string unit = quantity ? std::string() : value.unit;
            if (!seen.emplace(value.id, unit).second) continue;
            if (quantity)
                ours.push_back({value.id, value.id, "", quantity});
            else
                foreign.push_back({"", value.id, unit, std::nullopt});
        }
    }
    std::set<std::string> taken;
    for (const VendorColumn& column : ours) taken.insert(column.key);
    for (VendorColumn& column : foreign) {
        column.key = foreign_key(column, taken);
        taken.insert(column.key);
    }
    std::ranges::sort(ours, {}, [](const VendorColumn& column) { return column.quantity->at; });
    ours.insert(ours.end(), foreign.begin(), foreign.end());
    return ours;
}

double vendor_value(const TestRow& row, const VendorColumn& column) {
    for (const VendorValue& value : row.vendor_values) {
        const bool is_same =
            value.id == column.id && (column.quantity || value.unit == column.unit);
        if (is_same && value.cycle == row.cycle) return value.value;
    }
    return nan;
}

}  // namespace sneddon
