// The list of formats: for a terminal, as JSON, and as a page of the documentation.
#include <fmt/core.h>

#include "base/delimited.hpp"
#include "base/text_table.hpp"
#include "results/json_text.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/tools/pages.hpp"
#include "tools/convert/hdf5_writer.hpp"

namespace sneddon {
namespace {

constexpr std::string_view fates =
    "read: gives tests; companion: recognised beside tests, counted as excluded; named: "
    "recognised, not read by this version.\n";
constexpr std::string_view levels =
    "verified on N files: their points or values were compared with what another program reads; "
    "from description, experimental: no such file was at hand, and tests say so.\n";
constexpr std::string_view by_content = "The content decides, never the file's name.\n";

std::string_view fate(const KnownFormat& format) {
    return format.is_companion ? "companion" : format.is_read ? "read" : "named";
}

}  // namespace

std::string formats_page() {
    std::vector<std::vector<std::string>> rows = {{"format", "", "vendor", "description"}};
    for (const KnownFormat& format : formats())
        rows.push_back({std::string(format.id), std::string(fate(format)),
                        std::string(format.vendor), std::string(format.description)});
    const std::string table = text_table(rows, "");
    LineCursor lines(table);
    std::string page(lines.next());
    page += "\n";
    for (const KnownFormat& format : formats())
        page += fmt::format("{}\n    level: {}\n    traps: {}\n", lines.next(), format.level,
                            format.traps);
    return fmt::format("{}\n{}\n{}{}{}", page, hdf5_of_this_build(), fates, levels, by_content);
}

std::string formats_json() {
    JsonText list = JsonText::array();
    for (const KnownFormat& format : formats())
        list.push_back({{"id", format.id},
                        {"fate", fate(format)},
                        {"level", format.level},
                        {"vendor", format.vendor},
                        {"description", format.description},
                        {"traps", format.traps}});
    const JsonText json = {{"formats", list}, {"hdf5", hdf5_of_this_build()}};
    return json.indented();
}

std::string formats_reference_page() {
    std::string page = fmt::format(
        "# Formats\n\n"
        "Made from `src/read/formats.cpp` and `src/read/format_notes.hpp` by `sneddon explain "
        "--formats`; do not edit. Layouts are on the [pages of the vendors](../README.md).\n\n"
        "{}{}{}\n"
        "| format | | level | vendor | description | traps |\n"
        "| --- | --- | --- | --- | --- | --- |\n",
        fates, levels, by_content);
    for (const KnownFormat& format : formats())
        page += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", format.id, fate(format),
                            format.level, format.vendor, format.description, format.traps);
    return page;
}

}  // namespace sneddon
