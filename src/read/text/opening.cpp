#include "read/text/opening.hpp"

#include "base/delimited.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t looked_at_bytes = std::size_t{64} << 10;
constexpr std::size_t looked_at_lines = 64;

bool looks_like_text(std::string_view bytes) {
    std::size_t control = 0;
    // A count that fits into a byte lets sixteen be looked at at once.
    constexpr std::size_t block = 255;
    for (std::size_t begin = 0; begin < bytes.size(); begin += block) {
        unsigned char in_block = 0;
        for (const char c : bytes.substr(begin, block)) {
            const int is_layout =
                (c == '\t') | (c == '\n') | (c == '\r') | (c == '\f') | (c == '\x1A');
            const int is_low = (c >= 0) & (c < 0x20);
            in_block = static_cast<unsigned char>(in_block + (is_low & ~is_layout));
        }
        control += in_block;
    }
    return control * 200 <= bytes.size();
}

// Zeros behind lines of text are what a full disk leaves; the reader of the format refuses them
// with their line. Zeros in the first bytes are a binary file.
std::string_view text_before_zeros(std::string_view bytes) {
    constexpr std::size_t enough = 64;
    const std::size_t zero = bytes.find('\0');
    if (zero == std::string_view::npos) return bytes;
    const std::string_view before = bytes.substr(0, zero);
    const bool has_lines = before.find_first_of("\r\n") != std::string_view::npos;
    return before.size() >= enough && has_lines ? before : std::string_view();
}

}  // namespace

Opening open_bytes(std::string_view bytes) {
    Opening opening;
    opening.bytes = bytes;
    const std::string_view start = text_before_zeros(bytes.substr(0, looked_at_bytes));
    opening.is_text = !start.empty() && looks_like_text(start);
    if (!opening.is_text) return opening;
    for (LineCursor lines(start); !lines.is_at_end() && opening.lines.size() < looked_at_lines;)
        opening.lines.push_back(lines.next());
    return opening;
}

std::string_view Opening::first_line() const {
    for (const std::string_view line : lines)
        if (!trimmed(line).empty()) return trimmed(line);
    return {};
}

int Opening::find_line(std::string_view text) const {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (trimmed(lines[i]).starts_with(text)) return static_cast<int>(i);
    return -1;
}

}  // namespace sneddon
