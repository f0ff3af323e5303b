// The path of a line on paper.
#pragma once

#include <string>
#include <vector>

#include "figure/plot/figure_layout.hpp"

namespace sneddon {

/// What one may leave out of a line: 0.05 mm in a figure of two columns (180 mm), less than the eye
/// parts at reading distance and a tenth of the line's width; in the same part of a narrower
/// figure, so that one that is enlarged to 180 mm keeps it.
constexpr double line_tolerance_mm(double figure_width_mm) {
    return 0.05 * figure_width_mm / 180;
}

enum class DrawnTwice {
    keep,      ///< an outline, or a line with dashes
    leave_out  ///< a piece that lies on ink: the noise of a long hold needs no second coat
};

/// The SVG path through the points that are finite, simplified (simplified_line.hpp).
std::string line_path(const std::vector<double>& xs, const std::vector<double>& ys,
                      const PanelLayout& layout, double tolerance_mm, DrawnTwice twice);

}  // namespace sneddon
