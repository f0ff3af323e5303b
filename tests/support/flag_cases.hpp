// For every flag and every warning of a study a case that raises it and a nearby one that does not.
#pragma once

#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon::testing {

using Codes = std::set<std::string>;

struct FlagCase {
    std::string_view code;
    std::function<Codes()> with, without;
};

inline void PrintTo(const FlagCase& each, std::ostream* out) {
    *out << each.code;
}

}  // namespace sneddon::testing
