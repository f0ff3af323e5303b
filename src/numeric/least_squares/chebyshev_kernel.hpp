// The two loops over all instants of a compressed axis, in four fixed lanes: the same operations
// in the same order with every instruction set, hence the same bits.
#pragma once

#include <array>
#include <cstddef>

namespace sneddon {

constexpr std::size_t chebyshev_count = 10;  ///< polynomials T_0..T_9
using ChebyshevSums = std::array<double, chebyshev_count>;

struct ChebyshevKernel {
    /// sum_i y_i T_j(x_i) for all j
    ChebyshevSums (*sums)(const double* x, const double* y, std::size_t count);
    /// y_i = sum_j c_j T_j(x_i)
    void (*evaluate)(const ChebyshevSums& c, const double* x, double* y, std::size_t count);
};

const ChebyshevKernel& plain_chebyshev_kernel();

/// With 256-bit vectors; the plain one where the processor has none.
const ChebyshevKernel& wide_chebyshev_kernel();

}  // namespace sneddon
