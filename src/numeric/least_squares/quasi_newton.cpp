#include "numeric/least_squares/quasi_newton.hpp"

#include <cmath>

#include "numeric/sum/vector_algebra.hpp"

namespace sneddon {
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

}  // namespace sneddon
