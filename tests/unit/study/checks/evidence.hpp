// What a check says it found.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "study/checks/check_finding.hpp"

namespace sneddon::testing {

inline bool has_evidence(const Check& check, std::string_view name) {
    return std::ranges::any_of(check.evidence,
                               [&](const auto& each) { return each.first == name; });
}

/// Throws, which fails the test, where there is none of this name and kind.
template <class Value>
const Value& evidence(const Check& check, std::string_view name) {
    for (const auto& [key, value] : check.evidence)
        if (key == name) return std::get<Value>(value);
    throw std::out_of_range(std::string(name));
}

}  // namespace sneddon::testing
