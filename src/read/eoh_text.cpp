// A lab's own text: lines of notes, a line of heads, the word "eoh" (end of head), rows. Without a
// load it is what a MEMS sensor gave: positions, from which only its stiffness makes a load.
#include <fmt/core.h>

#include <algorithm>

#include "base/delimited.hpp"
#include "read/readers.hpp"
#include "read/text/column_head.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::string_view end_of_head = "eoh";

struct Head {
    std::string_view heads;
    std::size_t lines_above = 0;  ///< the heads
    std::size_t body = 0;
};

Head head_of(std::string_view text) {
    Head head;
    std::size_t count = 0;
    for (LineCursor lines(text); !lines.is_at_end(); ++count) {
        const std::string_view line = lines.next();
        if (trimmed(line) == end_of_head) {
            head.body = lines.position();
            return head;
        }
        if (trimmed(line).empty()) continue;
        head.heads = line;
        head.lines_above = count;
    }
    return head;
}

std::size_t rows_of(std::string_view text) {
    std::size_t rows = 0;
    for (LineCursor lines(text); !lines.is_at_end();) rows += is_blank(lines.next()) ? 0 : 1;
    return rows;
}

bool has_load(std::string_view heads) {
    const auto parsed = parse_column_heads(heads, '\t');
    return std::ranges::any_of(parsed, [](const ColumnHead& head) {
        return head.dimension == Dimension::load ||
               parse_column_head(head.name).dimension == Dimension::load;
    });
}

}  // namespace

bool is_eoh_text(const Opening& opening) {
    return std::ranges::any_of(opening.lines,
                               [](std::string_view line) { return trimmed(line) == end_of_head; });
}

Result<FileContent> read_eoh_text(const Source& source) {
    const Head head = head_of(source.text);
    if (has_load(head.heads)) {
        // Empty lines for those above and for the word: every row keeps the number of its line.
        std::string text(head.lines_above, '\n');
        text += fmt::format("{}\n", head.heads);
        const auto lines = std::ranges::count(source.text.substr(0, head.body), '\n');
        text.append(static_cast<std::size_t>(std::max<std::ptrdiff_t>(
                        lines - static_cast<std::ptrdiff_t>(head.lines_above) - 1, 0)),
                    '\n');
        text += source.text.substr(head.body);
        return read_csv({text, source.name, source.options, source.extent});
    }
    FileContent content;
    content.companion = fmt::format(
        "text of a MEMS sensor without a load ('eoh' below its heads), {} rows: its displacement "
        "times a stiffness that the file does not tell",
        rows_of(source.text.substr(head.body)));
    return content;
}

}  // namespace sneddon
