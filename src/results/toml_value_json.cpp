#include <toml++/toml.h>

#include "results/json_parts.hpp"

namespace sneddon {
namespace {

JsonText node_json(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* integer = node.as_integer()) return integer->get();
    if (const auto* number = node.as_floating_point()) return json_number(number->get());
    if (const auto* truth = node.as_boolean()) return truth->get();
    if (const auto* list = node.as_array()) {
        JsonText json = JsonText::array();
        for (const toml::node& item : *list) json.push_back(node_json(item));
        return json;
    }
    if (const auto* table = node.as_table()) {
        JsonText json = JsonText::object();
        for (const auto& [key, item] : *table) json.update({{key.str(), node_json(item)}});
        return json;
    }
    return nullptr;  // dates: no option has one
}

}  // namespace

JsonText toml_value_json(const std::string& toml) {
    if (toml.empty()) return nullptr;
    try {
        const toml::table table = toml::parse("value = " + toml);
        const toml::node* value = table.get("value");
        return value ? node_json(*value) : JsonText(nullptr);
    } catch (const toml::parse_error&) {
        return toml;  // shown as it is rather than lost
    }
}

}  // namespace sneddon
