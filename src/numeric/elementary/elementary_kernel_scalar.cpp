#include "numeric/elementary/elementary_kernel_body.hpp"

namespace sneddon {

const ElementaryKernel* scalar_elementary_kernel() {
    return &kernel_of_this_unit;
}

}  // namespace sneddon
