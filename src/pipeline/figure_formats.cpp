#include "pipeline/figure_formats.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/comma_list.hpp"
#include "base/files/utf8.hpp"
#include "base/programs.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string_view> names = {"svg", "csv", "json", "pdf", "png"};

bool* member(FigureFormats& formats, std::string_view name) {
    bool* members[] = {&formats.has_svg, &formats.has_csv, &formats.has_json, &formats.has_pdf,
                       &formats.has_png};
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? nullptr : members[found - names.begin()];
}

std::vector<std::string> words_for(std::string_view format, const std::string& stem) {
    std::vector<std::string> words = {"--unlimited", "--format", std::string(format), "--output",
                                      stem + "." + std::string(format)};
    if (format == "png")
        words.insert(words.end(),
                     {"--dpi-x", "600", "--dpi-y", "600", "--background-color", "white"});
    words.push_back(stem + ".svg");
    return words;
}

}  // namespace

Result<FigureFormats> figure_formats(std::string_view text) {
    FigureFormats formats = {false, false, false, false, false};
    for (const std::string_view name : comma_list(text)) {
        bool* wanted = member(formats, name);
        if (wanted == nullptr) {
            const std::string near = nearest_name(name, names);
            return Error{"SND-U004", "--figure-formats", std::string(name),
                         "some of svg,csv,json,pdf,png",
                         near.empty() ? "" : "did you mean " + near + "?"};
        }
        *wanted = true;
    }
    // PDF and PNG are made from the SVG.
    formats.has_svg = formats.has_svg || formats.has_pdf || formats.has_png;
    return formats;
}

Hint convert_figures(const fs::path& folder, const std::vector<std::string>& ids,
                     const FigureFormats& formats, const std::string& converter) {
    std::vector<std::string_view> wanted;
    if (formats.has_pdf) wanted.push_back("pdf");
    if (formats.has_png) wanted.push_back("png");
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error);  // a name cannot begin with a dash
    std::vector<std::string> failed;
    for (const std::string_view format : wanted)
        for (const std::string& id : ids) {
            const ProgramEnd end = run_program(converter, words_for(format, utf8(whole / id)));
            if (end == ProgramEnd::not_found)
                return fmt::format(
                    "no PDF and no PNG: {} is not there. On Debian: apt install librsvg2-bin; the "
                    "SVG files open in Inkscape, Illustrator and every browser",
                    converter);
            if (end == ProgramEnd::failed) failed.push_back(id + "." + std::string(format));
        }
    if (failed.empty()) return "";
    return fmt::format("{} could not make {}{}; the SVG files are there", converter, failed[0],
                       failed.size() == 1 ? "" : fmt::format(" and {} more", failed.size() - 1));
}

}  // namespace sneddon
