#include "numeric/least_squares/linear_power_jacobian.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <cmath>
#include <cstddef>
#include <limits>

namespace sneddon {
namespace {

using P = LinearPowerParameter;

std::vector<P> moving_parameters(const LinearPowerFit& fit, const LinearPowerOptions& options) {
    std::vector<P> result;
    if (options.y0_freedom == Freedom::fitted) result.push_back(P::y0);
    if (options.a_freedom == Freedom::fitted && !fit.is_a_at_bound) result.push_back(P::a);
    if (fit.is_b_at_bound) return result;
    result.push_back(P::b);
    if (options.c_min < options.c_max && !fit.is_c_at_bound) result.push_back(P::c);
    if (options.t0_freedom == Freedom::fitted && !fit.is_t0_at_bound) result.push_back(P::t0);
    return result;
}

double& value_of(LinearPowerFit& fit, P parameter) {
    switch (parameter) {
        case P::y0:
            return fit.y0;
        case P::a:
            return fit.a;
        case P::b:
            return fit.b;
        case P::c:
            return fit.c;
        case P::t0:
            break;
    }
    return fit.t0;
}

// sum over the instants of the product of two functions known at the nodes.
double product(std::span<const double> weights, std::span<const double> x,
               std::span<const double> y) {
    double lanes[4] = {};
    for (std::size_t k = 0; k < weights.size(); ++k) lanes[k % 4] += weights[k] * x[k] * y[k];
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}

}  // namespace

LinearPowerJacobian::LinearPowerJacobian(const LinearPowerBasis::Prepared& basis,
                                         const LinearPowerFit& fit,
                                         const LinearPowerOptions& options)
    : parameters_(moving_parameters(fit, options)) {
    const auto nodes = basis.axis.nodes();
    const double first = basis.axis.first(), delay = first - fit.t0;
    std::vector<double> ones(nodes.size(), 1.0), times, power(nodes.size()), log(nodes.size());
    const bool is_prepared = fit.t0 == basis.powers.t0;
    const double log_span = std::log(basis.powers.span);
    for (std::size_t k = 0; k < nodes.size(); ++k) {
        times.push_back(first + nodes[k]);
        const double since_t0 = nodes[k] + delay;
        if (since_t0 <= 0 || fit.is_b_at_bound) continue;  // 0^c = 0, and 0^c ln 0 too
        log[k] = is_prepared ? basis.powers.log_ratio[k] + log_span : std::log(since_t0);
        power[k] = std::exp(fit.c * log[k]);
    }
    curve_.resize(nodes.size());
    for (std::size_t k = 0; k < nodes.size(); ++k)
        curve_[k] = fit.y0 + fit.a * times[k] + fit.b * power[k];

    for (const P parameter : parameters_) {
        std::vector<double> column(nodes.size());
        for (std::size_t k = 0; k < nodes.size(); ++k) {
            switch (parameter) {
                case P::y0:
                    column[k] = 1;
                    break;
                case P::a:
                    column[k] = times[k];
                    break;
                case P::b:
                    column[k] = power[k];
                    break;
                case P::c:
                    column[k] = fit.b * power[k] * log[k];
                    break;
                case P::t0:
                    column[k] = -fit.b * fit.c * power[k] / (nodes[k] + delay);
                    break;
            }
        }
        columns_.push_back(std::move(column));
    }

    const auto count = static_cast<Eigen::Index>(parameters_.size());
    Eigen::MatrixXd gram(count, count);
    const auto column = [&](Eigen::Index i) -> const std::vector<double>& {
        return columns_[static_cast<std::size_t>(i)];
    };
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index j = 0; j <= i; ++j)
            gram(i, j) = product(basis.axis.weights(), column(i), column(j));
    length_ = gram.diagonal().cwiseSqrt();
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index j = 0; j <= i; ++j) gram(j, i) = gram(i, j) /= length_(i) * length_(j);

    condition_ = std::numeric_limits<double>::infinity();
    if (count == 0) return;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(gram, Eigen::EigenvaluesOnly);
    const double smallest = eigen.eigenvalues()(0);
    has_inverse_ = smallest > 0;
    if (!has_inverse_) return;
    condition_ = std::sqrt(eigen.eigenvalues()(count - 1) / smallest);
    inverse_ = gram.llt().solve(Eigen::MatrixXd::Identity(count, count));
}

double LinearPowerJacobian::step(std::span<const double> compressed_residuals,
                                 LinearPowerFit& fit) const {
    const auto count = static_cast<Eigen::Index>(parameters_.size());
    Eigen::VectorXd gradient(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        const auto& column = columns_[static_cast<std::size_t>(i)];
        double sum = 0;
        for (std::size_t k = 0; k < column.size(); ++k) sum += column[k] * compressed_residuals[k];
        gradient(i) = sum / length_(i);
    }
    double fall = 0;
    for (Eigen::Index i = 0; i < count; ++i) {
        double change = 0;
        for (Eigen::Index j = 0; j < count; ++j) change += inverse_(i, j) * gradient(j);
        fall += change * gradient(i);
        value_of(fit, parameters_[static_cast<std::size_t>(i)]) += change / length_(i);
    }
    return fall;
}

void LinearPowerJacobian::add_errors(LinearPowerFit& fit) const {
    fit.scaled_condition = condition_;
    if (!has_inverse_) return;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const auto at = static_cast<std::size_t>(parameters_[i]);
        fit.independent_errors[at] = fit.residual_sd * std::sqrt(inverse_(row, row)) / length_(row);
        fit.standard_errors[at] = fit.independent_errors[at] * fit.inflation;
        for (std::size_t j = 0; j < parameters_.size(); ++j) {
            const auto column = static_cast<Eigen::Index>(j);
            const double scale = std::sqrt(inverse_(row, row) * inverse_(column, column));
            fit.correlation[at][static_cast<std::size_t>(parameters_[j])] =
                i == j ? 1 : inverse_(row, column) / scale;
        }
    }
}

}  // namespace sneddon
