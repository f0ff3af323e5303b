// Any workbook (.xls, .xlsx) whose sheets hold columns of load and depth under heads with units, as
// people paste them; the curves of one sheet stand below each other with two empty rows between.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/delimited.hpp"
#include "read/csv_layout.hpp"
#include "read/readers.hpp"
#include "read/recognised/recognised.hpp"
#include "read/sheet_text.hpp"
#include "read/text/test_without_curve.hpp"
#include "read/workbook_results.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t blank_lines_between_curves = 2;

// A mean of several tests, made by Analyst, is no test.
bool is_mean_curve(std::string_view text) {
    return text.substr(0, text.find('\n')).find("STANDARD DEVIATION (") != std::string_view::npos;
}

/// The rows below the heads, divided where two lines and more are blank.
std::vector<std::string_view> blocks_of(std::string_view body) {
    std::vector<std::string_view> blocks;
    std::size_t begin = 0, blank = 0;
    for (LineCursor lines(body); !lines.is_at_end();) {
        const std::size_t at = lines.position();
        if (is_blank(lines.next())) {
            ++blank;
            continue;
        }
        if (blank >= blank_lines_between_curves && at > begin) {
            blocks.push_back(body.substr(begin, at - begin - blank));
            begin = at;
        }
        blank = 0;
    }
    blocks.push_back(body.substr(begin));
    return blocks;
}

/// What the sheets of a book give.
struct Sheets {
    FileContent content;
    std::string tables, others;  ///< names of sheets
    std::optional<Error> first_error;
};

void add_curves(const std::string& text, const XlsSheet& sheet, const Source& source,
                Sheets& found) {
    const auto layout = find_csv_layout(open_bytes(text));
    const std::string_view heads = std::string_view(text).substr(0, layout->body_position);
    const auto blocks = blocks_of(std::string_view(text).substr(layout->body_position));
    const std::string name = fmt::format("{}, sheet '{}'", source.name, sheet.name);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::string part = fmt::format("{}{}", heads, blocks[i]);
        auto content = read_csv({part, name, source.options, source.extent});
        if (!content) {
            if (!found.first_error) found.first_error = content.error();
            content = FileContent{"", {test_without_curve(content.error())}, ""};
        }
        for (Test& test : content->tests) {
            test.name =
                blocks.size() > 1 ? fmt::format("{}, curve {}", sheet.name, i + 1) : sheet.name;
            test.number = static_cast<int>(found.content.tests.size()) + 1;
            found.content.tests.push_back(std::move(test));
        }
    }
}

void add_name(const std::string& name, std::string& to) {
    to += (to.empty() ? "'" : ", '") + name + "'";
}

std::optional<Error> add_sheet(const Workbook& book, const XlsSheet& sheet, const Source& source,
                               Sheets& found) {
    const auto cells = book.cells(sheet);
    if (!cells) return cells.error();
    const auto text = sheet_text(book, *cells);
    if (!text || text->empty()) return std::nullopt;
    const std::string results =
        is_mean_curve(*text) ? "mean curve of several tests (Analyst)" : name_of_results(*text);
    const Opening opening = open_bytes(*text);
    if (!results.empty()) {
        if (!found.tables.empty()) found.tables += "; ";
        found.tables += fmt::format("{} in sheet '{}'", results, sheet.name);
    } else if (const auto layout = find_csv_layout(opening);
               layout && layout->has_rows && !layout->heads.empty() && is_csv(opening)) {
        add_curves(*text, sheet, source, found);
    } else {
        add_name(sheet.name, found.others);
    }
    return std::nullopt;
}

}  // namespace

bool is_excel_columns(const Opening& opening) {
    return is_excel_zip(opening) || !sheet_names(opening.bytes).empty();
}

Result<FileContent> read_excel_columns(const Source& source) {
    const auto book = Workbook::open(source.text, source.name);
    if (!book) return book.error();
    Sheets found;
    for (const XlsSheet& sheet : book->sheets())
        if (auto error = add_sheet(*book, sheet, source, found)) return *error;
    auto& tests = found.content.tests;
    const bool has_curve =
        std::ranges::any_of(tests, [](const Test& test) { return test.curve.size() > 0; });
    if (!has_curve && found.tables.empty()) {
        if (found.first_error) return *found.first_error;
        return Error{"SND-R017", std::string(source.name),
                     fmt::format("an Excel workbook with neither columns of load and depth nor "
                                 "results in its sheets {}",
                                 found.others.empty() ? "(all empty)" : found.others),
                     "a sheet whose first lines name columns with their units",
                     "put a line like 'time (s)', 'depth (nm)', 'load (mN)' above the numbers"};
    }
    if (!has_curve) {
        tests.clear();
        found.content.companion = found.tables;
        return std::move(found.content);
    }
    for (const auto& [what, names] : {std::pair("sheets of results, not read", found.tables),
                                      std::pair("sheets without columns of a curve", found.others)})
        if (!names.empty()) tests.front().inferences.push_back({what, names, "the workbook"});
    return std::move(found.content);
}

}  // namespace sneddon
