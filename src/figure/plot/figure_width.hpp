// A figure for another column of a journal: type and lines keep their size.
#pragma once

#include "figure/plot/figure.hpp"

namespace sneddon {

/// A figure of one column at this width, in the same shape; wider ones stay as they are.
Figure at_width(Figure figure, double width_mm);

}  // namespace sneddon
