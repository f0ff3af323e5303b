// The loops below elementary.hpp, once per instruction set.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>

namespace sneddon {

/// Both return how many of the values were in their range: what they say of another one is nothing.
struct ElementaryKernel {
    std::size_t (*natural_logs)(const double* x, std::size_t count, double* ln_x);
    std::size_t (*exponentials)(double factor, const double* x, std::size_t count, double* powers);
};

/// 1 where x is positive and normal. Without a branch, so that a loop takes several at once.
inline int is_in_range_of_log(double x) {
    return static_cast<int>(x >= std::numeric_limits<double>::min()) &
           static_cast<int>(x <= std::numeric_limits<double>::max());
}
inline bool is_in_range_of_exp(double power) {
    return std::abs(power) < 700;  // of exp_lanes
}

const ElementaryKernel* scalar_elementary_kernel();
const ElementaryKernel* avx2_elementary_kernel();  ///< null where it was not compiled

}  // namespace sneddon
