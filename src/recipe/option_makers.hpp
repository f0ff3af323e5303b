// What the tables of options are made of.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "recipe/option_rule.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

using std::string_view;
using Trouble = std::optional<Error>;

inline const OptionValue none = std::string("none");

/// The place of a word that has been checked, in the words of its option.
inline std::size_t place_of(const OptionValue& word, std::span<const string_view> words) {
    return static_cast<std::size_t>(std::ranges::find(words, std::get<std::string>(word)) -
                                    words.begin());
}

constexpr OptionRule number(string_view key, double low, double high, string_view unit,
                            string_view text) {
    return {key, OptionKind::number, low, high, {}, unit, text, false};
}
constexpr OptionRule number_or_none(string_view key, double low, double high, string_view unit,
                                    string_view text) {
    return {key, OptionKind::number, low, high, {}, unit, text, true};
}
constexpr OptionRule word(string_view key, std::span<const string_view> words, string_view text) {
    return {key, OptionKind::word, 0, 0, words, "", text, false};
}
constexpr OptionRule unit(string_view key, std::span<const string_view> words, string_view text) {
    return {key, OptionKind::word, 0, 0, words, "", text, true};
}

constexpr OptionRule whole_number(string_view key, double low, double high, string_view unit,
                                  string_view text) {
    return {key, OptionKind::whole_number, low, high, {}, unit, text, false};
}

}  // namespace sneddon
