// Sums over whole vectors in the order of their elements.
#pragma once

#include <cstddef>
#include <vector>

namespace sneddon {

inline double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

/// x += factor step
inline void add_multiple(std::vector<double>& x, double factor, const std::vector<double>& step) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += factor * step[i];
}

/// x + factor step
inline std::vector<double> moved(std::vector<double> x, double factor,
                                 const std::vector<double>& step) {
    add_multiple(x, factor, step);
    return x;
}

}  // namespace sneddon
