#include "figure/plot/density.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

class Counter {
  public:
    explicit Counter(Density& density) : density_(density), last_curve_(density.counts.size(), 0) {}

    void count(double column, double row, std::size_t curve) {
        if (!(column >= 0 && row >= 0)) return;
        const std::size_t c = place(column, density_.width), r = place(row, density_.height);
        if (c >= density_.width || r >= density_.height) return;
        const std::size_t at = r * density_.width + c;
        if (curve != 0 && last_curve_[at] == curve) return;
        last_curve_[at] = curve;
        density_.most = std::max(density_.most, ++density_.counts[at]);
    }

  private:
    /// A value on the far limit of the axis is in the last place.
    static std::size_t place(double at, std::size_t places) {
        const auto whole = static_cast<std::size_t>(at);
        return whole == places && at <= static_cast<double>(places) * (1 + 1e-12) ? places - 1
                                                                                  : whole;
    }

    Density& density_;
    std::vector<std::size_t> last_curve_;  ///< a curve that comes back counts once
};

/// A value -> its column or row, with its fraction.
struct Places {
    const PanelLayout& layout;
    const Density& density;
    double column(double x) const {
        return (layout.x.mm(x) - layout.x.from_mm) * density.places_per_mm_x;
    }
    double row(double y) const {
        return (layout.y.mm(y) - layout.y.to_mm) * density.places_per_mm_y;
    }
};

void count_curves(const Mark& mark, const Places& places, Counter& counter) {
    std::size_t curve = 1;
    double last_column = 0, last_row = 0;
    bool is_open = false;
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i) {
        const double column = places.column(mark.x[i]);
        const double row = places.row(mark.y[i]);
        if (!std::isfinite(column) || !std::isfinite(row)) {
            if (is_open) ++curve;
            is_open = false;
            continue;
        }
        if (!is_open) {
            last_column = column;
            last_row = row;
        }
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

constexpr double usual_places_per_mm = 4;
constexpr double most_places = 2000;  // of a side: a step far below the pitch must not fill memory

/// A whole number of places over the length of an axis.
double place_count(const FigureAxis& axis, const FigureScale& scale, double length_mm) {
    const double usual = std::floor(length_mm * usual_places_per_mm) + 1;
    if (!(axis.raster_step > 0) || scale.kind != AxisScale::linear) return usual;
    return std::clamp(std::round((scale.high - scale.low) / axis.raster_step), 1.0, most_places);
}

}  // namespace

Density density_of(const Mark& mark, const Panel& panel, const PanelLayout& layout) {
    const double width_mm = layout.x.to_mm - layout.x.from_mm;
    const double height_mm = layout.y.from_mm - layout.y.to_mm;
    const double columns = place_count(panel.x_axis, layout.x, width_mm);
    const double rows = place_count(panel.y_axis, layout.y, height_mm);
    Density density;
    density.width = static_cast<std::size_t>(columns);
    density.height = static_cast<std::size_t>(rows);
    density.places_per_mm_x = columns / width_mm;
    density.places_per_mm_y = rows / height_mm;
    density.counts.assign(density.width * density.height, 0);
    Counter counter(density);
    const Places places = {layout, density};
    if (mark.kind == MarkKind::curve_density) {
        count_curves(mark, places, counter);
        return density;
    }
    for (std::size_t i = 0; i < std::min(mark.x.size(), mark.y.size()); ++i)
        counter.count(places.column(mark.x[i]), places.row(mark.y[i]), 0);
    return density;
}

double value_at(const FigureScale& scale, double part) {
    if (scale.kind == AxisScale::linear) return scale.low + part * (scale.high - scale.low);
    return scale.low * std::exp(part * std::log(scale.high / scale.low));
}

bool is_raster(const Mark& mark) {
    return mark.kind == MarkKind::curve_density || mark.kind == MarkKind::point_density;
}

}  // namespace sneddon
