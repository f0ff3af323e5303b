// Texts of instruments told by their first lines.
#include <algorithm>
#include <array>

#include "base/delimited.hpp"
#include "read/recognised/recognised.hpp"
#include "read/text/column_head.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

bool begins(const Opening& opening, std::string_view text) {
    return opening.first_line().starts_with(text);
}

// Cells like "H(GPa)", "E.GPa", "HARDNESS", "HIT": results, one row per indent.
bool names_result(const ColumnHead& head) {
    static constexpr std::array<std::string_view, 8> words = {
        "hardness", "modulus", "gpa", "mpa", "hit", "eit", "h_it", "e_it"};
    const std::string text = lower_ascii(head.text);
    return std::ranges::any_of(words, [&](std::string_view word) {
        const std::size_t at = text.find(word);
        if (at == std::string::npos) return false;
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        const std::size_t end = at + word.size();
        return (at == 0 || !is_letter(text[at - 1])) &&
               (end == text.size() || !is_letter(text[end]));
    });
}

// Time, load and depth: the samples of one test, whatever else stands beside them.
bool is_curve_head(std::string_view line, char delimiter) {
    const auto heads = parse_column_heads(line, delimiter);
    return std::ranges::all_of(
        std::array{Dimension::load, Dimension::depth, Dimension::time}, [&](Dimension wanted) {
            return std::ranges::count(heads, std::optional(wanted), &ColumnHead::dimension) > 0;
        });
}

bool is_results_head(std::string_view line, char delimiter) {
    const auto heads = parse_column_heads(line, delimiter);
    if (heads.size() < 3 || std::ranges::none_of(heads, names_result)) return false;
    return std::ranges::none_of(
        heads, [](const ColumnHead& head) { return head.dimension == Dimension::time; });
}

}  // namespace

bool is_hysitron_ldf(const Opening& opening) {
    return begins(opening, "File Version: Hysitron Load Function");
}

bool is_hysitron_results(const Opening& opening) {
    return begins(opening, "Number of Data Points");
}

bool is_nanosuite_method(const Opening& opening) {
    return begins(opening, "Method Name") && opening.has_line("Channels");
}

bool is_femtotools_map(const Opening& opening) {
    const auto cells = cells_of(opening.first_line(), '\t');
    return cells.size() > 3 && unquoted(cells[0]) == "Index" && unquoted(cells[1]) == "Phase" &&
           unquoted(cells[2]) == "Stiffness";
}

bool is_femtotools_txt(const Opening& opening) {
    return begins(opening, "//") && std::ranges::any_of(opening.lines, [](std::string_view line) {
               const auto cells = cells_of(line, '\t').size();
               return !trimmed(line).starts_with("//") && (cells == 17 || cells == 27);
           });
}

bool is_optics11_txt(const Opening& opening) {
    return opening.has_line("Device:\tChiaro") || opening.has_line("Device:\tPiuma");
}

bool is_antonpaar_results(const Opening& opening) {
    return begins(opening, "Group\tMeasurement\tParameter") || begins(opening, "New Report");
}

bool is_results_table(const Opening& opening) {
    std::size_t seen = 0;
    for (const std::string_view line : opening.lines) {
        if (trimmed(line).empty()) continue;
        if (++seen > 3) return false;
        for (const char delimiter : {'\t', ';', ','})
            if (is_curve_head(line, delimiter)) return false;
        for (const char delimiter : {'\t', ';', ','})
            if (is_results_head(line, delimiter)) return true;
    }
    return false;
}

}  // namespace sneddon
