#include "recipe/option_rule.hpp"

#include <algorithm>
#include <cmath>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string listed_words(std::span<const std::string_view> words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += quoted(words[i]);
    }
    return out;
}

std::string range_text(const OptionRule& rule) {
    return "from " + number_text(rule.low) + " to " + number_text(rule.high);
}

bool is_none(const OptionValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && *text == "none";
}

bool has_right_type(const OptionRule& rule, const OptionValue& value) {
    const auto* number = std::get_if<double>(&value);
    switch (rule.kind) {
        case OptionKind::number:
            return number != nullptr;
        case OptionKind::whole_number:
            return number != nullptr && std::floor(*number) == *number;
        case OptionKind::flag:
            return std::holds_alternative<bool>(value);
        case OptionKind::word:
        case OptionKind::text:
            return std::holds_alternative<std::string>(value);
        case OptionKind::numbers:
            return std::holds_alternative<std::vector<double>>(value);
        case OptionKind::number_or_pair: {
            const auto* list = std::get_if<std::vector<double>>(&value);
            return number != nullptr || (list != nullptr && list->size() == 2);
        }
    }
    return false;
}

bool is_in_range(const OptionRule& rule, const OptionValue& value) {
    // NaN compares false with both bounds and so is out of every range.
    const auto inside = [&](double x) { return x >= rule.low && x <= rule.high; };
    if (const auto* number = std::get_if<double>(&value)) return inside(*number);
    if (const auto* list = std::get_if<std::vector<double>>(&value))
        return std::ranges::all_of(*list, inside);
    if (rule.kind == OptionKind::word)
        return std::ranges::find(rule.words, std::get<std::string>(value)) != rule.words.end();
    return true;
}

}  // namespace

std::string accepted(const OptionRule& rule) {
    std::string text;
    switch (rule.kind) {
        case OptionKind::number:
            text = "a number " + range_text(rule);
            break;
        case OptionKind::whole_number:
            text = "a whole number " + range_text(rule);
            break;
        case OptionKind::flag:
            text = "true or false";
            break;
        case OptionKind::word:
            text = listed_words(rule.words);
            break;
        case OptionKind::text:
            text = "text in quotes";
            break;
        case OptionKind::numbers:
            text = "a list of numbers";
            break;
        case OptionKind::number_or_pair:
            text = "a number or two, [x, y], " + range_text(rule);
            break;
    }
    return rule.can_be_none ? text + ", or \"none\"" : text;
}

std::string toml_text(const OptionValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return quoted(*text);
    if (const auto* list = std::get_if<std::vector<double>>(&value)) {
        std::string out = "[";
        for (const double number : *list) out += (out.size() > 1 ? ", " : "") + number_text(number);
        return out + "]";
    }
    return "a date, a list or a table";
}

OptionValue value_of_text(const OptionRule& rule, std::string_view text) {
    text = trimmed(text);
    const bool wants_number = rule.kind == OptionKind::number ||
                              rule.kind == OptionKind::whole_number ||
                              rule.kind == OptionKind::number_or_pair;
    if (wants_number)
        if (const auto number = parse_number(text)) return *number;
    if (rule.kind == OptionKind::flag && (text == "true" || text == "false")) return text == "true";
    return std::string(text);
}

std::optional<Error> check_value(const OptionRule& rule, const OptionValue& value,
                                 const std::string& where) {
    if (rule.can_be_none && is_none(value)) return std::nullopt;
    const std::string found = std::string(rule.key) + " = " + toml_text(value);
    const std::string unit = rule.unit.empty() ? "" : " (" + std::string(rule.unit) + ")";
    const std::string expected = accepted(rule) + unit;
    if (!has_right_type(rule, value)) return Error{"SND-U003", where, found, expected, ""};
    if (is_in_range(rule, value)) return std::nullopt;
    std::string fix;
    if (rule.kind == OptionKind::word) {
        const std::string nearest = nearest_name(std::get<std::string>(value), rule.words);
        if (!nearest.empty()) fix = "did you mean \"" + nearest + "\"?";
    }
    return Error{"SND-U004", where, found, expected, fix};
}

Error unknown_key(std::string_view key, std::span<const std::string_view> known,
                  const std::string& where) {
    // TOML takes every line below [grid] as a key of grid.
    const std::string_view last = key.substr(key.rfind('.') + 1);
    if (last != key && std::ranges::find(known, last) != known.end())
        return {"SND-U002", where, "unknown key \"" + std::string(key) + "\"", "",
                "write " + std::string(last) + " above the first [table]"};
    // "window_high" alone means the first key that ends so; else the nearest spelling.
    std::string nearest;
    for (const std::string_view candidate : known)
        if (nearest.empty() && candidate.ends_with("." + std::string(key))) nearest = candidate;
    if (nearest.empty()) nearest = nearest_name(key, known);
    const std::string found = "unknown key \"" + std::string(key) + "\"";
    if (!nearest.empty())
        return {"SND-U002", where, found, "", "did you mean \"" + nearest + "\"?"};
    std::string all;
    for (const std::string_view candidate : known)
        all += (all.empty() ? "" : ", ") + std::string(candidate);
    return {"SND-U002", where, found, "one of " + all, ""};
}

}  // namespace sneddon
