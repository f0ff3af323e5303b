// Arguments that are taken apart: lists, ranges, one word out of a few.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon::cli {

/// "a,b" -> a, b; quotes keep a comma and are taken off. SND-U008 unless `count` names came (0: any
/// number of them).
Result<std::vector<std::string>> list_of(const std::string& option, const std::string& text,
                                         std::size_t count = 0);

/// "95..20" -> 95, 20; a single number is a range of one. SND-U008.
Result<std::pair<double, double>> range_of(const std::string& option, const std::string& text);

Error unknown_choice(const std::string& option, const std::string& text,
                     const std::vector<std::string_view>& known);

/// The value whose word was given. SND-U004 with the nearest word.
template <class Value, std::size_t n>
Result<Value> choice_of(const std::string& option, const std::string& text,
                        const std::array<std::pair<std::string_view, Value>, n>& choices) {
    std::vector<std::string_view> known;
    for (const auto& [word, value] : choices) {
        if (word == text) return value;
        known.push_back(word);
    }
    return unknown_choice(option, text, known);
}

}  // namespace sneddon::cli
