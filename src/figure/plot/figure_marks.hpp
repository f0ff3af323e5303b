#pragma once

#include <string>

#include "figure/plot/figure_layout.hpp"
#include "figure/plot/svg_writer.hpp"

namespace sneddon {

/// One mark inside its panel.
void draw_mark(SvgWriter& svg, const Mark& mark, const Panel& panel, const PanelLayout& layout);

/// The sample of a mark in the legend.
void draw_key(SvgWriter& svg, const Mark& mark, double x_mm, double y_mm, double width_mm);

}  // namespace sneddon
