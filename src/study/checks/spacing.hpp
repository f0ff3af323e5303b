// How near the next indent may be: the one judge of distances.
#pragma once

#include "base/nan.hpp"
#include "study/checks/check_finding.hpp"
#include "study/table.hpp"

namespace sneddon {

inline constexpr double depths_apart = 10;    // Phani and Oliver 2019, Mater. Des. 164, 107563
inline constexpr double diameters_apart = 5;  // ISO 14577-1

/// The distance that each rule asks for, over the distance that there is: above 1 it is broken.
struct SpacingNeed {
    double by_depth = nan;
    double by_diameter = nan;  ///< NaN: no area is known

    bool is_broken() const { return by_depth > 1 || by_diameter > 1; }
};

SpacingNeed spacing_need(double distance_nm, double h_max_nm, double diameter_nm);

/// Likely: 10 depths do not fit, or 5 diameters by more than 20 %. ISO's own rule counts from the
/// edge of the neighbour, and is meant for deep plastic zones: within 20 % of it is a doubt, not a
/// finding.
Verdict verdict_of(const SpacingNeed& need);

/// Of the circle through the corners of a triangle of area A_p: 4 sqrt(A_p/(3 sqrt 3)).
double circle_diameter_nm(double A_p_nm2);

/// The nearest two of the rows that have a position, against their largest indent.
struct NearestNeighbour {
    double distance_um = 0;  ///< 0 when positions are not known
    double diameter_nm = 0;  ///< the largest; without A_p that of an ideal tip at h_max
    double h_max_nm = 0;     ///< the deepest

    double five_diameters_um() const;
    double ten_depths_um() const;
};

NearestNeighbour nearest_neighbour(const std::vector<TestRow>& tests, const Rows& rows);

}  // namespace sneddon
