// Symmetric matrices of a few rows, row-major d x d, written out in a fixed order of operations.
#pragma once

#include <cstddef>
#include <span>

namespace sneddon {

/// Lower L with A = L L^T, row-major d x d (the upper part is zero). Pivots must exceed
/// `smallest_pivot`; false otherwise.
bool cholesky(std::span<const double> matrix, std::size_t d, std::span<double> lower,
              double smallest_pivot = 0);

/// L^-1 of a lower triangle.
void invert_lower(std::span<const double> lower, std::size_t d, std::span<double> inverse);

/// Smallest eigenvalue of a symmetric matrix.
double smallest_eigenvalue(std::span<const double> matrix, std::size_t d);

/// Direction of the largest eigenvalue, scaled to its square root: the longest half axis. Its
/// largest coordinate is positive.
void longest_axis(std::span<const double> matrix, std::size_t d, std::span<double> axis);

}  // namespace sneddon
