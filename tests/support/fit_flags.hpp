// Flags in the JSON of `sneddon fit`.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sneddon::testing {

inline bool has_fit_flag(const nlohmann::json& fit, const char* flag) {
    const auto& flags = fit["flags"];
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

}  // namespace sneddon::testing
