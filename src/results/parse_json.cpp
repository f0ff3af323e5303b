#include "results/parse_json.hpp"

#include <nlohmann/json.hpp>

namespace sneddon {
namespace {

/// Ours is below ten deep.
constexpr int most_json_depth = 64;

bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool is_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_string && c == '\\') ++i;
        if (c == '"') is_string = !is_string;
        if (is_string) continue;
        if ((c == '{' || c == '[') && ++depth > most_json_depth) return true;
        if (c == '}' || c == ']') --depth;
    }
    return false;
}

}  // namespace

Json parsed_json(std::string_view text) {
    if (is_too_deep(text)) return Json(Json::value_t::discarded);
    return Json::parse(text, nullptr, false);
}

Json parsed_json_without(Key left_out, std::string_view text) {
    if (is_too_deep(text)) return Json(Json::value_t::discarded);
    const auto keep = [&](int depth, Json::parse_event_t event, const Json& json) {
        return !(event == Json::parse_event_t::key && depth == 1 && json == left_out.name);
    };
    return Json::parse(text, keep, false);
}

}  // namespace sneddon
