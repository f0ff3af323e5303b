#include "analyse/calibrate/calibration_depths.hpp"

#include <algorithm>
#include <vector>

namespace sneddon {

std::size_t count_depths(std::span<const double> depths_nm) {
    std::vector<double> sorted(depths_nm.begin(), depths_nm.end());
    std::ranges::sort(sorted);
    std::size_t count = 0;
    double first = 0;
    for (const double depth : sorted) {
        if (count > 0 && depth < depth_ratio * first) continue;
        first = depth;
        ++count;
    }
    return count;
}

}  // namespace sneddon
