// Where the panels of a figure stand: frames, scales, ticks and the legend, in mm.
#pragma once

#include <string>
#include <vector>

#include "figure/plot/axis_ticks.hpp"
#include "figure/plot/figure.hpp"

namespace sneddon {

namespace type {
inline constexpr double title_mm = 2.82;  // 8 pt
inline constexpr double label_mm = 2.47;  // 7 pt
inline constexpr double tick_mm = 0.9;
inline constexpr double gap_mm = 0.8;
inline constexpr double most_turned_mm = 26;        // a longer turned label is cut
inline constexpr double most_left_mm = 34;          // a longer label of y is broken into lines
inline constexpr double line_mm = 1.15 * label_mm;  // from line to line of a label
}  // namespace type

/// A value -> its place on the paper.
struct FigureScale {
    AxisScale kind = AxisScale::linear;
    double low = 0, high = 1;
    double from_mm = 0, to_mm = 0;
    std::vector<double> ticks;
    std::vector<double> minor_ticks;               ///< without labels: 2 ... 9 within a decade
    std::vector<std::vector<std::string>> labels;  ///< lines of each tick's label
    double mm(double value) const;                 ///< NaN for what the scale cannot show
};

struct PanelLayout {
    FigureScale x, y;
    bool has_turned_labels = false;  ///< categories that are too wide to stand side by side
};

/// The widest of the lines.
double label_width_mm(const std::vector<std::string>& lines);
/// What the subscript of a symbol takes beyond the line of an axis title.
double subscript_mm(const FigureAxis& axis);

struct LegendPlace {
    const Mark* mark = nullptr;  ///< nullptr: words only
    std::string label;
    double x_mm = 0, y_mm = 0;
};

struct FigureLayout {
    std::vector<PanelLayout> panels;
    std::vector<LegendPlace> legend;
};

FigureLayout layout_of(const Figure& figure);

}  // namespace sneddon
