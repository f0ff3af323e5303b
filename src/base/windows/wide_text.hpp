#pragma once

#include <string>
#include <string_view>

namespace sneddon {

/// UTF-8 as Windows wants it, and back. What is none becomes U+FFFD.
std::wstring wide_text(std::string_view text);
std::string narrow_text(std::wstring_view text);

}  // namespace sneddon
