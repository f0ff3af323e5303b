#include "read/container/xlsx.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/encoding.hpp"
#include "read/container/xml_scanner.hpp"

namespace sneddon {
namespace {

constexpr std::string_view office_part = "/officeDocument", texts_part = "/sharedStrings";
constexpr std::string_view usual_book = "xl/workbook.xml";
constexpr std::string_view is_broken =
    "with XML that is not well-formed, or declares a document type";

struct Relation {
    std::string type, target;
};

// "xl/" and "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml"
std::string path_of(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        if (folder.ends_with('/')) folder.remove_suffix(1);
        folder = folder.substr(0, folder.find_last_of('/') + 1);
    }
    return fmt::format("{}{}", folder, target);
}

std::string_view folder_of(std::string_view path) {
    return path.substr(0, path.find_last_of('/') + 1);
}

std::string relations_of(std::string_view path) {
    const std::string_view folder = folder_of(path);
    return fmt::format("{}_rels/{}.rels", folder, path.substr(folder.size()));
}

std::map<std::string, Relation> relations_in(std::string_view bytes, std::string_view folder) {
    std::map<std::string, Relation> found;
    XmlScanner xml(bytes);
    for (XmlPiece piece = xml.next(); piece != XmlPiece::end && piece != XmlPiece::broken;
         piece = xml.next()) {
        if (piece != XmlPiece::open || xml.name() != "Relationship") continue;
        const auto id = xml.attribute("Id"), type = xml.attribute("Type"),
                   target = xml.attribute("Target");
        if (id && type && target)
            found.emplace(*id, Relation{std::string(*type), path_of(folder, xml_text(*target))});
    }
    return found;
}

std::string target_of_type(const std::map<std::string, Relation>& relations,
                           std::string_view type) {
    for (const auto& [id, relation] : relations)
        if (relation.type.ends_with(type)) return relation.target;
    return "";
}

bool is_yes(std::optional<std::string_view> word) {
    return word && (*word == "1" || *word == "true");
}

}  // namespace

bool is_xlsx_file(std::string_view bytes) {
    if (!is_zip_file(bytes)) return false;
    const auto zip = ZipFile::open(bytes, "");
    if (!zip) return false;
    return std::ranges::any_of(zip->entries(), [](const ZipEntry& entry) {
        return entry.name == usual_book ||
               (entry.name.starts_with("xl/workbook") && entry.name.ends_with(".xml"));
    });
}

Error XlsxBook::broken(std::string_view what) const {
    return {"SND-R041", name_, fmt::format("an Excel workbook (.xlsx) {}", what),
            "a whole workbook, not encrypted", "copy the file again, or save the workbook again"};
}

Result<std::string> XlsxBook::part(std::string_view path) const {
    const ZipEntry* entry = zip_.find(path);
    if (entry == nullptr) return broken(fmt::format("without its part '{}'", path));
    auto bytes = zip_.unpack(*entry);
    if (!bytes) return bytes.error();
    const EncodingFound encoding = find_encoding(*bytes);
    if (encoding.encoding == Encoding::utf16le || encoding.encoding == Encoding::utf16be)
        return utf16_to_utf8(std::string_view(*bytes).substr(encoding.mark_length),
                             encoding.encoding);
    if (encoding.mark_length > 0) bytes->erase(0, encoding.mark_length);
    return bytes;
}

std::optional<Error> XlsxBook::read_sheets() {
    std::string book(usual_book);
    if (zip_.find("_rels/.rels") != nullptr) {
        const auto bytes = part("_rels/.rels");
        if (!bytes) return bytes.error();
        const std::string target = target_of_type(relations_in(*bytes, ""), office_part);
        if (!target.empty()) book = target;
    }
    const auto relation_bytes = part(relations_of(book));
    if (!relation_bytes) return relation_bytes.error();
    const auto relations = relations_in(*relation_bytes, folder_of(book));
    texts_part_ = target_of_type(relations, texts_part);
    const auto bytes = part(book);
    if (!bytes) return bytes.error();
    XmlScanner xml(*bytes);
    XmlPiece piece = xml.next();
    for (; piece != XmlPiece::end && piece != XmlPiece::broken; piece = xml.next()) {
        if (piece != XmlPiece::open) continue;
        if (xml.name() == "workbookPr") counts_days_from_1904_ = is_yes(xml.attribute("date1904"));
        if (xml.name() != "sheet") continue;
        const auto name = xml.attribute("name"), id = xml.attribute("id");
        const auto relation = relations.find(std::string(id.value_or("")));
        if (!name || relation == relations.end())
            return broken("that names a sheet without a part");
        if (!relation->second.type.ends_with("/worksheet")) continue;  // a chart
        if (std::ranges::find(parts_, relation->second.target) != parts_.end())
            return broken("with two sheets of one part");
        sheets_.push_back({xml_text(*name), parts_.size(), 0});
        parts_.push_back(relation->second.target);
    }
    if (piece == XmlPiece::broken) return broken(is_broken);
    return std::nullopt;
}

std::optional<Error> XlsxBook::read_texts() {
    if (texts_part_.empty()) return std::nullopt;
    const auto bytes = part(texts_part_);
    if (!bytes) return bytes.error();
    const std::string trouble = read_xlsx_texts(*bytes, texts_);
    if (!trouble.empty()) return broken(fmt::format("whose table of texts has {}", trouble));
    return std::nullopt;
}

Result<XlsxBook> XlsxBook::open_names(std::string_view bytes, std::string_view name) {
    auto zip = ZipFile::open(bytes, name);
    if (!zip) return zip.error();
    XlsxBook book(std::move(zip).value(), name);
    if (auto error = book.read_sheets()) return *error;
    return book;
}

Result<XlsxBook> XlsxBook::open(std::string_view bytes, std::string_view name) {
    auto book = open_names(bytes, name);
    if (!book) return book;
    if (auto error = book->read_texts()) return *error;
    return book;
}

Result<XlsCells> XlsxBook::cells(const XlsSheet& sheet) const {
    const auto bytes = part(parts_.at(sheet.begin));
    if (!bytes) return bytes.error();
    XlsCells found;
    const std::string trouble = read_xlsx_cells(*bytes, texts_.size(), found);
    if (!trouble.empty())
        return broken(fmt::format("whose sheet '{}' has {}", sheet.name, trouble));
    return found;
}

std::string_view XlsxBook::text(const XlsCells& cells, const XlsCell& cell) const {
    if (cell.text == 0) return {};
    const std::size_t place = cell.text - 1;
    if (place < texts_.size()) return texts_[place];
    return cells.texts[place - texts_.size()];
}

}  // namespace sneddon
