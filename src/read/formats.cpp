#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/encoding.hpp"
#include "read/container/gz_file.hpp"
#include "read/container/hdf5/hdf5_file.hpp"
#include "read/container/ole_file.hpp"
#include "read/container/unpack_error.hpp"
#include "read/container/zip_file.hpp"
#include "read/format_notes.hpp"
#include "read/open_input.hpp"
#include "read/readers.hpp"
#include "read/recognised/recognised.hpp"
#include "read/recognised/resembles.hpp"
#include "read/tables/table_layout.hpp"
#include "read/text/excerpt.hpp"
#include "read/text/unread_cell.hpp"
#include "read/turned_signs.hpp"
#include "read/umis_afn.hpp"
#include "read/units_not_applied.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

struct Format {
    KnownFormat known;
    bool (*matches)(const Opening&);
    Result<FileContent> (*read)(const Source&);  // nullptr: named, not read
    std::string_view fix;                        // of a format that is neither read nor a companion
    Resemblance (*closer)(std::string_view) = nullptr;  // of one that holds many kinds of files
};

constexpr std::size_t utf16_start = std::size_t{256} << 10;

using Matches = bool (*)(const Opening&);
using Reads = Result<FileContent> (*)(const Source&);

constexpr Format read(std::string_view id, std::string_view vendor, std::string_view description,
                      Matches matches, Reads reads) {
    return {{id, vendor, description, true, false}, matches, reads, ""};
}

constexpr Format beside(std::string_view id, std::string_view vendor, std::string_view description,
                        Matches matches) {
    return {{id, vendor, description, false, true}, matches, nullptr, ""};
}

constexpr Format named(std::string_view id, std::string_view vendor, std::string_view description,
                       Matches matches,
                       std::string_view fix =
                           "export the tests as text, or as CSV with units in the "
                           "heads") {
    return {{id, vendor, description, false, false}, matches, nullptr, fix};
}

constexpr std::string_view hysitron = "Bruker/Hysitron TriboScan";
constexpr std::string_view kla = "KLA/Agilent/MTS NanoSuite";
constexpr std::string_view any = "any";

// In the order of detection: the more certain the mark, the earlier.
constexpr Format all_formats[] = {
    // told by their first bytes
    read("hysitron-hys", hysitron, "one test as volts (.hys, 7VI3 and 9VI3), flagged",
         is_hysitron_hys, read_hysitron_hys),
    beside("hysitron-bcrf", hysitron, "map of one result (Hysitron .bcrf)", is_hysitron_bcrf),
    read("sneddon-hdf5", "Sneddon", "archive of tests (HDF5)", is_sneddon_hdf5, read_sneddon_hdf5),
    read("micromechanics-hdf5", "micromechanics", "tests as HDF5 of version 2",
         is_micromechanics_hdf5, read_micromechanics_hdf5),
    read("inview-xlsx", "KLA InView", "workbook of tests (.xlsx), a sheet for each", is_inview_xlsx,
         read_inview_xlsx),
    read("nanosuite-xls", kla, "workbook of tests (.xls, .xlsx), a sheet for each",
         is_nanosuite_xls, read_nanosuite_xls),
    read("nanosuite-mss", kla, "file of the program itself (.mss), with every test",
         is_nanosuite_mss, read_nanosuite_mss),
    read("excel", any, "workbook (.xls, .xlsx) with columns of curves, or of results",
         is_excel_columns, read_excel_columns),
    {{"excel-xls", any, "Excel workbook (.xls) or another compound file (OLE 2)", false, false},
     is_excel_ole,
     nullptr,
     "export the tests as text, or as CSV with units in the heads",
     resemblance_of_compound},
    named("hdf5", any, "HDF5 file", is_hdf5),
    read("zip", any, "zip archive: every file in it, as ARCHIVE/FILE (one level)", is_zip_archive,
         read_zip_archive),
    named("ods", any, "OpenDocument spreadsheet (.ods)", is_ods, "save it as .xlsx, or as CSV"),
    beside("office", any, "document (Word, OpenDocument)", is_zip),
    named("archive", any, "compressed file or archive (xz, bz2, 7z, zst, tar)", is_compressed,
          "unpack it and give the folder"),
    beside("apple-double", any, "what macOS puts beside files (._NAME)", is_apple_double),
    beside("pdf", any, "document (PDF)", is_pdf),
    beside("image", any, "image", is_image),
    read("ni-tdm", hysitron, "one test as NI TDM, head (.tdm) and numbers (.tdx)", is_ni_tdm,
         read_ni_tdm),
    read("ni-tdx", hysitron, "numbers (.tdx) of an NI TDM, read with their head", is_ni_tdx,
         read_ni_tdx),
    read("kla-nmd", "Nanomechanics, KLA iNano, iMicro, G200X", "tests (.nmd), flagged", is_kla_nmd,
         read_kla_nmd),
    read("fischer-hap", "Fischer WIN-HCU", "tests (.hap), flagged", is_fischer_hap,
         read_fischer_hap),
    // texts of instruments
    read("eoh-text", "lab-built (MEMS)", "text with 'eoh' below its heads", is_eoh_text,
         read_eoh_text),
    read("hysitron-txt", hysitron, "one test as text (5 or 3 columns), also XPM and TI 990",
         is_hysitron_txt, read_hysitron_txt),
    beside("hysitron-ara", hysitron, "area function (Hysitron .ara)", is_hysitron_ara),
    beside("umis-afn", "UMIS", "area function (UMIS .afn)", is_umis_afn),
    beside("hysitron-ldf", hysitron, "load function (Hysitron .ldf)", is_hysitron_ldf),
    beside("hysitron-results", hysitron, "results table (Hysitron)", is_hysitron_results),
    read("hysitron-hld", "Bruker/Hysitron HighLoad, PI 85 to 89", "one test as text (.hld)",
         is_hysitron_hld, read_hysitron_hld),
    read("hysitron-nanodma", hysitron, "nanoDMA test as text", is_hysitron_nanodma,
         read_hysitron_nanodma),
    read("antonpaar-txt", "Anton Paar/CSM", "one test or several as text, with the results",
         is_antonpaar_txt, read_antonpaar_txt),
    read("antonpaar-multicurve", "Anton Paar/CSM", "graph of several curves as text",
         is_antonpaar_multicurve, read_antonpaar_multicurve),
    beside("antonpaar-results", "Anton Paar/CSM", "results list (Anton Paar)",
           is_antonpaar_results),
    beside("nanosuite-method", kla, "listing of a test method (NanoSuite)", is_nanosuite_method),
    read("nanosuite-paste", kla, "curves pasted side by side from Analyst, without time",
         is_nanosuite_paste, read_nanosuite_paste),
    read("nanotest-txt", "Micro Materials NanoTest", "one test as text without heads",
         is_nanotest_txt, read_nanotest_txt),
    read("fischer-txt", "Fischer WIN-HCU", "tests of a Fischerscope as text", is_fischer_txt,
         read_fischer_txt),
    beside("femtotools-map", "FemtoTools FT-NMT", "map of results (FemtoTools)", is_femtotools_map),
    named("femtotools-txt", "FemtoTools FT-NMT", "tests as text", is_femtotools_txt,
          "give each indent as CSV: its columns Time, Displacement and Force A under heads "
          "'time (s),depth (um),load (uN)'"),
    named("optics11-txt", "Optics11 Chiaro, Piuma", "one test as text", is_optics11_txt,
          "take out the lines above 'Time (s)', and name the column Indentation 'depth (nm)'"),
    // texts of this program and of people
    named("git-lfs", any, "pointer of Git LFS in place of a file", is_git_lfs,
          "fetch the file itself: git lfs pull"),
    beside("sneddon-table", "Sneddon", "table written by sneddon", is_sneddon_table),
    beside("sneddon-json", "Sneddon", "results written by sneddon (JSON)", is_sneddon_json),
    named("json", any, "JSON text", is_json),
    beside("html", any, "web page (HTML)", is_html),
    beside("results-table", any, "results table (one row per indent)", is_table_of_results),
    read("csv", any, "columns with heads and units (comma, semicolon or tab)", is_csv, read_csv),
    beside("toml", "Sneddon", "settings (TOML: study or recipe)", is_toml),
    beside("notes", any, "notes (plain text)", is_notes),
};

constexpr auto known_formats = [] {
    std::array<KnownFormat, std::size(all_formats)> list{};
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i] = all_formats[i].known;
        const auto* note = std::ranges::find(format_notes, list[i].id, &FormatNote::id);
        list[i].level = note->level;  // a format without a note: the compiler stops here
        list[i].traps = note->traps;
    }
    return list;
}();
static_assert(std::size(format_notes) == std::size(all_formats), "a note of no format");

// A .tdx is numbers without a mark, and only those that begin with a clock are told by it.
bool is_named_tdx(const Opening& opening, std::string_view name) {
    return !opening.is_text && lower_ascii(name).ends_with(".tdx");
}

const Format* find_format(const Opening& opening, std::string_view name) {
    for (const Format& format : all_formats)
        if (format.matches(opening)) return &format;
    if (is_named_tdx(opening, name))
        return std::ranges::find(all_formats, &is_ni_tdx, &Format::matches);
    return nullptr;
}

std::string beginning_as_hex(std::string_view bytes) {
    std::string hex;
    for (const char c : bytes.substr(0, 8))
        hex += fmt::format("{}{:02x}", hex.empty() ? "" : " ", static_cast<unsigned char>(c));
    return hex;
}

// What it is, what it looks like, and what would make it readable.
Error unknown_content(const Opening& opening, std::string_view name) {
    constexpr std::size_t looked_at = std::size_t{64} << 10;
    Error error{"SND-R003", std::string(name), "", "the export of an instrument",
                "see `sneddon formats`, or export columns with units in their heads as CSV"};
    if (std::ranges::all_of(opening.bytes.substr(0, looked_at), [](char c) { return c == '\0'; })) {
        error.found = "nothing but zero bytes";
        error.fix = "copy the file again: it was left behind by a full disk or a broken copy";
        return error;
    }
    error.found =
        opening.is_text
            ? fmt::format("text that begins '{}'", excerpt(opening.first_line()))
            : fmt::format("binary content that begins {}", beginning_as_hex(opening.bytes));
    if (const std::string cell = opening.is_text ? first_unread_cell(opening) : ""; !cell.empty()) {
        error.found += "; the first cell that is no number: " + cell;
        return error;
    }
    const Resemblance close =
        opening.is_text ? resemblance_of_text(opening) : resemblance_of_binary(opening.bytes);
    if (!close.what.empty()) error.found += "; looks like " + close.what;
    if (!close.need.empty()) error.fix = close.need;
    if (close.what.empty() && !opening.is_text)
        error.fix += "; a file of it, sent to the project with its export, would let it be read";
    return error;
}

Error named_content(const Format& format, const Source& source) {
    const KnownFormat& known = format.known;
    const Resemblance close = format.closer ? format.closer(source.text) : Resemblance();
    return {"SND-R004", std::string(source.name),
            fmt::format("{}{}{}: recognised, cannot be read by this version{}{}", known.description,
                        known.vendor == any ? "" : " of ", known.vendor == any ? "" : known.vendor,
                        close.what.empty() ? "" : "; ", close.what),
            "a format that is read, see `sneddon formats`",
            close.need.empty() ? std::string(format.fix) : close.need};
}

Result<FileContent> read_as(const Format& format, const Source& source) {
    if (format.read) {
        auto content = format.read(source);
        if (content) content->format = format.known.id;
        return content;
    }
    if (!format.known.is_companion) return named_content(format, source);
    FileContent content;
    content.format = format.known.id;
    content.companion = format.known.description;
    return content;
}

// Of a gzip file the text in it, which `unpacked` keeps, else the bytes themselves.
Result<std::string_view> unpacked_text(std::string_view bytes, std::string_view name,
                                       PackedExtent extent, std::size_t most_bytes,
                                       std::string& unpacked) {
    if (!is_gz_file(bytes)) return bytes;
    auto text = unpack_gz(bytes, name, extent, most_bytes);
    if (!text) return text.error();
    if (is_gz_file(*text) || is_zip_file(*text))
        return unpack_error(name, "a packed file in a packed file");
    unpacked = std::move(text).value();
    return std::string_view(unpacked);
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
        if (const Format* format = find_format(opening, name))
            return read_as(*format, {text, name, options, extent});
        if (!is_utf16) return unknown_content(opening, name);
    }
    // The whole is decoded only when its beginning is known to be worth it.
    const std::string start = utf16_to_utf8(text.substr(0, utf16_start), encoding.encoding);
    const Opening opening = open_bytes(start);
    const Format* format = find_format(opening, name);
    if (!format) return unknown_content(opening, name);
    const std::string decoded = utf16_to_utf8(text, encoding.encoding);
    return read_as(*format, {decoded, name, options, extent});
}

}  // namespace

std::span<const KnownFormat> formats() {
    return known_formats;
}

std::string where(const Source& source, std::size_t position) {
    return fmt::format("{}:{}", source.name, line_number(source.text, position));
}

Result<FileContent> read_bytes(std::string_view bytes, std::string_view name,
                               const ReadOptions& options) {
    const ReadOptions units = without_signs(options);
    std::string unpacked;
    const auto text = unpacked_text(bytes, name, PackedExtent::whole, 0, unpacked);
    if (!text) return text.error();
    auto content = read_extent(*text, name, units, SourceExtent::whole_file);
    if (!content) return content;
    tell_units_not_applied(*content, units);
    turn_signs(*content, options);
    return content;
}

Result<FileGlance> glance_bytes(std::string_view bytes, std::string_view name,
                                const ReadOptions& options, GlanceAt at) {
    const std::size_t enough = looked_at_bytes(at);
    FileGlance glance;
    const ReadOptions units = without_signs(options);
    std::string unpacked;
    const auto text = unpacked_text(bytes, name, PackedExtent::beginning, enough + 1, unpacked);
    if (!text) return text.error();
    bytes = *text;
    glance.is_sampled = bytes.size() > enough && !is_read_whole(bytes);
    if (glance.is_sampled) {
        // Up to the last line end; the even length keeps the units of UTF-16 whole.
        std::size_t length = bytes.substr(0, enough).find_last_of("\r\n");
        if (length == std::string_view::npos) length = enough;
        bytes = bytes.substr(0, (length + 1) & ~std::size_t{1});
    }
    auto content = read_extent(
        bytes, name, units, glance.is_sampled ? SourceExtent::beginning : SourceExtent::whole_file);
    if (!content) return content.error();
    glance.content = std::move(content).value();
    tell_units_not_applied(glance.content, units);
    turn_signs(glance.content, options);
    return glance;
}

}  // namespace sneddon
