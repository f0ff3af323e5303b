#include "analyse/calibrate/profile_points.hpp"

#include <algorithm>
#include <cmath>

#include "analyse/depth_profile/profile_cells.hpp"
#include "base/nan.hpp"

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

double shallowest_of_profile_nm(const MeasuredStiffness& measured, double u_zero_nm) {
    constexpr double times = 10, least_nm = 1;  // no column sees the surface better
    const double rise_nm = is_finite(measured.rise_nm) ? std::fabs(measured.rise_nm) : 0;
    return times * std::max({u_zero_nm, rise_nm, least_nm});
}

}  // namespace sneddon
