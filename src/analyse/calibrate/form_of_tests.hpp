// Whether a form follows the tip, where each test has points at many depths.
#pragma once

#include <vector>

#include "analyse/calibrate/area_fit.hpp"

namespace sneddon {

/// P, where the form follows the tip, of class means so far from 0 against their scatter over
/// tests. What a test has of its own, as its surface, is in its residuals at all depths, so
/// neighbouring classes are off to one side together by chance: the same sum is counted again with
/// the signs of whole tests drawn (999 draws; the wild bootstrap by clusters, Cameron, Gelbach and
/// Miller 2008, Rev. Econ. Stat. 90, 414), less what the parameters would follow. NaN below 8
/// tests, whose signs have too few patterns.
double p_of_tests(const AreaFit& fit, const std::vector<CalibrationPoint>& points,
                  const std::vector<std::vector<std::size_t>>& classes);

}  // namespace sneddon
