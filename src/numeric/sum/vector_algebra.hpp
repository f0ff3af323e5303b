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

inline void add_multiple(std::vector<double>& to, double factor, const std::vector<double>& of) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * of[i];
}

}  // namespace sneddon
