#include "numeric/least_squares/quasi_newton.hpp"

#include <cmath>

#include "numeric/least_squares/symmetric_eigen.hpp"
#include "numeric/sum/vector_algebra.hpp"

namespace sneddon {
namespace {

bool are_numbers(const std::vector<double>& values, std::size_t n) {
    for (const double value : values)
        if (!std::isfinite(value)) return false;
    return values.size() == n;
}

}  // namespace

void QuasiNewton::learn(const std::vector<double>& step,
                        const std::vector<double>& gradient_change) {
    std::vector<double> fall(gradient_change);
    for (double& x : fall) x = -x;
    const double product = dot(step, fall);
    if (!(product > 1e-10 * std::sqrt(dot(step, step) * dot(fall, fall)))) return;
    pairs_.push_back({step, std::move(fall), product});
    if (pairs_.size() > memory_) pairs_.pop_front();
}

std::vector<double> QuasiNewton::step(const std::vector<double>& gradient) const {
    std::vector<double> q = gradient, shares(pairs_.size());
    for (std::size_t i = pairs_.size(); i-- > 0;) {
        shares[i] = dot(pairs_[i].step, q) / pairs_[i].product;
        add_multiple(q, -shares[i], pairs_[i].fall);
    }
    apply_known(q);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const double back = dot(pairs_[i].fall, q) / pairs_[i].product;
        add_multiple(q, shares[i] - back, pairs_[i].step);
    }
    return q;
}

/// Without known curvature that along the last step stands for all directions that no pair says
/// anything about.
void QuasiNewton::apply_known(std::vector<double>& q) const {
    if (!known_.empty()) {
        const std::vector<double> from = q;
        const std::size_t n = q.size();
        for (std::size_t i = 0; i < n; ++i) {
            q[i] = 0;
            for (std::size_t j = 0; j < n; ++j) q[i] += known_[i * n + j] * from[j];
        }
    } else if (!pairs_.empty()) {
        const auto& [last, fall, product] = pairs_.back();
        const double inverse = product / dot(fall, fall);
        for (double& x : q) x *= inverse;
    }
}

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
