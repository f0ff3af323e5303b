#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "results/write_results.hpp"

namespace sneddon {
namespace {

/// "unloading.window_high" -> table "unloading", key "window_high"; no dot: table "".
struct TableKey {
    std::string table;
    std::string key;
};

TableKey split(const std::string& key) {
    const std::size_t dot = key.rfind('.');
    if (dot == std::string::npos) return {"", key};
    return {key.substr(0, dot), key.substr(dot + 1)};
}

/// In the order of first appearance, "" first: in TOML, what follows a table's head belongs to it.
std::vector<std::string> table_names(const std::vector<RecipeEntry>& recipe) {
    std::vector<std::string> names = {""};
    for (const RecipeEntry& entry : recipe) {
        const std::string table = split(entry.key).table;
        if (std::ranges::find(names, table) == names.end()) names.push_back(table);
    }
    return names;
}

void write_comment(std::ostream& out, const std::string& text) {
    if (text.empty()) return;
    out << "# ";
    for (const char c : text) {
        if (c == '\n')
            out << "\n# ";
        else if (static_cast<unsigned char>(c) >= 0x20)  // TOML allows no control characters
            out << c;
    }
    out << '\n';
}

void write_entry(std::ostream& out, const RecipeEntry& entry) {
    out << '\n';
    write_comment(out, entry.text);
    write_comment(out, entry.origin.empty() ? "" : "from: " + entry.origin);
    const std::string key = split(entry.key).key;
    if (entry.value.empty())
        out << "# " << key << " = (not given)\n";
    else
        out << key << " = " << entry.value << '\n';
}

}  // namespace

void write_recipe_toml(std::ostream& out, const StudyResult& study) {
    out << "# Recipe of sneddon " << study.version
        << ": every option in force. Give it to --recipe to do the same again.\n";
    for (const std::string& table : table_names(study.recipe)) {
        if (!table.empty()) out << "\n[" << table << "]\n";
        for (const RecipeEntry& entry : study.recipe)
            if (split(entry.key).table == table) write_entry(out, entry);
    }
}

}  // namespace sneddon
