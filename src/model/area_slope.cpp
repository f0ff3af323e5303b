#include "model/area_slope.hpp"

#include <cmath>

namespace sneddon {

double log_area_slope_per_nm(const AreaFunction& area, double h_c_nm, double relative_step) {
    const double step_nm = relative_step * h_c_nm;
    return std::log(projected_area_nm2(area, h_c_nm + step_nm) /
                    projected_area_nm2(area, h_c_nm - step_nm)) /
           (2 * step_nm);
}

}  // namespace sneddon
