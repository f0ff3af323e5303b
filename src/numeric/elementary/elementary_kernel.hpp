// The loops below elementary.hpp, once per instruction set.
#pragma once

#include <cstddef>
#include <limits>

namespace sneddon {

/// Both return how many of the values were in their range: what they say of another one is nothing.
struct ElementaryKernel {
    std::size_t (*natural_logs)(const double* x, std::size_t count, double* ln_x);
    std::size_t (*exponentials)(double factor, const double* x, std::size_t count, double* powers);
};

/// Positive and normal.
inline bool is_in_range_of_log(double x) {
    return (x >= std::numeric_limits<double>::min()) & (x <= std::numeric_limits<double>::max());
}
inline bool is_in_range_of_exp(double power) {
    return (power > -700) & (power < 700);
}

const ElementaryKernel* scalar_elementary_kernel();
const ElementaryKernel* avx2_elementary_kernel();  ///< null where it was not compiled

}  // namespace sneddon
