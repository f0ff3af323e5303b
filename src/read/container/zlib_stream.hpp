// Compressed bytes (zlib's format, RFC 1950), whose length is known before: all that is seen of the
// library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sneddon {

/// No stream of this format becomes longer than this times its own length.
inline constexpr std::size_t most_bytes_of_zlib_byte = 1032;

/// Fills `to`, whose size is that of the unpacked bytes. False unless they are exactly as many.
bool unpack_zlib(std::string_view packed, std::string& to);

/// The packed bytes. Level 1 (fast) to 9 (small). Every `part` of them (0: all as one) that would
/// not become half as long is stored as it is: unpacking it is a copy.
std::string pack_zlib(std::string_view bytes, int level, std::size_t part = 0);

}  // namespace sneddon
