// A text is told by its first line, or by what stands in its columns.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "base/delimited.hpp"
#include "read/recognised/resembles.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct Beginning {
    std::string_view line;
    std::string_view what;
    std::string_view need;
    bool may_hold_tests = false;
};

constexpr std::string_view as_columns =
    "export the columns of the tests as CSV, with heads like 'time (s),depth (nm),load (mN)'";
constexpr Beginning beginnings[] = {
    {"LabVIEW Measurement", "LabVIEW measurement (.lvm)",
     "take out all above the line of heads, and name its columns like 'time (s)', 'depth (nm)', "
     "'load (mN)'",
     true},
    {"IGOR", "Igor Pro text (.itx)", as_columns, true},
    {"\\*File list", "force curve or image of an AFM (Bruker NanoScope)", as_columns, true},
    {"\\*Force file list", "force curve of an AFM (Bruker NanoScope)", as_columns, true},
    {"[DataSet]", "data of an AFM (Nanosurf .nid)", as_columns, true},
    {"{\\rtf", "document (RTF)", "save the columns of its tables as CSV or text"},
    {"%!PS", "image or document (PostScript)", "give the files of the tests instead of it"},
    {"#!", "script", "give the files of the tests instead of it"},
    {"From ", "message with what is attached to it", "save what is attached to it"},
    {"-----BEGIN ", "key or encrypted message", "give the files of the tests instead of it"},
    {"ply", "points of a surface (.ply)", "give the files of the tests instead of it"},
};

/// Rows of numbers, as many in each, that stand one below the other.
struct Columns {
    char delimiter = '\t';
    std::size_t first_line = 0;  ///< of the opening, from 0
    std::size_t rows = 0;
    std::vector<std::vector<double>> values;
};

std::vector<double> numbers_of(std::string_view line, char delimiter) {
    std::vector<double> numbers;
    for (std::string_view cell : cells_of(trimmed(line), delimiter)) {
        cell = unquoted(cell);
        if (cell.empty() && delimiter == ' ') continue;
        auto number = parse_number(cell);
        if (!number && delimiter != ',') number = parse_number(cell, ',');
        if (!number || !std::isfinite(*number)) return {};
        numbers.push_back(*number);
    }
    return numbers;
}

// The longest run of rows alike among the first lines.
Columns find_columns(const Opening& opening, char delimiter) {
    Columns best, run;
    best.delimiter = run.delimiter = delimiter;
    for (std::size_t i = 0; i < opening.lines.size(); ++i) {
        if (trimmed(opening.lines[i]).empty()) continue;
        const auto numbers = numbers_of(opening.lines[i], delimiter);
        if (numbers.size() != run.values.size() || numbers.empty()) {
            run = {delimiter, i, 0, {}};
            run.values.resize(numbers.size());
        }
        for (std::size_t j = 0; j < numbers.size(); ++j) run.values[j].push_back(numbers[j]);
        run.rows += !numbers.empty();
        if (run.rows > best.rows) best = run;
    }
    return best;
}

std::optional<Columns> columns_of(const Opening& opening) {
    constexpr std::size_t fewest_rows = 3;
    std::optional<Columns> best;
    for (const char delimiter : {'\t', ';', ',', ' '}) {
        const Columns columns = find_columns(opening, delimiter);
        if (columns.rows < fewest_rows || columns.values.size() < 2) continue;
        if (!best || columns.rows * columns.values.size() > best->rows * best->values.size())
            best = columns;
    }
    return best;
}

// A clock's steps are alike within its last digit; loads and depths scatter.
std::string words_of(const std::vector<double>& column) {
    const auto [least, most] = std::ranges::minmax(column);
    if (least == most) return fmt::format("always {:g}", least);
    const double step = (column.back() - column.front()) / static_cast<double>(column.size() - 1);
    constexpr double even = 0.01;
    const bool is_even = std::ranges::all_of(column, [&, i = 0](double value) mutable {
        return std::abs(value - column.front() - step * i++) <= even * std::abs(step);
    });
    const bool is_count = is_even && step == 1 && column.front() == std::floor(column.front());
    if (is_count) return "counts its rows";
    if (is_even && step > 0) return fmt::format("rises in even steps of {:.3g}, as a time", step);
    if (std::ranges::is_sorted(column)) return fmt::format("rises from {:g} to {:g}", least, most);
    return fmt::format("{:g} to {:g}", least, most);
}

std::string_view name_of(char delimiter) {
    return delimiter == '\t'  ? "tabs"
           : delimiter == ';' ? "semicolons"
           : delimiter == ',' ? "commas"
                              : "blanks";
}

Resemblance resemblance_of_columns(const Opening& opening, const Columns& columns) {
    constexpr std::size_t most_columns = 6;
    std::string list;
    for (std::size_t i = 0; i < std::min(columns.values.size(), most_columns); ++i)
        list +=
            fmt::format("{}column {} {}", i == 0 ? "" : ", ", i + 1, words_of(columns.values[i]));
    if (columns.values.size() > most_columns) list += ", and others";
    std::string_view above;
    for (std::size_t i = 0; i < columns.first_line; ++i)
        if (!trimmed(opening.lines[i]).empty()) above = opening.lines[i];
    const std::string place =
        above.empty() ? std::string() : fmt::format(", below '{}'", excerpt(trimmed(above)));
    if (columns.values.size() < 3)
        return {
            fmt::format("{} columns of numbers between {}{}: {}", columns.values.size(),
                        name_of(columns.delimiter), place, list),
            "a test needs load and depth, and a time for what has a rate: export these columns, "
            "with heads like 'time (s);depth (nm);load (mN)'"};
    return {fmt::format("{} columns of numbers between {}{}: {}", columns.values.size(),
                        name_of(columns.delimiter), place, list),
            fmt::format("write a line of heads above the numbers (line {}) that names each column "
                        "with its unit, like 'time (s);depth (nm);load (mN)'",
                        columns.first_line + 1)};
}

// "<?xml ...?><Workbook xmlns=...": by the first element.
std::optional<Resemblance> resemblance_of_xml(std::string_view text) {
    constexpr std::size_t looked_at = 4096;
    text = text.substr(0, looked_at);
    if (!text.starts_with("<?xml") && !text.starts_with("<svg")) return std::nullopt;
    std::size_t at = 0;
    while ((at = text.find('<', at)) != text.npos && at + 1 < text.size() &&
           (text[at + 1] == '?' || text[at + 1] == '!'))
        ++at;
    if (at == text.npos) return Resemblance{"XML", std::string(as_columns)};
    const std::string_view element =
        text.substr(at + 1, text.find_first_of(" \t\r\n/>", at) - at - 1);
    if (element == "svg")
        return Resemblance{"image (.svg)", "give the files of the tests instead of it"};
    if (element == "Workbook")
        return Resemblance{"workbook as XML of Excel 2003", "save it again as .xlsx, or as CSV"};
    return Resemblance{fmt::format("XML of '{}'", excerpt(element)), std::string(as_columns)};
}

}  // namespace

bool is_of_another_program(const Opening& opening) {
    const std::string_view first = opening.first_line();
    return first.starts_with("<?xml") ||
           std::ranges::any_of(beginnings, [&](const Beginning& beginning) {
               return beginning.may_hold_tests && first.starts_with(beginning.line);
           });
}

Resemblance resemblance_of_text(const Opening& opening) {
    const std::string_view first = opening.first_line();
    for (const Beginning& beginning : beginnings)
        if (first.starts_with(beginning.line))
            return {std::string(beginning.what), std::string(beginning.need)};
    if (first.starts_with('<')) {
        const auto begin = static_cast<std::size_t>(first.data() - opening.bytes.data());
        if (auto xml = resemblance_of_xml(opening.bytes.substr(begin))) return *xml;
    }
    if (const auto columns = columns_of(opening)) return resemblance_of_columns(opening, *columns);
    return {};
}

}  // namespace sneddon
