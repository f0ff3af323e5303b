// What a key of a TOML file or of --set may hold, and the check of a value against it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// A value as it was written; monostate stands for what no option takes (a date, a nested list).
using OptionValue = std::variant<std::monostate, bool, double, std::string, std::vector<double>>;

enum class OptionKind { number, whole_number, flag, word, text, numbers, number_or_pair };

/// One key: what it may hold and what it means. The tables of recipe and study file are lists of
/// these; their checks and their documentation pages come from the same line.
struct OptionRule {
    std::string_view key;  ///< "unloading.window_high"
    OptionKind kind = OptionKind::text;
    double low = 0;  ///< bounds of numbers, both allowed
    double high = 0;
    std::span<const std::string_view> words = {};  ///< of kind word
    std::string_view unit = "";
    std::string_view text = "";  ///< what it is, with its reference
    bool can_be_none = false;    ///< "none" = not stated
};

/// "a number from 0.3 to 1", "\"h(P)\" or \"P(h)\"".
std::string accepted(const OptionRule& rule);

/// As TOML: 0.95, "h(P)", true, [24.5, 2460].
std::string toml_text(const OptionValue& value);

/// A value of the command line, read as what the rule asks for where that is possible.
OptionValue value_of_text(const OptionRule& rule, std::string_view text);

/// Nothing, or SND-U003 (wrong type), SND-U004 (out of range, unknown word).
std::optional<Error> check_value(const OptionRule& rule, const OptionValue& value,
                                 const std::string& where);

/// SND-U002 for a key that is in no rule, with the nearest one.
Error unknown_key(std::string_view key, std::span<const std::string_view> known,
                  const std::string& where);

}  // namespace sneddon
