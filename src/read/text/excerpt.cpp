#include "read/text/excerpt.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/delimited.hpp"
#include "base/encoding.hpp"

namespace sneddon {

std::size_t line_number(std::string_view text, std::size_t position) {
    std::size_t number = 1;
    for (std::size_t i = 0; i < std::min(position, text.size());) {
        const std::size_t length = line_end_length(text, i);
        if (length > 0 && i + length <= position) ++number;
        i += std::max<std::size_t>(length, 1);
    }
    return number;
}

std::string excerpt(std::string_view text, std::size_t position, std::size_t limit) {
    const std::string_view rest = text.substr(std::min(position, text.size()), 4 * limit);
    const auto line_end = std::find_if(rest.begin(), rest.end(), is_line_end);
    std::string_view line(rest.data(), static_cast<std::size_t>(line_end - rest.begin()));
    const bool is_cut = line.size() > limit;
    line = line.substr(0, limit);
    // A cut in the middle of a UTF-8 sequence would turn the whole line into Windows-1252.
    for (int back = 0; is_cut && back < 3 && !is_utf8(line); ++back) line.remove_suffix(1);
    std::string shown;
    for (const char c : text_utf8(line)) {
        if (c == '\t')
            shown += ' ';
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            shown += c;
    }
    return is_cut ? shown + "..." : shown;
}

}  // namespace sneddon
