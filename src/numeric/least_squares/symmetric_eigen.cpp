#include "numeric/least_squares/symmetric_eigen.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/nan.hpp"

namespace sneddon {
namespace {

// Jacobi's method converges quadratically: matrices of this size need about six sweeps.
constexpr int most_sweeps = 40;

class Rotations {
  public:
    Rotations(std::span<const double> matrix, std::size_t d)
        : d_(d),
          a_(matrix.begin(), matrix.begin() + static_cast<std::ptrdiff_t>(d * d)),
          v_(d * d) {
        for (std::size_t k = 0; k < d; ++k) v_[k * d + k] = 1;
    }

    void run() {
        for (int sweep = 0; sweep < most_sweeps; ++sweep) {
            bool has_turned = false;
            for (std::size_t p = 0; p < d_; ++p)
                for (std::size_t q = p + 1; q < d_; ++q) has_turned = turn(p, q) || has_turned;
            if (!has_turned) return;
        }
    }

    SymmetricEigen ascending() const {
        std::vector<std::size_t> order(d_);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t k) { return a_[k * d_ + k]; });
        SymmetricEigen result;
        for (const std::size_t k : order) {
            result.values.push_back(a_[k * d_ + k]);
            for (std::size_t i = 0; i < d_; ++i) result.vectors.push_back(v_[i * d_ + k]);
        }
        return result;
    }

  private:
    double& a(std::size_t row, std::size_t column) { return a_[row * d_ + column]; }

    /// Makes a_pq zero; false where it already counts as zero.
    bool turn(std::size_t p, std::size_t q) {
        constexpr double epsilon = std::numeric_limits<double>::epsilon();
        const double a_pq = a(p, q);
        if (!(std::abs(a_pq) > epsilon * std::sqrt(std::abs(a(p, p) * a(q, q))))) return false;
        // The smaller of the two angles: tan of it, its cosine and its sine.
        const double tau = (a(q, q) - a(p, p)) / (2 * a_pq);
        const double t = std::copysign(1 / (std::abs(tau) + std::hypot(1.0, tau)), tau);
        const double c = 1 / std::sqrt(1 + t * t), s = t * c;
        a(p, p) -= t * a_pq;
        a(q, q) += t * a_pq;
        a(p, q) = a(q, p) = 0;
        for (std::size_t i = 0; i < d_; ++i) {
            if (i != p && i != q) {
                const double a_ip = a(i, p), a_iq = a(i, q);
                a(i, p) = a(p, i) = c * a_ip - s * a_iq;
                a(i, q) = a(q, i) = s * a_ip + c * a_iq;
            }
            const double v_ip = v_[i * d_ + p], v_iq = v_[i * d_ + q];
            v_[i * d_ + p] = c * v_ip - s * v_iq;
            v_[i * d_ + q] = s * v_ip + c * v_iq;
        }
        return true;
    }

    std::size_t d_;
    std::vector<double> a_, v_;
};

}  // namespace

SymmetricEigen symmetric_eigen(std::span<const double> matrix, std::size_t d) {
    const bool is_finite =
        std::ranges::all_of(matrix.first(d * d), [](double x) { return std::isfinite(x); });
    if (!is_finite) {
        return {std::vector<double>(d, nan), std::vector<double>(d * d, nan)};
    }
    Rotations rotations(matrix, d);
    rotations.run();
    return rotations.ascending();
}

}  // namespace sneddon
