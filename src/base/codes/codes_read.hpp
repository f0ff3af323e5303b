#pragma once

#include <span>

#include "sneddon/base/codes.hpp"

namespace sneddon {

/// Pages of the letters R and S, sorted by code.
std::span<const CodePage> read_code_pages();

}  // namespace sneddon
