// Delimited text: lines with any line ends (LF, CR LF, lone CR, mixtures in one file), the cells
// of a line. What csv_cell.hpp writes has line ends and doubled quotes in its cells: CsvCells.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sneddon {

inline bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

/// Bytes of the line end at `position`: 2 for CR LF, 0 at the end of the text.
inline std::size_t line_end_length(std::string_view text, std::size_t position) {
    if (position >= text.size() || !is_line_end(text[position])) return 0;
    return text.substr(position, 2) == "\r\n" ? 2 : 1;
}

class LineCursor {
  public:
    explicit LineCursor(std::string_view text, std::size_t position = 0)
        : text_(text), position_(position) {}
    bool is_at_end() const { return position_ >= text_.size(); }
    std::size_t position() const { return position_; }
    /// The next line without its end. "\n\r" ends a line and then an empty one.
    std::string_view next();

  private:
    std::string_view text_;
    std::size_t position_;
};

/// Cells of one line, untrimmed; "..." cells may hold the delimiter.
std::vector<std::string_view> cells_of(std::string_view line, char delimiter);

/// Trimmed and without quotes around it.
std::string_view unquoted(std::string_view cell);

/// Nothing but spaces, tabs, quotes, `delimiter` and the DOS end of file.
bool is_blank(std::string_view line, char delimiter = '\t');

}  // namespace sneddon
