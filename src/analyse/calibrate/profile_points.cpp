#include "analyse/calibrate/profile_points.hpp"

#include <algorithm>

#include "analyse/depth_profile/profile_cells.hpp"

namespace sneddon {

std::vector<CalibrationPoint> points_of_profile(const MeasuredStiffness& measured, double from_nm,
                                                const std::string& test, std::size_t material) {
    std::vector<CalibrationPoint> points;
    for (const ProfileCell& cell : cells_of(depth_profile(measured, {})))
        if (cell.depth_nm >= from_nm)
            points.push_back(
                {cell.depth_nm, cell.load_uN, cell.stiffness_uN_per_nm, test, material});
    return points;
}

double shallowest_of_profile_nm(double u_zero_nm) {
    constexpr double in_uncertainties = 10, least_u_nm = 1;  // no column sees the surface better
    return in_uncertainties * std::max(u_zero_nm, least_u_nm);
}

}  // namespace sneddon
