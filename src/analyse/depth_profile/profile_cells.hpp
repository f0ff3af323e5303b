// A depth profile in cells of depth that are the same for every test of every study: tests, groups
// and runs compare cell by cell, and a cell does not depend on what else was measured.
#pragma once

#include <cstddef>
#include <vector>

#include "analyse/depth_profile/depth_profile.hpp"

namespace sneddon {

/// Cell i holds the depths from 10^(i/32) to 10^((i+1)/32) nm: 7.5 % wide.
inline constexpr int cells_per_decade = 32;
int cell_of(double depth_nm);
/// Its middle, on a logarithmic scale.
double depth_of_cell_nm(int cell);

/// Means over the points of a test in one cell.
struct ProfileCell {
    int cell = 0;
    std::size_t points = 0;
    double depth_nm = 0, load_uN = 0, stiffness_uN_per_nm = 0;
    double contact_depth_nm = 0, area_nm2 = 0;
    double hardness_GPa = 0, reduced_modulus_GPa = 0, modulus_GPa = 0;
};

/// In the order of depth; cells without a point, and depths below 1 nm, are left out. NaN where a
/// point of the cell has none.
std::vector<ProfileCell> cells_of(const DepthProfile& profile);

}  // namespace sneddon
