#include "numeric/least_squares/linear_power_jacobian.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/least_squares/symmetric_eigen.hpp"

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

    const std::size_t count = parameters_.size();
    std::vector<double> gram(count * count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            gram[i * count + j] = product(basis.axis.weights(), columns_[i], columns_[j]);
    for (std::size_t i = 0; i < count; ++i) length_.push_back(std::sqrt(gram[i * count + i]));
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            gram[j * count + i] = gram[i * count + j] /= length_[i] * length_[j];
    invert(gram);
}

void LinearPowerJacobian::invert(std::span<const double> gram) {
    condition_ = std::numeric_limits<double>::infinity();
    const std::size_t count = parameters_.size();
    if (count == 0) return;
    const std::vector<double> eigenvalues = symmetric_eigen(gram, count).values;
    std::vector<double> lower(count * count), inverse_lower(count * count);
    has_inverse_ = eigenvalues.front() > 0 && cholesky(gram, count, lower);
    if (!has_inverse_) return;
    condition_ = std::sqrt(eigenvalues.back() / eigenvalues.front());
    invert_lower(lower, count, inverse_lower);
    inverse_.resize(count * count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            for (std::size_t k = std::max(i, j); k < count; ++k)
                inverse_[i * count + j] +=
                    inverse_lower[k * count + i] * inverse_lower[k * count + j];
}

double LinearPowerJacobian::step(std::span<const double> compressed_residuals,
                                 LinearPowerFit& fit) const {
    const std::size_t count = parameters_.size();
    std::vector<double> gradient(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& column = columns_[i];
        double sum = 0;
        for (std::size_t k = 0; k < column.size(); ++k) sum += column[k] * compressed_residuals[k];
        gradient[i] = sum / length_[i];
    }
    double fall = 0;
    for (std::size_t i = 0; i < count; ++i) {
        double change = 0;
        for (std::size_t j = 0; j < count; ++j) change += inverse_[i * count + j] * gradient[j];
        fall += change * gradient[i];
        value_of(fit, parameters_[i]) += change / length_[i];
    }
    return fall;
}

void LinearPowerJacobian::add_errors(LinearPowerFit& fit) const {
    fit.scaled_condition = condition_;
    if (!has_inverse_) return;
    const std::size_t count = parameters_.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(parameters_[i]);
        const double variance = inverse_[i * count + i];
        fit.independent_errors[at] = fit.residual_sd * std::sqrt(variance) / length_[i];
        fit.standard_errors[at] = fit.independent_errors[at] * fit.inflation;
        for (std::size_t j = 0; j < count; ++j) {
            const double scale = std::sqrt(variance * inverse_[j * count + j]);
            fit.correlation[at][static_cast<std::size_t>(parameters_[j])] =
                i == j ? 1 : inverse_[i * count + j] / scale;
        }
    }
}

}  // namespace sneddon
