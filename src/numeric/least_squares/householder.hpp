// Orthogonal triangularisation of a small tall matrix, in a fixed order of operations.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// A = Q R with A of m rows and n <= m columns (Golub and Van Loan 2013, algorithm 5.2.1).
class HouseholderQr {
  public:
    /// `columns`: the matrix column by column, m * n numbers.
    HouseholderQr(std::vector<double> columns, std::size_t m, std::size_t n);

    std::size_t columns() const { return n_; }
    double r(std::size_t row, std::size_t column) const { return a_[column * m_ + row]; }

    /// v := Q' v; v has m entries.
    void apply_q_transpose(std::span<double> v) const;
    /// v := Q v.
    void apply_q(std::span<double> v) const;

    /// Solves R x = v (first n entries). A zero on the diagonal gives entries that are not finite.
    std::vector<double> solve_r(std::span<const double> v) const;

    /// Solves R' x = v.
    std::vector<double> solve_r_transpose(std::span<const double> v) const;

    /// (R' R)^-1 = (A' A)^-1, row by row.
    std::vector<double> inverse_gram() const;

  private:
    void reflect(std::size_t k, std::span<double> v) const;

    std::size_t m_, n_;
    std::vector<double> a_;       ///< R above the diagonal, reflector tails below
    std::vector<double> head_;    ///< first entry of each reflector
    std::vector<double> factor_;  ///< 2 / |reflector|^2
};

}  // namespace sneddon
