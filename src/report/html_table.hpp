// A table with a caption, in a region that scrolls sideways with the keyboard too.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sneddon {

/// With the script a longer table becomes elements when its part of the page is opened (web/report,
/// later.ts); without it is there at once.
inline constexpr std::size_t most_rows_at_once = 40;

enum class CellKind { text, number, remarks };

class HtmlTable {
  public:
    /// `id` is unique in the page; `caption` is HTML.
    HtmlTable(std::string_view id, std::string_view caption);

    /// The heads come first, then the rows; all are HTML. `column` is the head of tests.csv whose
    /// values stand below.
    void head(std::string_view html, CellKind kind = CellKind::text, std::string_view column = "");
    /// `attributes` of the row: id="test-3" data-ref="tests.csv/3".
    void begin_row(std::string_view attributes = "");
    void row_head(std::string_view html);
    void cell(std::string_view html, CellKind kind = CellKind::text);

    std::string take();
    /// However long it is.
    std::string take_at_once();

  private:
    void close_row();
    std::string html_;
    std::size_t rows_ = 0;
    bool has_rows_ = false;
    bool is_in_row_ = false;
};

}  // namespace sneddon
