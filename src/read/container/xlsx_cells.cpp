#include "read/container/xlsx_cells.hpp"

#include <fmt/core.h>

#include <charconv>
#include <optional>

#include "read/container/xml_scanner.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;  // ECMA-376, 18.3.1
constexpr std::string_view is_broken = "XML that is not well-formed, or declares a document type";

std::string at(const XmlScanner& xml, std::string_view what) {
    return fmt::format("{} near byte {}", what, xml.position());
}

void cut(std::string& text) {
    if (text.size() <= most_bytes_of_text) return;
    std::size_t end = most_bytes_of_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
}

struct Place {
    std::uint32_t row, column;  // from 1 on
};

// "AB12"
std::optional<Place> place_of(std::string_view reference) {
    Place place{0, 0};
    std::size_t i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
        place.column = place.column * 26 + static_cast<std::uint32_t>(reference[i] - 'A') + 1;
        if (place.column > most_columns) return std::nullopt;
    }
    const char* end = reference.data() + reference.size();
    const auto [stop, error] = std::from_chars(reference.data() + i, end, place.row);
    if (error != std::errc() || stop != end || place.column == 0 || place.row == 0 ||
        place.row > most_rows)
        return std::nullopt;
    return place;
}

enum class CellKind { number, shared_text, text, none };

CellKind kind_of(std::optional<std::string_view> word) {
    if (!word || *word == "n") return CellKind::number;
    if (*word == "s") return CellKind::shared_text;
    if (*word == "str" || *word == "inlineStr" || *word == "d") return CellKind::text;
    return CellKind::none;  // logical, error
}

class CellScanner {
  public:
    CellScanner(std::string_view xml, std::size_t shared_texts, XlsCells& found)
        : xml_(xml), shared_(shared_texts), found_(found) {}

    std::string read() {
        while (true) {
            const XmlPiece piece = xml_.next();
            if (piece == XmlPiece::end) return "";
            if (piece == XmlPiece::broken) return at(xml_, is_broken);
            if (piece != XmlPiece::open) continue;
            if (xml_.name() == "row" && !begin_row()) return at(xml_, "a row of no number");
            if (xml_.name() != "c") continue;
            if (auto trouble = read_cell(); !trouble.empty()) return trouble;
        }
    }

  private:
    bool begin_row() {
        column_ = 0;
        const auto number = xml_.attribute("r");
        if (!number) return ++row_ <= most_rows;
        const char* end = number->data() + number->size();
        const auto [stop, error] = std::from_chars(number->data(), end, row_);
        return error == std::errc() && stop == end && row_ > 0 && row_ <= most_rows;
    }

    std::string read_cell() {
        Place place{row_, ++column_};
        if (const auto reference = xml_.attribute("r")) {
            const auto stated = place_of(*reference);
            if (!stated) return at(xml_, "a cell in no place of a sheet");
            place = *stated;
            column_ = place.column;
        }
        if (place.row == 0 || place.column > most_columns)
            return at(xml_, "a cell in no place of a sheet");
        const CellKind kind = kind_of(xml_.attribute("t"));
        text_.clear();
        if (!read_value()) return at(xml_, is_broken);
        return add(kind, place) ? "" : at(xml_, "a text that is not in the table of texts");
    }

    // What stands in <v> or in the <t> of <is>, up to </c>.
    bool read_value() {
        bool is_value = false, is_reading_aid = false;
        while (true) {
            switch (xml_.next()) {
                case XmlPiece::open:
                    is_value = xml_.name() == "v" || xml_.name() == "t";
                    is_reading_aid = is_reading_aid || xml_.name() == "rPh";
                    break;
                case XmlPiece::close:
                    if (xml_.name() == "c") return true;
                    if (xml_.name() == "rPh") is_reading_aid = false;
                    is_value = false;
                    break;
                case XmlPiece::text:
                    if (is_value && !is_reading_aid) xml_.add_text_to(text_);
                    break;
                case XmlPiece::end:
                case XmlPiece::broken:
                    return false;
            }
        }
    }

    bool add(CellKind kind, Place place) {
        XlsCell cell;
        cell.row = place.row - 1;
        cell.column = static_cast<std::uint16_t>(place.column - 1);
        if (text_.empty() || kind == CellKind::none) return true;
        if (kind == CellKind::text) {
            cut(text_);
            found_.texts.push_back(text_);
            cell.text = static_cast<std::uint32_t>(shared_ + found_.texts.size());
        } else if (kind == CellKind::number) {
            const auto number = parse_number(trimmed(text_));
            if (!number) return true;
            cell.number = *number;
        } else {
            std::uint32_t index = 0;
            const std::string_view word = trimmed(text_);
            const char* end = word.data() + word.size();
            const auto [stop, error] = std::from_chars(word.data(), end, index);
            if (error != std::errc() || stop != end || index >= shared_) return false;
            cell.text = index + 1;
        }
        found_.cells.push_back(cell);
        return true;
    }

    XmlScanner xml_;
    std::size_t shared_;
    XlsCells& found_;
    std::uint32_t row_ = 0, column_ = 0;
    std::string text_;
};

}  // namespace

std::string read_xlsx_cells(std::string_view xml, std::size_t shared_texts, XlsCells& found) {
    return CellScanner(xml, shared_texts, found).read();
}

std::string_view XlsxTexts::operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(all_).substr(begin, ends_[i] - begin);
}

void XlsxTexts::add(std::string_view text) {
    all_ += text;
    ends_.push_back(static_cast<std::uint32_t>(all_.size()));
}

std::string read_xlsx_texts(std::string_view bytes, XlsxTexts& texts) {
    XmlScanner xml(bytes);
    std::string text;
    bool is_text = false, is_reading_aid = false;
    while (true) {
        switch (xml.next()) {
            case XmlPiece::open:
                if (xml.name() == "si") text.clear();
                if (xml.name() == "rPh") is_reading_aid = true;
                is_text = xml.name() == "t";
                break;
            case XmlPiece::close:
                if (xml.name() == "si") {
                    cut(text);
                    texts.add(text);
                }
                if (xml.name() == "rPh") is_reading_aid = false;
                is_text = false;
                break;
            case XmlPiece::text:
                if (is_text && !is_reading_aid) xml.add_text_to(text);
                break;
            case XmlPiece::end:
                return "";
            case XmlPiece::broken:
                return at(xml, is_broken);
        }
    }
}

}  // namespace sneddon
