// Load functions recognised from the data and named.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace sneddon {

/// What tells one load function from another.
struct LoadFunctionShape {
    double peak_uN = 0;
    double ramp_s = 0;
    double hold_s = 0;
};

/// One name per shape, the same for shapes of one load function. Holds within 2 % or 0.5 s are one,
/// peaks within 5 %, ramps within 5 % or 0.5 s. The name holds what varies among the shapes, as
/// nominal values: "hold 0 s", "hold 60 s"; "peak 6 mN, hold 5 s". Nothing varies: "hold 5 s".
/// NaN, of a file without times: "hold unknown".
std::vector<std::string> name_load_functions(std::span<const LoadFunctionShape> shapes);

}  // namespace sneddon
