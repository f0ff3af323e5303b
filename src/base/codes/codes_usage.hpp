#pragma once

#include <span>

#include "sneddon/base/codes.hpp"

namespace sneddon {

/// Pages of the letter U, sorted by code.
std::span<const CodePage> usage_code_pages();

}  // namespace sneddon
