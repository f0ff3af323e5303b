// Compiled for avx512 (src/CMakeLists.txt); empty on processors of other families.
#if defined(__AVX512F__)
#include "numeric/mixture/kernel/mixture_kernel_body.hpp"
#else
#include "numeric/mixture/kernel/mixture_kernel.hpp"
#endif

namespace sneddon {

const MixtureKernel* avx512_mixture_kernel() {
#if defined(__AVX512F__)
    return &kernel_of_this_unit;
#else
    return nullptr;
#endif
}

}  // namespace sneddon
