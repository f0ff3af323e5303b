#include "numeric/least_squares/small_matrix.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/least_squares/symmetric_eigen.hpp"

namespace sneddon {
bool cholesky(std::span<const double> matrix, std::size_t d, std::span<double> lower,
              double smallest_pivot) {
    std::ranges::fill(lower.first(d * d), 0.0);
    for (std::size_t a = 0; a < d; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            double sum = matrix[a * d + b];
            for (std::size_t c = 0; c < b; ++c) sum -= lower[a * d + c] * lower[b * d + c];
            if (a != b) {
                lower[a * d + b] = sum / lower[b * d + b];
            } else {
                if (!(sum > smallest_pivot)) return false;
                lower[a * d + a] = std::sqrt(sum);
            }
        }
    return true;
}

void invert_lower(std::span<const double> lower, std::size_t d, std::span<double> inverse) {
    std::ranges::fill(inverse.first(d * d), 0.0);
    for (std::size_t b = 0; b < d; ++b) {
        inverse[b * d + b] = 1 / lower[b * d + b];
        for (std::size_t a = b + 1; a < d; ++a) {
            double sum = 0;
            for (std::size_t c = b; c < a; ++c) sum -= lower[a * d + c] * inverse[c * d + b];
            inverse[a * d + b] = sum / lower[a * d + a];
        }
    }
}

double smallest_eigenvalue(std::span<const double> matrix, std::size_t d) {
    return symmetric_eigen(matrix, d).values.front();
}

void longest_axis(std::span<const double> matrix, std::size_t d, std::span<double> axis) {
    const SymmetricEigen eigen = symmetric_eigen(matrix, d);
    const auto direction = std::span(eigen.vectors).last(d);
    const double length = std::sqrt(std::max(0.0, eigen.values.back()));
    double largest = 0;
    for (std::size_t a = 0; a < d; ++a) {
        axis[a] = direction[a] * length;
        if (std::fabs(axis[a]) > std::fabs(largest)) largest = axis[a];
    }
    if (largest < 0)
        for (std::size_t a = 0; a < d; ++a) axis[a] = -axis[a];
}

}  // namespace sneddon
