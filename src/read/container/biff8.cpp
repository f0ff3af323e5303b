#include "read/container/biff8.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "read/container/biff8_records.hpp"
#include "read/container/little_endian.hpp"
#include "read/container/ole_file.hpp"

namespace sneddon {
namespace {

constexpr std::uint16_t version_8 = 0x0600;
constexpr std::uint16_t most_columns = 256;  // of the format
constexpr std::size_t most_sheets = 20'000;  // more than any instrument fills
constexpr std::size_t cell_head = 6;         // row, column, format: two bytes each

class CellReader {
  public:
    CellReader(std::size_t shared_texts, XlsCells& found) : shared_(shared_texts), found_(found) {}

    /// False: a text that is not in the table.
    bool read(const BiffRecord& record) {
        const std::string_view body = record.body;
        if (record.type == biff_formula_text) return end_formula(body), true;
        if (body.size() < cell_head) return true;
        switch (record.type) {
            case biff_number:
                if (body.size() >= cell_head + 8) add(body, f64_at(body, cell_head));
                break;
            case biff_rk:
                if (body.size() >= cell_head + 4) add(body, rk_number(u32_at(body, cell_head)));
                break;
            case biff_many_rk:
                add_many(body);
                break;
            case biff_formula:
                if (body.size() >= cell_head + 8) add_formula(body);
                break;
            case biff_label:
            case biff_rich_label:
                add_text(body, biff_text(body.substr(cell_head), 2));
                break;
            case biff_label_of_texts:
                return body.size() < cell_head + 4 || add_shared(body, u32_at(body, cell_head));
            default:
                break;
        }
        return true;
    }

  private:
    void add(std::string_view body, double number) {
        add_cell({number, 0, u16_at(body, 0), u16_at(body, 2)});
    }

    void add_cell(const XlsCell& cell) {
        if (cell.column < most_columns) found_.cells.push_back(cell);
    }

    // Row, first column, then format and number of each, last column.
    void add_many(std::string_view body) {
        std::uint16_t column = u16_at(body, 2);
        for (std::size_t at = 4; at + 8 <= body.size(); at += 6)
            add_cell({rk_number(u32_at(body, at + 2)), 0, u16_at(body, 0), column++});
    }

    // Its result is a number, or two bytes of ones behind a kind of which a text is 0.
    void add_formula(std::string_view body) {
        constexpr std::uint32_t no_number = 0xFFFF;
        if (u16_at(body, cell_head + 6) != no_number) return add(body, f64_at(body, cell_head));
        if (byte_at(body, cell_head) != 0) return;
        formula_row_ = u16_at(body, 0);
        formula_column_ = u16_at(body, 2);
        awaits_text_ = true;
    }

    void end_formula(std::string_view body) {
        if (!awaits_text_) return;
        awaits_text_ = false;
        add_text_at(formula_row_, formula_column_, biff_text(body, 2));
    }

    bool add_shared(std::string_view body, std::uint32_t text) {
        if (text >= shared_) return false;
        add_cell({0, text + 1, u16_at(body, 0), u16_at(body, 2)});
        return true;
    }

    void add_text(std::string_view body, std::string text) {
        add_text_at(u16_at(body, 0), u16_at(body, 2), std::move(text));
    }

    void add_text_at(std::uint16_t row, std::uint16_t column, std::string text) {
        found_.texts.push_back(std::move(text));
        const auto place = static_cast<std::uint32_t>(shared_ + found_.texts.size());
        add_cell({0, place, row, column});
    }

    std::size_t shared_;
    XlsCells& found_;
    bool awaits_text_ = false;
    std::uint16_t formula_row_ = 0, formula_column_ = 0;
};

}  // namespace

Error XlsBook::broken(std::string_view what) const {
    return {"SND-R033", name_, fmt::format("an Excel workbook (.xls) {}", what),
            "a whole workbook, not encrypted", "copy the file again, or save the workbook again"};
}

std::optional<Error> XlsBook::read_globals() {
    BiffRecords records(stream_, 0, stream_.size());
    const auto first = records.next();
    if (!first || first->type != biff_begin || first->body.size() < 2)
        return broken("without its first record");
    if (u16_at(first->body, 0) != version_8)
        return Error{"SND-R004", name_, "an Excel workbook older than 1997",
                     "a workbook of Excel 97 to 2003", "save it as CSV, or again as .xls"};
    while (const auto record = records.next()) {
        const std::string_view body = record->body;
        if (record->type == biff_end) return end_sheets_where_others_begin(), std::nullopt;
        if (record->type == biff_password) return broken("that is encrypted");
        if (record->type == biff_dates_1904 && body.size() >= 2)
            counts_days_from_1904_ = u16_at(body, 0) != 0;
        // Place in the stream, hidden or not, kind (0 is a sheet of cells), name.
        if (record->type == biff_sheet && body.size() >= 8 && byte_at(body, 5) == 0)
            sheets_.push_back({biff_text(body.substr(6), 1), u32_at(body, 0), 0});
        if (sheets_.size() > most_sheets)
            return broken("with more sheets than an instrument fills");
        if (record->type != biff_texts) continue;
        std::vector<std::string_view> parts = {body};
        while (records.next_type() == biff_continue) {
            const auto more = records.next();
            if (!more) break;
            parts.push_back(more->body);
        }
        auto texts = read_biff_texts(parts);
        if (!texts) return broken("whose table of texts ends before its last text");
        texts_ = std::move(*texts);
    }
    return broken("that ends before its sheets");
}

// No byte belongs to two sheets: what they cost together is bounded by the file.
void XlsBook::end_sheets_where_others_begin() {
    std::vector<std::size_t> begins = {stream_.size()};
    for (const XlsSheet& sheet : sheets_) begins.push_back(sheet.begin);
    std::ranges::sort(begins);
    for (XlsSheet& sheet : sheets_) {
        const auto next = std::ranges::upper_bound(begins, sheet.begin);
        sheet.end = next == begins.end() ? sheet.begin : *next;
    }
    std::ranges::stable_sort(sheets_, {}, &XlsSheet::begin);
    for (std::size_t i = 1; i < sheets_.size(); ++i)
        if (sheets_[i].begin == sheets_[i - 1].begin) sheets_[i].end = sheets_[i].begin;
}

Result<XlsBook> XlsBook::open(std::string_view bytes, std::string_view name) {
    const auto file = OleFile::open(bytes, name);
    if (!file) return file.error();
    const OleStream* stream = file->find("Workbook");
    if (stream == nullptr)
        return Error{"SND-R004", std::string(name), "a compound file (OLE 2) without a workbook",
                     "a workbook of Excel 97 to 2003", "export the tests as text or CSV"};
    auto content = file->read(*stream);
    if (!content) return content.error();
    XlsBook book(std::move(content).value(), name);
    if (auto error = book.read_globals()) return *error;
    return book;
}

Result<XlsCells> XlsBook::cells(const XlsSheet& sheet) const {
    XlsCells found;
    CellReader cells(texts_.size(), found);
    BiffRecords records(stream_, std::min(sheet.begin, stream_.size()), sheet.end);
    std::size_t depth = 0;  // a chart inside a sheet begins and ends in it
    while (const auto record = records.next()) {
        if (record->type == biff_begin) ++depth;
        if (depth == 0) break;
        if (depth == 1 && !cells.read(*record))
            return broken(
                fmt::format("whose sheet '{}' names a text that is not there", sheet.name));
        if (record->type == biff_end && --depth == 0) return found;
    }
    return broken(fmt::format("whose sheet '{}' has no end", sheet.name));
}

std::string_view XlsBook::text(const XlsCells& cells, const XlsCell& cell) const {
    if (cell.text == 0) return {};
    const std::size_t place = cell.text - 1;
    return place < texts_.size() ? texts_[place] : cells.texts[place - texts_.size()];
}

}  // namespace sneddon
