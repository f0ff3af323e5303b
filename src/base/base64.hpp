#pragma once

#include <string>
#include <string_view>

namespace sneddon {

/// RFC 4648, section 4, with padding.
std::string base64_text(std::string_view bytes);

}  // namespace sneddon
