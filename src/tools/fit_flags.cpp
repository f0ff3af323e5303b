#include "tools/fit_flags.hpp"

#include <cmath>
#include <limits>

#include "base/text_table.hpp"

namespace sneddon {
namespace {

std::string shown(const Json& object, const std::string& key) {
    const auto at = object.find(key);
    if (at == object.end() || !at->is_number()) return "";
    return short_number(at->get<double>());
}

}  // namespace

void put_flags(Json& json, const std::vector<FitFlag>& flags) {
    json["flags"] = Json::array();
    json["notes"] = Json::array();
    for (const FitFlag& flag : flags) {
        json["flags"].push_back(flag.name);
        json["notes"].push_back(flag.words);
    }
}

std::string flag_lines(const std::vector<FitFlag>& flags) {
    std::string text;
    for (const FitFlag& flag : flags) text += "  ! " + flag.words + "\n";
    return text;
}

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string parameter_table(const Json& parameters, const Json& standard_errors) {
    std::vector<std::vector<std::string>> rows = {{"", "value", "standard error"}};
    for (const auto& [key, value] : parameters.items())
        rows.push_back({key, shown(parameters, key), shown(standard_errors, key)});
    return text_table(rows, "  ", {1, 2});
}

}  // namespace sneddon
