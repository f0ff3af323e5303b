// Compiled for avx2 (src/CMakeLists.txt); empty on processors of other families.
#if defined(__AVX2__)
#include "numeric/elementary/elementary_kernel_body.hpp"
#else
#include "numeric/elementary/elementary_kernel.hpp"
#endif

namespace sneddon {

const ElementaryKernel* avx2_elementary_kernel() {
#if defined(__AVX2__)
    return &kernel_of_this_unit;
#else
    return nullptr;
#endif
}

}  // namespace sneddon
