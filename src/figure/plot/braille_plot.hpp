// A curve drawn with braille characters: 2 x 4 dots in each place of a terminal.
#pragma once

#include <span>
#include <string>

namespace sneddon {

struct BraillePlotOptions {
    int columns = 64;  ///< of the drawing, without the axis labels
    int rows = 16;
    std::string x_label;  ///< with unit
    std::string y_label;
};

/// Points in their order, joined by lines; a point that is not finite ends the line. The axes end
/// at the smallest and largest values, which are printed. UTF-8, lines end with LF. Fewer than one
/// finite point: "".
std::string braille_plot(std::span<const double> x, std::span<const double> y,
                         const BraillePlotOptions& options);

}  // namespace sneddon
