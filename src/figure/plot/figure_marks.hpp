#pragma once

#include "figure/plot/figure_layout.hpp"
#include "figure/plot/svg_writer.hpp"

namespace sneddon {

/// One mark inside its panel; lines simplified to the tolerance (line_path.hpp).
void draw_mark(SvgWriter& svg, const Mark& mark, const Panel& panel, const PanelLayout& layout,
               double tolerance_mm);

/// The sample of a mark in the legend.
void draw_key(SvgWriter& svg, const Mark& mark, double x_mm, double y_mm, double width_mm);

}  // namespace sneddon
