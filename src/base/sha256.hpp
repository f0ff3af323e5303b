#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sneddon {

/// The SHA-256 of some bytes as 64 lower-case hexadecimal digits (FIPS 180-4).
std::string sha256_hex(std::string_view bytes);

/// Two lower-case hexadecimal digits for a byte.
std::string hex_text(std::span<const unsigned char> bytes);

}  // namespace sneddon
