#include "numeric/mixture/kernel/mixture_kernel_body.hpp"

namespace sneddon {

const MixtureKernel* scalar_mixture_kernel() {
    return &kernel_of_this_unit;
}

}  // namespace sneddon
