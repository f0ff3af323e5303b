#include "base/encoding.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

namespace sneddon {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Windows-1252, 0x80 to 0x9F (the rest is Latin-1). The five free places keep their C1 code, as
// browsers do.
constexpr std::array<char16_t, 32> cp1252_high = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::uint8_t byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<std::uint8_t>(bytes[i]);
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
    if (c < 0x10000)
        return put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
}

// Length of the well-formed sequence at i, 0 if there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t i) {
    const std::uint8_t lead = byte_at(bytes, i);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (bytes.size() - i < length) return 0;
    // The second byte is narrower where overlong forms, surrogates or too large codes would begin.
    const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte_at(bytes, i + 1) < low || byte_at(bytes, i + 1) > high) return 0;
    for (std::size_t k = 2; k < length; ++k)
        if ((byte_at(bytes, i + k) & 0xC0) != 0x80) return 0;
    return length;
}

// Text of ASCII characters in two-byte units and without a mark: one byte of every pair is zero.
bool is_ascii_in_pairs(std::string_view bytes, std::size_t zero_at) {
    const std::size_t pairs = std::min<std::size_t>(bytes.size() / 2, 16);
    if (pairs < 4) return false;
    for (std::size_t i = 0; i < pairs; ++i) {
        const std::uint8_t c = byte_at(bytes, 2 * i + 1 - zero_at);
        if (byte_at(bytes, 2 * i + zero_at) != 0 || c > 0x7E) return false;
        if (c < 0x20 && c != '\t' && c != '\r' && c != '\n') return false;
    }
    return true;
}

}  // namespace

EncodingFound find_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3};
    if (bytes.starts_with("\xFF\xFE")) return {Encoding::utf16le, 2};
    if (bytes.starts_with("\xFE\xFF")) return {Encoding::utf16be, 2};
    if (is_ascii_in_pairs(bytes, 1)) return {Encoding::utf16le, 0};
    if (is_ascii_in_pairs(bytes, 0)) return {Encoding::utf16be, 0};
    return {};
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequence_length(bytes, i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::string text_utf8(std::string_view bytes) {
    if (is_utf8(bytes)) return std::string(bytes);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t c = byte_at(bytes, i);
        append_utf8(text, c >= 0x80 && c < 0xA0 ? cp1252_high[c - 0x80u] : c);
    }
    return text;
}

std::string utf16_to_utf8(std::string_view bytes, Encoding byte_order) {
    assert(byte_order == Encoding::utf16le || byte_order == Encoding::utf16be);
    const std::size_t low = byte_order == Encoding::utf16le ? 0 : 1;
    const std::size_t units = bytes.size() / 2;
    const auto unit = [&](std::size_t i) {
        return static_cast<char32_t>(byte_at(bytes, 2 * i + low) |
                                     (byte_at(bytes, 2 * i + 1 - low) << 8));
    };
    std::string text;
    text.reserve(units + units / 8);
    for (std::size_t i = 0; i < units; ++i) {
        const char32_t first = unit(i);
        const bool is_surrogate = first >= 0xD800 && first < 0xE000;
        if (!is_surrogate) {
            append_utf8(text, first);
            continue;
        }
        const char32_t second = first < 0xDC00 && i + 1 < units ? unit(i + 1) : 0;
        const bool is_pair = second >= 0xDC00 && second < 0xE000;
        append_utf8(text,
                    is_pair ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00) : replacement);
        if (is_pair) ++i;
    }
    if (bytes.size() % 2 == 1) append_utf8(text, replacement);
    return text;
}

}  // namespace sneddon
