// A test as it was measured, for the figures that show single tests.
#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct DrawnCurve {
    CurvePreview curve;  ///< every sample; of a test with more than 20,000 every second, third, ...
    /// Every sample of the fit's window, thinned likewise: depth, and depth less the fit's.
    std::vector<double> residual_depth_nm, residual_nm;
};

}  // namespace sneddon
