// A description of lines over two axes -> SVG. Sizes are in mm, so that a figure keeps its type
// size in a column of a journal (85 mm, or 180 mm over two).
#pragma once

#include <string>
#include <vector>

#include "sneddon/figure/palette.hpp"

namespace sneddon {

inline constexpr double single_column_mm = 85;
inline constexpr double double_column_mm = 180;

/// "Load F (µN)".
struct PlotAxis {
    std::string quantity;  ///< "Load"
    std::string symbol;    ///< "F", set in italics; may be empty
    std::string unit;      ///< "µN"; "" for a pure number
};

/// Points in their order. One that is not finite breaks the line.
struct LineSeries {
    std::string label;  ///< in the legend; empty = not in the legend
    std::vector<double> x, y;
    LineStyle style;
};

struct LinePlot {
    std::string title;        ///< what is shown: the accessible name, not drawn
    std::string description;  ///< what is to be seen, for those who do not see it
    PlotAxis x_axis, y_axis;
    std::vector<LineSeries> series;
    double width_mm = single_column_mm;
    double height_mm = 60;
};

enum class SvgPlace {
    in_page,   ///< an element of an HTML page
    own_file,  ///< a file: XML head and name space
};

/// Text as text, sizes in mm, coordinates to 0.01 mm, colour of the text for axes: the same
/// description gives the same bytes.
std::string line_plot_svg(const LinePlot& plot, SvgPlace place);

}  // namespace sneddon
