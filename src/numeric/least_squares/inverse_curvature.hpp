// The curvature of a function that is being maximised, from differences of its gradient.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace sneddon {

/// Of n coordinates around x = 0, where the curvature lies between 0 and about 1 along every
/// direction: the inverse of minus the matrix of second derivatives, n x n, eigenvalues below
/// `least` raised to it. One gradient at 0 and one at `step` along each coordinate.
/// None where a gradient has no number.
std::vector<double> inverse_curvature(
    std::size_t n, const std::function<std::vector<double>(const std::vector<double>&)>& gradient,
    double step, double least);

}  // namespace sneddon
