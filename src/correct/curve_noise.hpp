// The noise of a curve's columns, measured once for all that ask.
#pragma once

#include "sneddon/model/test.hpp"

namespace sneddon {

struct CurveNoise {
    double depth_nm = 0, load_uN = 0;  ///< standard deviations (numeric/sum/robust.hpp)
};

CurveNoise noise_of(const Curve& curve);

}  // namespace sneddon
