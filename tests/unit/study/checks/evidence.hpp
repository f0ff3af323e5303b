// What a check says it found.
#pragma once

#include <algorithm>
#include <string_view>
#include <variant>

#include "study/checks/check_finding.hpp"

namespace sneddon::testing {

/// Null where there is none of this name and kind.
template <class Value>
const Value* evidence(const Check& check, std::string_view name) {
    const auto found = std::ranges::find(
        check.evidence, name, [](const auto& each) { return std::string_view(each.first); });
    return found == check.evidence.end() ? nullptr : std::get_if<Value>(&found->second);
}

}  // namespace sneddon::testing
