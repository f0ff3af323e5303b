#include "read/container/workbook.hpp"

#include "read/container/ole_file.hpp"

namespace sneddon {

Result<Workbook> Workbook::open(std::string_view bytes, std::string_view name) {
    if (is_ole_file(bytes)) {
        auto book = XlsBook::open(bytes, name);
        if (!book) return book.error();
        return Workbook(std::move(book).value());
    }
    auto book = XlsxBook::open(bytes, name);
    if (!book) return book.error();
    return Workbook(std::move(book).value());
}

const std::vector<XlsSheet>& Workbook::sheets() const {
    return std::visit(
        [](const auto& book) -> const std::vector<XlsSheet>& { return book.sheets(); }, book_);
}

bool Workbook::counts_days_from_1904() const {
    return std::visit([](const auto& book) { return book.counts_days_from_1904(); }, book_);
}

Result<XlsCells> Workbook::cells(const XlsSheet& sheet) const {
    return std::visit([&](const auto& book) { return book.cells(sheet); }, book_);
}

std::string_view Workbook::text(const XlsCells& cells, const XlsCell& cell) const {
    return std::visit([&](const auto& book) { return book.text(cells, cell); }, book_);
}

std::vector<std::string> sheet_names(std::string_view bytes) {
    std::vector<std::string> names;
    const auto add = [&](const auto& book) {
        if (book)
            for (const XlsSheet& sheet : book->sheets()) names.push_back(sheet.name);
    };
    if (is_ole_file(bytes))
        add(XlsBook::open(bytes, ""));
    else if (is_xlsx_file(bytes))
        add(XlsxBook::open_names(bytes, ""));
    return names;
}

}  // namespace sneddon
