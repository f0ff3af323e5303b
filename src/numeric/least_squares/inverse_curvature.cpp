#include "numeric/least_squares/inverse_curvature.hpp"

#include <cmath>

#include "numeric/least_squares/symmetric_eigen.hpp"

namespace sneddon {
namespace {

bool are_numbers(const std::vector<double>& values, std::size_t n) {
    for (const double value : values)
        if (!std::isfinite(value)) return false;
    return values.size() == n;
}

}  // namespace

std::vector<double> inverse_curvature(
    std::size_t n, const std::function<std::vector<double>(const std::vector<double>&)>& gradient,
    double step, double least) {
    std::vector<double> x(n, 0), falls(n * n);
    const std::vector<double> centre = gradient(x);
    if (!are_numbers(centre, n)) return {};
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = step;
        const std::vector<double> there = gradient(x);
        x[i] = 0;
        if (!are_numbers(there, n)) return {};
        // Half of each of the two differences that should be equal.
        for (std::size_t j = 0; j < n; ++j) {
            const double half = 0.5 * (centre[j] - there[j]) / step;
            falls[i * n + j] += half;
            falls[j * n + i] += half;
        }
    }
    const SymmetricEigen eigen = symmetric_eigen(falls, n);
    std::vector<double> inverse(n * n, 0);
    for (std::size_t k = 0; k < n; ++k) {
        const double factor = 1 / std::fmax(eigen.values[k], least);
        const double* v = &eigen.vectors[k * n];
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) inverse[i * n + j] += factor * v[i] * v[j];
    }
    return inverse;
}

}  // namespace sneddon
