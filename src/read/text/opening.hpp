// The beginning of a file, as the detectors of formats look at it.
#pragma once

#include <string_view>
#include <vector>

namespace sneddon {

struct Opening {
    std::string_view bytes;               ///< the whole file (a reader decides how far it looks)
    std::vector<std::string_view> lines;  ///< the first lines, raw, of a text
    bool is_text = false;                 ///< no zero byte and hardly any control byte at the start

    /// The first line that is not blank, trimmed; empty if there is none.
    std::string_view first_line() const;
    /// The first of the lines that, trimmed, begins with `text`; -1 if there is none.
    int find_line(std::string_view text) const;
    bool has_line(std::string_view text) const { return find_line(text) >= 0; }
};

Opening open_bytes(std::string_view bytes);

}  // namespace sneddon
