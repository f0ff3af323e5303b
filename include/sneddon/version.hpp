#pragma once

#include <string_view>

namespace sneddon {

inline constexpr std::string_view version = "0.1.0";

}  // namespace sneddon
