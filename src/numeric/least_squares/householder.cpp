#include "numeric/least_squares/householder.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace sneddon {

HouseholderQr::HouseholderQr(std::vector<double> columns, std::size_t m, std::size_t n)
    : m_(m), n_(n), a_(std::move(columns)), head_(n), factor_(n) {
    assert(a_.size() == m * n && m >= n);
    for (std::size_t k = 0; k < n; ++k) {
        double* column = a_.data() + k * m;
        double largest = 0;
        for (std::size_t i = k; i < m; ++i) largest = std::max(largest, std::abs(column[i]));
        if (!(largest > 0)) continue;  // a zero column: no reflection, r = 0
        // Scaled, so that neither tiny nor huge columns lose their squares.
        double square = 0;
        for (std::size_t i = k; i < m; ++i) square += (column[i] / largest) * (column[i] / largest);
        const double norm = std::copysign(largest * std::sqrt(square), column[k]);
        for (std::size_t i = k; i < m; ++i) column[i] /= norm;
        head_[k] = 1 + column[k];
        factor_[k] = 1 / head_[k];
        for (std::size_t j = k + 1; j < n; ++j) {
            double* other = a_.data() + j * m;
            double dot = head_[k] * other[k];
            for (std::size_t i = k + 1; i < m; ++i) dot += column[i] * other[i];
            dot *= factor_[k];
            other[k] -= dot * head_[k];
            for (std::size_t i = k + 1; i < m; ++i) other[i] -= dot * column[i];
        }
        column[k] = -norm;
    }
}

void HouseholderQr::reflect(std::size_t k, std::span<double> v) const {
    assert(v.size() == m_);
    const double* column = a_.data() + k * m_;
    double dot = head_[k] * v[k];
    for (std::size_t i = k + 1; i < m_; ++i) dot += column[i] * v[i];
    dot *= factor_[k];
    v[k] -= dot * head_[k];
    for (std::size_t i = k + 1; i < m_; ++i) v[i] -= dot * column[i];
}

void HouseholderQr::apply_q_transpose(std::span<double> v) const {
    for (std::size_t k = 0; k < n_; ++k) reflect(k, v);
}

void HouseholderQr::apply_q(std::span<double> v) const {
    for (std::size_t k = n_; k-- > 0;) reflect(k, v);
}

std::vector<double> HouseholderQr::solve_r(std::span<const double> v) const {
    std::vector<double> x(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(n_));
    for (std::size_t i = n_; i-- > 0;) {
        for (std::size_t j = i + 1; j < n_; ++j) x[i] -= r(i, j) * x[j];
        x[i] /= r(i, i);
    }
    return x;
}

std::vector<double> HouseholderQr::solve_r_transpose(std::span<const double> v) const {
    std::vector<double> x(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(n_));
    for (std::size_t i = 0; i < n_; ++i) {
        for (std::size_t j = 0; j < i; ++j) x[i] -= r(j, i) * x[j];
        x[i] /= r(i, i);
    }
    return x;
}

std::vector<double> HouseholderQr::inverse_gram() const {
    // Columns of R^-1, then R^-1 R^-T.
    std::vector<double> inverse(n_ * n_);
    std::vector<double> unit(n_);
    for (std::size_t j = 0; j < n_; ++j) {
        unit.assign(n_, 0);
        unit[j] = 1;
        const auto column = solve_r(unit);
        for (std::size_t i = 0; i < n_; ++i) inverse[i * n_ + j] = column[i];
    }
    std::vector<double> product(n_ * n_);
    for (std::size_t i = 0; i < n_; ++i)
        for (std::size_t j = 0; j < n_; ++j)
            for (std::size_t k = 0; k < n_; ++k)
                product[i * n_ + j] += inverse[i * n_ + k] * inverse[j * n_ + k];
    return product;
}

}  // namespace sneddon
