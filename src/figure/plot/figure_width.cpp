#include "figure/plot/figure_width.hpp"

namespace sneddon {

Figure at_width(Figure figure, double width_mm) {
    if (figure.width_mm != single_column_mm || width_mm == single_column_mm) return figure;
    figure.height_mm *= width_mm / figure.width_mm;
    figure.width_mm = width_mm;
    return figure;
}

}  // namespace sneddon
