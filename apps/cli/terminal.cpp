#include "terminal.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string_view>

namespace sneddon::cli {
namespace {

unsigned char byte_at(std::string_view text, std::size_t place) {
    return static_cast<unsigned char>(text[place]);
}

/// Bytes of the UTF-8 character that the text begins with; 0 when it begins with none (RFC 3629).
std::size_t length_of_character(std::string_view text) {
    const unsigned char first = byte_at(text, 0);
    if (first < 0x80) return 1;
    const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 0 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte_at(text, i) & 0xC0) != 0x80) return 0;
    return length;
}

/// C0 and DEL but tab and line feed, and C1 (U+0080 to U+009F), which begins commands too.
bool is_control(std::string_view character) {
    const unsigned char first = byte_at(character, 0);
    if (character.size() == 1)
        return (first < 0x20 && first != '\t' && first != '\n') || first == 0x7F;
    return first == 0xC2 && byte_at(character, 1) < 0xA0;
}

}  // namespace

bool may_colour(Stream stream, bool has_no_colour) {
    // no-color.org: set to anything but the empty text.
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
    const char* no_colour = std::getenv("NO_COLOR");
    const bool is_refused = no_colour != nullptr && *no_colour != '\0';
    return !has_no_colour && !is_refused && is_terminal(stream);
}

std::string harmless(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t length = length_of_character(text);
        if (length > 0 && !is_control(text.substr(0, length))) {
            out += text.substr(0, length);
            text.remove_prefix(length);
            continue;
        }
        for (const char byte : text.substr(0, std::max<std::size_t>(length, 1)))
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

std::string painted(const std::string& lines) {
    constexpr std::string_view yellow = "\x1b[33m", red = "\x1b[31m", plain = "\x1b[0m";
    std::istringstream in(lines);
    std::string out;
    for (std::string line; std::getline(in, line);) {
        const bool is_doubt = line.starts_with("  !"), is_refusal = line.starts_with("  refused");
        if (is_doubt || is_refusal)
            line = std::string(is_doubt ? yellow : red) + line + std::string(plain);
        out += line + "\n";
    }
    return out;
}

void say(Stream stream, const std::string& lines, bool has_no_colour) {
    const std::string text = harmless(lines);
    std::ostream& out = stream == Stream::out ? std::cout : std::cerr;
    out << (may_colour(stream, has_no_colour) ? painted(text) : text) << std::flush;
}

}  // namespace sneddon::cli
