#include "base/markup.hpp"

#include <cstddef>

namespace sneddon {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
}

bool is_continuation(unsigned byte) {
    return byte >= 0x80 && byte <= 0xBF;
}

/// Bytes of the well-formed sequence that begins at i, 0 when there is none (Unicode, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t i) {
    const unsigned first = byte_at(text, i), second = byte_at(text, i + 1);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !is_continuation(second)) return 0;
    if (first < 0xE0) return 2;
    const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool is_surrogate = first == 0xED && second > 0x9F;
    const bool is_too_large = first == 0xF4 && second > 0x8F;
    if (is_overlong || is_surrogate || is_too_large) return 0;
    if (!is_continuation(byte_at(text, i + 2))) return 0;
    if (first < 0xF0) return 3;
    return is_continuation(byte_at(text, i + 3)) ? 4 : 0;
}

std::string_view reference(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

bool is_forbidden_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequence_length(text, i);
        valid += length == 0 ? replacement : text.substr(i, length);
        i += length == 0 ? 1 : length;
    }
    return valid;
}

std::string escaped_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : valid_utf8(text)) {
        if (const auto entity = reference(c); !entity.empty())
            escaped += entity;
        else if (is_forbidden_control(c))
            escaped += replacement;
        else
            escaped += c;
    }
    return escaped;
}

}  // namespace sneddon
