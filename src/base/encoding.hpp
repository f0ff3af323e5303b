// Bytes of a foreign text file -> UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sneddon {

enum class Encoding {
    bytes,    ///< no mark: ASCII, UTF-8 or a one-byte code page; decide piece by piece (text_utf8)
    utf8,     ///< byte order mark EF BB BF
    utf16le,  ///< mark FF FE, or ASCII characters with a zero byte after each
    utf16be,  ///< mark FE FF, or a zero byte before each
};

struct EncodingFound {
    Encoding encoding = Encoding::bytes;
    std::size_t mark_length = 0;  ///< bytes of the byte order mark
};

EncodingFound find_encoding(std::string_view bytes);

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode 15, table 3-7).
bool is_utf8(std::string_view bytes);

/// A piece of text: kept if it is UTF-8, else read as Windows-1252 (which every byte is).
std::string text_utf8(std::string_view bytes);

/// `bytes` without its mark. Lone surrogates and an odd last byte become U+FFFD.
std::string utf16_to_utf8(std::string_view bytes, Encoding byte_order);

}  // namespace sneddon
