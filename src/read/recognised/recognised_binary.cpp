// Files told by their first bytes.
#include <algorithm>

#include "read/recognised/recognised.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t part = std::size_t{64} << 10;

bool holds(std::string_view bytes, std::string_view text) {
    return bytes.find(text) != std::string_view::npos;
}

std::string_view tail(std::string_view bytes) {
    return bytes.substr(bytes.size() - std::min(bytes.size(), part));
}

}  // namespace

bool is_excel_ole(const Opening& opening) {
    return opening.bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

bool is_zip(const Opening& opening) {
    return opening.bytes.starts_with("PK\x03\x04"sv);
}

// The first entry is its type, stored as it is behind 30 bytes and the name.
bool is_ods(const Opening& opening) {
    constexpr std::size_t type_at = 38;
    return is_zip(opening) && opening.bytes.size() > type_at &&
           opening.bytes.substr(type_at).starts_with(
               "application/vnd.oasis.opendocument.spreadsheet");
}

bool is_excel_zip(const Opening& opening) {
    return is_zip(opening) && (holds(opening.bytes.substr(0, part), "xl/") ||
                               holds(tail(opening.bytes), "xl/workbook"));
}

bool is_hdf5(const Opening& opening) {
    return opening.bytes.starts_with("\x89HDF\r\n\x1a\n"sv);
}

bool is_compressed(const Opening& opening) {
    const std::string_view bytes = opening.bytes;
    return bytes.starts_with("\xFD\x37zXZ\0"sv) || bytes.starts_with("BZh"sv) ||
           bytes.starts_with("7z\xBC\xAF\x27\x1C"sv) || bytes.starts_with("\x28\xB5\x2F\xFD"sv) ||
           bytes.starts_with("Rar!\x1A"sv) ||
           (bytes.size() > 262 && bytes.substr(257, 5) == "ustar");
}

bool is_apple_double(const Opening& opening) {
    return opening.bytes.starts_with("\0\5\x16\7"sv);
}

// In UTF-16 without a mark, then 32-bit floats.
bool is_hysitron_bcrf(const Opening& opening) {
    return opening.bytes.starts_with("f\0i\0l\0e\0f\0o\0r\0m\0a\0t\0"sv) ||
           opening.bytes.starts_with("fileformat = bcrf");
}

bool is_pdf(const Opening& opening) {
    return opening.bytes.starts_with("%PDF-");
}

bool is_image(const Opening& opening) {
    const std::string_view bytes = opening.bytes;
    return bytes.starts_with("\x89PNG\r\n\x1a\n"sv) || bytes.starts_with("\xFF\xD8\xFF"sv) ||
           bytes.starts_with("GIF8"sv) || bytes.starts_with("II*\0"sv) ||
           bytes.starts_with("MM\0*"sv) || (bytes.starts_with("BM"sv) && !opening.is_text);
}

}  // namespace sneddon
