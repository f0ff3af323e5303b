#include "numeric/least_squares/small_matrix.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

using SmallMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor, 8, 8>;

SmallMatrix as_matrix(std::span<const double> matrix, std::size_t d) {
    const auto size = static_cast<Eigen::Index>(d);
    SmallMatrix copy(size, size);
    for (Eigen::Index a = 0; a < size; ++a)
        for (Eigen::Index b = 0; b < size; ++b)
            copy(a, b) = matrix[static_cast<std::size_t>(a * size + b)];
    return copy;
}

}  // namespace

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
    const Eigen::SelfAdjointEigenSolver<SmallMatrix> solver(as_matrix(matrix, d),
                                                            Eigen::EigenvaluesOnly);
    return solver.eigenvalues()(0);
}

void longest_axis(std::span<const double> matrix, std::size_t d, std::span<double> axis) {
    const Eigen::SelfAdjointEigenSolver<SmallMatrix> solver(as_matrix(matrix, d));
    const auto last = static_cast<Eigen::Index>(d) - 1;
    const double length = std::sqrt(std::max(0.0, solver.eigenvalues()(last)));
    double largest = 0;
    for (std::size_t a = 0; a < d; ++a) {
        axis[a] = solver.eigenvectors()(static_cast<Eigen::Index>(a), last) * length;
        if (std::fabs(axis[a]) > std::fabs(largest)) largest = axis[a];
    }
    if (largest < 0)
        for (std::size_t a = 0; a < d; ++a) axis[a] = -axis[a];
}

}  // namespace sneddon
