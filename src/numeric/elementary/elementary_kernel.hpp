// The loops below elementary.hpp, once per instruction set.
#pragma once

#include <cstddef>

namespace sneddon {

struct ElementaryKernel {
    void (*natural_logs)(const double* x, std::size_t count, double* ln_x);
    void (*exponentials)(double factor, const double* x, std::size_t count, double* powers);
};

const ElementaryKernel* scalar_elementary_kernel();
const ElementaryKernel* avx2_elementary_kernel();  ///< null where it was not compiled

}  // namespace sneddon
