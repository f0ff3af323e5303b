// The tip and the range of depth by which NanoSuite computed its own hardness and modulus.
#pragma once

#include "sneddon/model/test.hpp"

namespace sneddon {

/// From the test's vendor values "Area Coefficient 1" ..., "Minimum Calculation Depth" and
/// "Maximum Calculation Depth" into `stated`; what is not there or no number stays out.
void keep_stated_tip_and_range(Test& test);

}  // namespace sneddon
