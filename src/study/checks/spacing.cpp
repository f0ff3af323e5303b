#include "study/checks/spacing.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/spatial/plane_neighbours.hpp"
#include "study/checks/checks.hpp"

#include "model/units.hpp"

namespace sneddon {
namespace {

constexpr double ideal_area_per_h2 = 24.5;  // of an ideal Berkovich tip (ISO 14577-2)
constexpr double doubtful = 0.2;            // within 20 % of ISO's rule

double diameter_nm(const TestRow& row) {
    const double area_nm2 = row.values["A_p_nm2"_q], h_max_nm = row.values["h_max_nm"_q];
    return circle_diameter_nm(std::isnan(area_nm2) ? ideal_area_per_h2 * h_max_nm * h_max_nm
                                                   : area_nm2);
}

/// By a sweep along x: neighbours further off in x than the nearest so far need no look.
double nearest_um(std::vector<StagePosition> places) {
    constexpr std::size_t many = 5000;  // columns of a map hold hundreds of equal x
    if (places.size() > many) {
        std::vector<double> x, y;
        for (const StagePosition& place : places) {
            x.push_back(place.x_um);
            y.push_back(place.y_um);
        }
        return least_spacing(x, y);
    }
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

SpacingNeed spacing_need(double distance_nm, double h_max_nm, double diameter_nm) {
    return {depths_apart * h_max_nm / distance_nm, diameters_apart * diameter_nm / distance_nm};
}

Verdict verdict_of(const SpacingNeed& need) {
    const Verdict by_depth = verdict_above(need.by_depth, 1);
    if (std::isnan(need.by_diameter)) return by_depth;
    const Verdict by_diameter = need.by_diameter >= 1 + doubtful   ? Verdict::likely
                                : need.by_diameter >= 1 - doubtful ? Verdict::possible
                                                                   : Verdict::not_seen;
    return worse(by_depth, by_diameter);
}

double circle_diameter_nm(double A_p_nm2) {
    // Edge s of the triangle, sqrt(3)/4 s^2 = A; the circle through its corners is 2 s/sqrt(3).
    return 4 * std::sqrt(A_p_nm2 / (3 * std::sqrt(3.0)));
}

double NearestNeighbour::five_diameters_um() const {
    return diameters_apart * diameter_nm / nm_per_um;
}

double NearestNeighbour::ten_depths_um() const {
    return depths_apart * h_max_nm / nm_per_um;
}

NearestNeighbour nearest_neighbour(const std::vector<TestRow>& tests, const Rows& rows) {
    NearestNeighbour found;
    std::vector<StagePosition> places;
    for (const std::size_t i : rows) {
        const TestRow& row = tests[i];
        if (!row.position || row.cycle != 1) continue;  // later cycles stand on the same place
        places.push_back(*row.position);
        found.diameter_nm = std::fmax(found.diameter_nm, diameter_nm(row));
        found.h_max_nm = std::fmax(found.h_max_nm, row.values["h_max_nm"_q]);
    }
    found.distance_um = nearest_um(std::move(places));
    return found;
}

}  // namespace sneddon
