#include "recipe/toml_options.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "base/files/file_bytes.hpp"
#include "recipe/toml_limits.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct Collector {
    std::string file;
    std::vector<WrittenOption> options;
    std::vector<toml::source_position> places;

    std::string where(const toml::node& node) const {
        return file + ":" + std::to_string(node.source().begin.line);
    }
    void add(const std::string& key, const toml::node& node, OptionValue value, int element) {
        options.push_back({key, std::move(value), where(node), element});
        places.push_back(node.source().begin);
    }
    void add_empty_table(const std::string& prefix, const toml::table& table, int element) {
        add(prefix, table, std::monostate(), element);
        options.back().is_empty_table = true;
    }
};

/// monostate when an element is not a number: the rule then says what it wants.
OptionValue list_value(const toml::array& array) {
    std::vector<double> numbers;
    for (const toml::node& node : array) {
        if (!node.is_number()) return std::monostate();
        numbers.push_back(*node.value<double>());
    }
    return numbers;
}

OptionValue plain_value(const toml::node& node) {
    if (const auto* flag = node.as_boolean()) return flag->get();
    if (node.is_number()) return *node.value<double>();
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* array = node.as_array()) return list_value(*array);
    return std::monostate();
}

void collect(Collector& to, const toml::table& table, const std::string& prefix, int element) {
    if (table.empty() && !prefix.empty()) to.add_empty_table(prefix, table, element);
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string(name.str());
        if (const auto* inner = node.as_table()) {
            collect(to, *inner, key + ".", element);
            continue;
        }
        const auto* array = node.as_array();
        if (array == nullptr || array->empty() || !array->is_homogeneous<toml::table>()) {
            to.add(key, node, plain_value(node), element);
            continue;
        }
        int place = 0;
        for (const toml::node& listed : *array) collect(to, *listed.as_table(), key + ".", place++);
    }
}

/// The library keeps keys in the order of the alphabet; a user reads a file from the top, and so
/// the first error is the one on the first line.
std::vector<WrittenOption> in_order_of_lines(Collector collected) {
    std::vector<std::size_t> order(collected.options.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const auto& p = collected.places[a];
        const auto& q = collected.places[b];
        return p.line != q.line ? p.line < q.line : p.column < q.column;
    });
    std::vector<WrittenOption> sorted;
    for (const std::size_t i : order) sorted.push_back(std::move(collected.options[i]));
    return sorted;
}

/// "area" and "area.sphere" of "area.sphere.radius_nm".
std::vector<std::string_view> tables_of(std::span<const std::string_view> keys) {
    std::vector<std::string_view> tables;
    for (const std::string_view key : keys)
        for (auto dot = key.find('.'); dot != key.npos; dot = key.find('.', dot + 1))
            if (std::ranges::find(tables, key.substr(0, dot)) == tables.end())
                tables.push_back(key.substr(0, dot));
    return tables;
}

}  // namespace

Result<std::vector<WrittenOption>> read_toml_options(const std::string& path) {
    const auto file = FileBytes::open(path);
    if (!file) return file.error();
    return parse_toml_options(file->bytes(), path);
}

Result<std::vector<WrittenOption>> parse_toml_options(std::string_view text,
                                                      const std::string& name) {
    if (const auto error = beyond_toml_limits(text, name)) return *error;
    Collector collected{name, {}, {}};
    try {
        collect(collected, toml::parse(text, name), "", -1);
    } catch (const toml::parse_error& error) {
        const std::string line = std::to_string(error.source().begin.line);
        return Error{"SND-U005", name + ":" + line, std::string(error.description()), "a TOML file",
                     ""};
    }
    return in_order_of_lines(std::move(collected));
}

std::optional<Error> unknown_table(const WrittenOption& table,
                                   std::span<const std::string_view> keys) {
    const std::string name = table.key.substr(0, table.key.size() - 1);
    const auto tables = tables_of(keys);
    if (std::ranges::find(tables, name) != tables.end()) return std::nullopt;
    const std::string nearest = nearest_name(name, tables);
    const std::string found = "unknown table [" + name + "]";
    if (!nearest.empty())
        return Error{"SND-U002", table.where, found, "", "did you mean [" + nearest + "]?"};
    return Error{"SND-U002", table.where, found, "one of " + joined(tables, ", "), ""};
}

}  // namespace sneddon
