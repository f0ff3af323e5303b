// Eigenvalues of small symmetric matrices by Jacobi's rotations, in a fixed order of operations.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

struct SymmetricEigen {
    std::vector<double> values;   ///< ascending
    std::vector<double> vectors;  ///< row k, d numbers: the unit vector of values[k]
};

/// Of d x d numbers, row by row. A rotation is left out where |a_pq| <= eps sqrt(a_pp a_qq): the
/// small eigenvalues of a positive definite matrix keep the digits that its scaling leaves them,
/// which methods by a tridiagonal matrix lose (Demmel and Veselic 1992; Golub and Van Loan 2013,
/// section 8.5). A matrix with NaN gives NaN.
SymmetricEigen symmetric_eigen(std::span<const double> matrix, std::size_t d);

}  // namespace sneddon
