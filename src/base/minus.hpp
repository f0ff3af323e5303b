// The minus signs of typography, which plot programs, word processors and locales write.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sneddon {

/// Bytes of the sign at the beginning of `text` that is a minus and not '-': U+2212, U+2013, U+FF0D
/// in UTF-8, the minus of cp932, the dash of cp1252. 0 if there is none.
inline std::size_t minus_length(std::string_view text) {
    constexpr std::array<std::string_view, 5> signs = {"\xE2\x88\x92", "\xE2\x80\x93",
                                                       "\xEF\xBC\x8D", "\x81\x7C", "\x96"};
    // Nearly every number begins with a sign or digit of ASCII.
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return 0;
    for (const std::string_view sign : signs)
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

}  // namespace sneddon
