#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lines.hpp"
#include "readers.hpp"
#include "recognised.hpp"
#include "sneddon/base/encoding.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

constexpr bool read_yes = true, read_no = false;
constexpr bool companion = true, no_companion = false;

struct Format {
    FormatInfo info;
    bool (*matches)(const Opening&);
    Result<FileContent> (*read)(const Source&);  // nullptr: named, not read
};

// In the order of detection: the more certain a mark, the earlier.
constexpr Format all_formats[] = {
    {{"hysitron-txt", "Bruker/Hysitron TriboScan",
      "one test as text (5 or 3 columns), also XPM and TI 990", read_yes, no_companion},
     is_hysitron_txt,
     read_hysitron_txt},
    {{"hysitron-ara", "Bruker/Hysitron TriboScan", "area function (Hysitron .ara)", read_no,
      companion},
     is_hysitron_ara,
     nullptr},
    {{"antonpaar-multicurve", "Anton Paar", "graph of several curves as text", read_yes,
      no_companion},
     is_antonpaar_multicurve,
     read_antonpaar_multicurve},
};

constexpr auto infos = [] {
    std::array<FormatInfo, std::size(all_formats)> list{};
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = all_formats[i].info;
    return list;
}();

const Format* find_format(const Opening& opening) {
    for (const Format& format : all_formats)
        if (format.matches(opening)) return &format;
    return nullptr;
}

std::string beginning_as_hex(std::string_view bytes) {
    std::string hex;
    for (const char c : bytes.substr(0, 8))
        hex += fmt::format("{}{:02x}", hex.empty() ? "" : " ", static_cast<unsigned char>(c));
    return hex;
}

Error unknown_content(const Opening& opening, std::string_view name) {
    constexpr std::size_t looked_at = std::size_t{64} << 10;
    std::string found =
        fmt::format("binary content that begins {}", beginning_as_hex(opening.bytes));
    if (std::ranges::all_of(opening.bytes.substr(0, looked_at), [](char c) { return c == '\0'; }))
        found = "nothing but zero bytes";
    else if (opening.is_text)
        found = fmt::format("text that begins '{}'", excerpt(opening.first_line()));
    return {"SND-R003", std::string(name), found, "the export of an instrument",
            "see `sneddon formats`, or export columns with units in their heads as CSV"};
}

Result<FileContent> read_as(const Format& format, const Source& source) {
    if (format.read) {
        auto content = format.read(source);
        if (content) content->format = format.info.id;
        return content;
    }
    if (!format.info.is_companion)
        return Error{"SND-R004", std::string(source.name),
                     fmt::format("{}: {}, recognised, cannot be read by this version",
                                 format.info.vendor, format.info.description),
                     "a format that is read, see `sneddon formats`",
                     "export the tests as text or CSV with units in the heads"};
    FileContent content;
    content.format = format.info.id;
    content.companion = format.info.description;
    return content;
}

Result<FileContent> read_extent(std::string_view bytes, std::string_view name,
                                const ReadOptions& options, SourceExtent extent) {
    if (bytes.empty())
        return Error{"SND-R002", std::string(name), "an empty file", "the export of an instrument",
                     "copy or export the file again"};
    const EncodingFound encoding = find_encoding(bytes);
    std::string_view text = bytes.substr(encoding.mark_length);
    const bool is_utf16 =
        encoding.encoding == Encoding::utf16le || encoding.encoding == Encoding::utf16be;
    if (!is_utf16 || encoding.mark_length == 0) {
        const Opening opening = open_bytes(text);
        if (const Format* format = find_format(opening))
            return read_as(*format, {text, name, options, extent});
        if (!is_utf16) return unknown_content(opening, name);
    }
    const std::string decoded = utf16_to_utf8(text, encoding.encoding);
    const Opening opening = open_bytes(decoded);
    if (const Format* format = find_format(opening))
        return read_as(*format, {decoded, name, options, extent});
    return unknown_content(opening, name);
}

}  // namespace

std::span<const FormatInfo> formats() {
    return infos;
}

std::string where(const Source& source, std::size_t position) {
    return fmt::format("{}:{}", source.name, line_number(source.text, position));
}

Result<FileContent> read_bytes(std::string_view bytes, std::string_view name,
                               const ReadOptions& options) {
    return read_extent(bytes, name, options, SourceExtent::whole_file);
}

Result<FileGlance> glance_bytes(std::string_view bytes, std::string_view name,
                                const ReadOptions& options) {
    constexpr std::size_t enough = std::size_t{4} << 20;
    FileGlance glance;
    glance.is_sampled = bytes.size() > enough;
    if (glance.is_sampled) {
        // Up to the last line end; the even length keeps the units of UTF-16 whole.
        std::size_t length = bytes.substr(0, enough).find_last_of("\r\n");
        if (length == std::string_view::npos) length = enough;
        bytes = bytes.substr(0, (length + 1) & ~std::size_t{1});
    }
    auto content =
        read_extent(bytes, name, options,
                    glance.is_sampled ? SourceExtent::beginning : SourceExtent::whole_file);
    if (!content) return content.error();
    glance.content = std::move(content).value();
    return glance;
}

}  // namespace sneddon
