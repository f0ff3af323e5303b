#include "study/checks/spacing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sneddon/model/units.hpp"

namespace sneddon {
namespace {

double circle_diameter_nm(const TestRow& row) {
    double area = row.values["A_p_nm2"_q];
    if (std::isnan(area)) area = 24.5 * row.values["h_max_nm"_q] * row.values["h_max_nm"_q];
    return 4 * std::sqrt(area / (3 * std::sqrt(3.0)));
}

/// Smallest distance, by a sweep along x.
double nearest_um(std::vector<StagePosition> places) {
    std::ranges::sort(places, {}, &StagePosition::x_um);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const double dx = places[j].x_um - places[i].x_um;
            if (dx >= nearest) break;
            nearest = std::min(nearest, std::hypot(dx, places[j].y_um - places[i].y_um));
        }
    return std::isfinite(nearest) ? nearest : 0;
}

}  // namespace

Spacing spacing_of(const std::vector<const TestRow*>& rows) {
    Spacing spacing;
    std::vector<StagePosition> places;
    for (const TestRow* row : rows) {
        if (!row->position || row->cycle != 1) continue;
        places.push_back(*row->position);
        const double diameter = circle_diameter_nm(*row), depth = row->values["h_max_nm"_q];
        if (diameter > 0)
            spacing.five_diameters_um =
                std::max(spacing.five_diameters_um, 5 * diameter / nm_per_um);
        if (depth > 0)
            spacing.ten_depths_um = std::max(spacing.ten_depths_um, 10 * depth / nm_per_um);
    }
    spacing.nearest_um = nearest_um(std::move(places));
    return spacing;
}

}  // namespace sneddon
