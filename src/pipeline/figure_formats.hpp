// What the figures of OUT are written as.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// "svg", "csv", "json" are written here; "pdf" and "png" by rsvg-convert from the SVG.
struct FigureFormats {
    bool has_svg = true, has_csv = true, has_json = false, has_pdf = false, has_png = false;
};

/// Names with commas. SND-U004 for one that is none of the five, with the nearest.
Result<FigureFormats> figure_formats(std::string_view text);

/// Why PDF and PNG are missing and what to type; "" when nothing is.
using Hint = std::string;

/// NAME.pdf and NAME.png (600 dpi, white) beside every NAME.svg of the folder. A converter that is
/// absent or fails is a hint, not an error: the SVG is there. No shell sees a file's name.
Hint convert_figures(const std::filesystem::path& folder, const std::vector<std::string>& ids,
                     const FigureFormats& formats, const std::string& converter = "rsvg-convert");

}  // namespace sneddon
