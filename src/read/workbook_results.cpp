#include "read/workbook_results.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "base/delimited.hpp"
#include "model/units.hpp"
#include "read/recognised/recognised.hpp"
#include "read/sheet_text.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Cells = std::vector<std::string_view>;

// A column of ASMEC's InspectorX: its unit stands in the row below. nJ are 1000 pJ, mN 1000 uN, um
// 1000 nm; mN/um are uN/nm.
struct KnownColumn {
    std::string_view head, unit;  // theirs
    std::string_view id;          // ours
    double times;
};
constexpr double percent = 100, pJ_per_nJ = 1000;
constexpr std::array asmec_columns = {
    KnownColumn{"F", "mN", "F_max_uN", uN_per_mN},
    KnownColumn{"h", "\u00B5m", "h_max_nm", nm_per_um},
    KnownColumn{"H", "GPa", "H_IT_GPa", 1},
    KnownColumn{"E", "GPa", "E_IT_GPa", 1},
    KnownColumn{"Er", "GPa", "E_r_GPa", 1},
    KnownColumn{"CIT", "%", "C_IT_percent", 1},
    KnownColumn{"Wtot", "nJ", "W_total_pJ", pJ_per_nJ},
    KnownColumn{"We", "nJ", "W_elast_pJ", pJ_per_nJ},
    KnownColumn{"NIT", "%", "eta_IT", 1 / percent},
    KnownColumn{"S", "mN/\u00B5m", "S_uN_per_nm", 1},
    KnownColumn{"m", "", "m", 1},
    KnownColumn{"hc", "\u00B5m", "h_c_nm", nm_per_um},
    KnownColumn{"Ac", "\u00B5m\u00B2", "A_p_nm2", nm_per_um* nm_per_um},
};

bool is_asmec(std::string_view text) {
    LineCursor lines(text);
    const Cells heads = cells_of(lines.next(), '\t');
    const auto has = [&](std::string_view head) {
        return std::ranges::find(heads, head) != heads.end();
    };
    return has("No.") && has("File") && has("Wtot") && has("NIT");
}

// Its curves have the ending .DAT, whatever they were exported to.
void add_value(std::string_view head, std::string_view unit, double value, VendorTableRow& row) {
    for (const KnownColumn& known : asmec_columns)
        if (known.head == head && known.unit == unit)
            return row.values.push_back({std::string(known.id), "", value * known.times, 1});
    row.values.push_back({std::string(head), std::string(unit), value, 1});
}

std::vector<VendorTableRow> asmec_rows(std::string_view text) {
    LineCursor lines(text);
    const Cells heads = cells_of(lines.next(), '\t');
    const Cells units = cells_of(lines.next(), '\t');
    std::vector<VendorTableRow> rows;
    while (!lines.is_at_end()) {
        const Cells cells = cells_of(lines.next(), '\t');
        if (cells.empty() || !parse_number(cells[0])) continue;
        VendorTableRow row;
        for (std::size_t i = 1; i < std::min(cells.size(), heads.size()); ++i) {
            const std::string_view unit = i < units.size() ? trimmed(units[i]) : "";
            const char mark = cells[i].find(',') == std::string_view::npos ? '.' : ',';
            const auto number = parse_number(cells[i], mark);
            if (heads[i] == "File")
                row.file = std::string(trimmed(cells[i]));
            else if (number && std::isfinite(*number))
                add_value(trimmed(heads[i]), unit, *number, row);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<VendorTableRow> rows_in(const std::string& text, std::string_view name) {
    if (is_asmec(text)) return asmec_rows(text);
    if (!is_hysitron_results(open_bytes(text))) return {};
    auto rows = read_results_table(text, name);
    // Excel of some languages makes ",hys" of ".hys".
    if (!rows) return {};
    for (VendorTableRow& row : *rows)
        if (row.file.ends_with(",hys")) row.file[row.file.size() - 4] = '.';
    return std::move(rows).value();
}

}  // namespace

std::string name_of_results(std::string_view text) {
    const Opening opening = open_bytes(text);
    if (is_asmec(text)) return "table of results (ASMEC)";
    if (is_hysitron_results(opening)) return "table of results (Hysitron)";
    return is_results_table(opening) ? "table of results (one row per indent)" : "";
}

Result<std::vector<VendorTableRow>> read_workbook_results(std::string_view bytes,
                                                          std::string_view name) {
    const auto book = Workbook::open(bytes, name);
    if (!book) return book.error();
    std::vector<VendorTableRow> rows;
    for (const XlsSheet& sheet : book->sheets()) {
        const auto cells = book->cells(sheet);
        if (!cells) return cells.error();
        const auto text = sheet_text(*book, *cells);
        if (text) std::ranges::move(rows_in(*text, name), std::back_inserter(rows));
    }
    if (!rows.empty()) return rows;
    return Error{"SND-R010", std::string(name), "a workbook without rows of results",
                 "a sheet with a row for each indent", ""};
}

}  // namespace sneddon
