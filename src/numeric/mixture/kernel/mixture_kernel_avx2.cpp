// Compiled for avx2 (src/CMakeLists.txt); empty on processors of other families.
#if defined(__AVX2__)
#include "numeric/mixture/kernel/mixture_kernel_body.hpp"
#else
#include "numeric/mixture/kernel/mixture_kernel.hpp"
#endif

namespace sneddon {

const MixtureKernel* avx2_mixture_kernel() {
#if defined(__AVX2__)
    return &kernel_of_this_unit;
#else
    return nullptr;
#endif
}

}  // namespace sneddon
