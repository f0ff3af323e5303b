#pragma once

#include <string_view>

#include "read/container/inflate.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

/// SND-R040: why a file in a zip or gz was not unpacked.
Error unpack_error(std::string_view where, std::string found);

/// The words of an end that is not `whole`.
std::string found_at_end(const Inflated& inflated);

}  // namespace sneddon
