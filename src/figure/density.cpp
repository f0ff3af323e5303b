#include "density.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

class Counter {
  public:
    explicit Counter(Density& density) : density_(density), last_curve_(density.counts.size(), 0) {}

    void count(double column, double row, std::size_t curve) {
        if (!(column >= 0 && row >= 0)) return;
        const auto c = static_cast<std::size_t>(column), r = static_cast<std::size_t>(row);
        if (c >= density_.width || r >= density_.height) return;
        const std::size_t at = r * density_.width + c;
        if (curve != 0 && last_curve_[at] == curve) return;
        last_curve_[at] = curve;
        density_.most = std::max(density_.most, ++density_.counts[at]);
    }

  private:
    Density& density_;
    std::vector<std::size_t> last_curve_;  ///< a curve that comes back counts once
};

void count_curves(const Mark& mark, const FigureScale& x, const FigureScale& y, Counter& counter) {
    std::size_t curve = 1;
    double last_column = 0, last_row = 0;
    bool is_open = false;
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i) {
        const double column = (x.mm(mark.x[i]) - x.from_mm) * places_per_mm;
        const double row = (y.mm(mark.y[i]) - y.to_mm) * places_per_mm;
        if (!std::isfinite(column) || !std::isfinite(row)) {
            if (is_open) ++curve;
            is_open = false;
            continue;
        }
        if (!is_open) last_column = column, last_row = row;
        const double length = std::max(std::fabs(column - last_column), std::fabs(row - last_row));
        // A line far outside the frame is not worth its steps.
        const int steps = static_cast<int>(std::min(std::ceil(length), 4000.0));
        for (int s = 0; s <= steps; ++s) {
            const double part = steps == 0 ? 1 : static_cast<double>(s) / steps;
            counter.count(last_column + part * (column - last_column),
                          last_row + part * (row - last_row), curve);
        }
        last_column = column;
        last_row = row;
        is_open = true;
    }
}

}  // namespace

Density density_of(const Mark& mark, const FigureScale& x, const FigureScale& y) {
    Density density;
    density.width = static_cast<std::size_t>((x.to_mm - x.from_mm) * places_per_mm) + 1;
    density.height = static_cast<std::size_t>((y.from_mm - y.to_mm) * places_per_mm) + 1;
    density.counts.assign(density.width * density.height, 0);
    Counter counter(density);
    if (mark.kind == MarkKind::curve_density) {
        count_curves(mark, x, y, counter);
        return density;
    }
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i)
        counter.count((x.mm(mark.x[i]) - x.from_mm) * places_per_mm,
                      (y.mm(mark.y[i]) - y.to_mm) * places_per_mm, 0);
    return density;
}

double value_at(const FigureScale& scale, double part) {
    if (scale.kind == AxisScale::linear) return scale.low + part * (scale.high - scale.low);
    return scale.low * std::exp(part * std::log(scale.high / scale.low));
}

bool is_raster(const Mark& mark) {
    return mark.kind == MarkKind::curve_density ||
           (mark.kind == MarkKind::points && mark.x.size() > most_marks);
}

}  // namespace sneddon
