// Elements of SVG with coordinates in mm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figure/plot/palette.hpp"

namespace sneddon {

enum class TextAnchor { start, middle, end };

/// At most two decimals, none that are zero: "12.5", "-3", "0".
std::string mm_text(double mm);

/// A guess, on the wide side of the usual sans-serif fonts.
double text_width_mm(std::string_view text, double size_mm);

/// The text in lines no wider than this, broken at spaces; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, double width_mm, double size_mm);

/// The text, cut at its end with "…" where it would be wider.
std::string shortened(std::string_view text, double width_mm, double size_mm);

/// The same, cut in its middle: "annealed…hold 60 s" is told from "annealed…hold 5 s".
std::string shortened_inside(std::string_view text, double width_mm, double size_mm);

class SvgWriter {
  public:
    void raw(std::string_view markup) { text_ += markup; }
    void line(double x1, double y1, double x2, double y2, const LineStyle& style);
    /// `path` is the attribute d.
    void path(std::string_view path, const LineStyle& style);
    /// `markup` is escaped already; `y_mm` is the base line.
    void text(double x_mm, double y_mm, TextAnchor anchor, double size_mm, std::string_view markup,
              std::string_view transform = "");
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

}  // namespace sneddon
