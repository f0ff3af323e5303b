#include "results/written/place.hpp"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "base/nan.hpp"
#include "results/json.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

/// RFC 6901, section 3.
std::string escaped(std::string_view name) {
    std::string text;
    for (const char c : name) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
    return text;
}

}  // namespace

Place::Place(const JsonNode* json, std::string pointer)
    : json_(json != nullptr && json_of(json)->is_null() ? nullptr : json),
      pointer_(std::move(pointer)) {}

Place Place::named(std::string_view name) const {
    const Json* found = nullptr;
    if (json_ != nullptr && json_of(json_)->is_object())
        if (const auto item = json_of(json_)->find(name); item != json_of(json_)->end())
            found = &*item;
    return {node_of(found), pointer_ + "/" + escaped(name)};
}

Place Place::element(std::size_t i) const {
    return {i < elements() ? node_of(&(*json_of(json_))[i]) : nullptr,
            fmt::format("{}/{}", pointer_, i)};
}

std::size_t Place::elements() const {
    return json_ != nullptr && json_of(json_)->is_array() ? json_of(json_)->size() : 0;
}

double Number::value() const {
    return is_there() && json_of(json())->is_number() ? json_of(json())->get<double>() : nan;
}

Words Number::words(int digits) const {
    const std::string text = number_words(value(), digits);
    return text.empty() ? Words("?") : Words().value(text, pointer());
}

Words Number::count() const {
    const double number = value();
    if (!(number >= 0)) return Words("?");
    return Words().value(count_text(static_cast<std::size_t>(number)), pointer());
}

std::string Text::value() const {
    return is_there() && json_of(json())->is_string() ? json_of(json())->get<std::string>() : "";
}

Words Text::words() const {
    return Words().value(value(), pointer());
}

bool Truth::is_true() const {
    return is_there() && json_of(json())->is_boolean() && json_of(json())->get<bool>();
}

ValueKind RecipeValue::kind() const {
    if (is_there() && json_of(json())->is_string()) return ValueKind::text;
    return is_there() && json_of(json())->is_number() ? ValueKind::number : ValueKind::other;
}

std::string RecipeValue::as_json() const {
    return is_there() ? json_of(json())->dump() : "null";
}

std::vector<double> Numbers::values() const {
    std::vector<double> all;
    for (std::size_t i = 0; i < size(); ++i) {
        const Json& item = (*json_of(json()))[i];
        all.push_back(item.is_number() ? item.get<double>() : nan);
    }
    return all;
}

std::vector<std::string> Texts::values() const {
    std::vector<std::string> all;
    for (const Text text : *this) all.push_back(text.value());
    return all;
}

bool has_name(const JsonNode* object, std::string_view name) {
    return object != nullptr && json_of(object)->is_object() && json_of(object)->contains(name);
}

std::vector<std::string> names_in(const JsonNode* object) {
    std::vector<std::string> names;
    if (object != nullptr && json_of(object)->is_object())
        for (const auto& item : json_of(object)->items()) names.push_back(item.key());
    return names;
}

Words mean_and_spread_words(const Number& mean, const Number& spread) {
    const auto [mean_text, spread_text] = mean_and_spread(mean.value(), spread.value());
    if (mean_text.empty()) return {};
    Words words;
    words.value(mean_text, mean.pointer());
    if (!spread_text.empty()) words.add(" ± ").value(spread_text, spread.pointer());
    return words;
}

}  // namespace sneddon
