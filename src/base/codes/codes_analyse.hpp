#pragma once

#include <span>

#include "sneddon/base/codes.hpp"

namespace sneddon {

/// Pages of the letter A, sorted by code.
std::span<const CodePage> analyse_code_pages();

}  // namespace sneddon
