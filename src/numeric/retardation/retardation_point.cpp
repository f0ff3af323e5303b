#include "numeric/retardation/retardation_point.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/least_squares/symmetric_eigen.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {
namespace {

/// Solves A x = b for a symmetric positive definite A; empty where it is not.
std::vector<double> solved(std::span<const double> matrix, std::vector<double> x) {
    const std::size_t d = x.size();
    std::vector<double> lower(d * d);
    if (!cholesky(matrix, d, lower)) return {};
    for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = 0; j < i; ++j) x[i] -= lower[i * d + j] * x[j];
        x[i] /= lower[i * d + i];
    }
    for (std::size_t i = d; i-- > 0;) {
        for (std::size_t j = i + 1; j < d; ++j) x[i] -= lower[j * d + i] * x[j];
        x[i] /= lower[i * d + i];
    }
    return x;
}

}  // namespace

TermRises::TermRises(const RetardationBasis& basis, const RetardationTerms& terms,
                     const RetardationPoint& point) {
    const auto times = basis.times();
    for (std::size_t i = 0; i < terms.elements; ++i) {
        auto& values = value.emplace_back(times.size());
        auto& slopes = by_log_tau.emplace_back(times.size());
        const RampedTerm term(terms.is_logarithm, point.tau[i], basis.ramp());
        for (std::size_t k = 0; k < times.size(); ++k) {
            const RampedTerm::Rise rise = term.rise(times[k]);
            values[k] = rise.value;
            slopes[k] = rise.by_log_tau;
        }
    }
}

RetardationJacobian::RetardationJacobian(const RetardationBasis& basis,
                                         const RetardationTerms& terms,
                                         const RetardationPoint& point)
    : RetardationJacobian(basis, terms, point, TermRises(basis, terms, point)) {}

RetardationJacobian::RetardationJacobian(const RetardationBasis& basis,
                                         const RetardationTerms& terms,
                                         const RetardationPoint& point, const TermRises& rises)
    : basis_(&basis) {
    const auto times = basis.times();
    curve_.assign(times.size(), point.y0);
    const std::size_t first = terms.has_flow ? 1 : 0;
    columns_.resize(first + 2 * terms.elements);
    if (terms.has_flow) {
        columns_[0].assign(times.begin(), times.end());
        for (std::size_t k = 0; k < times.size(); ++k) curve_[k] += point.flow * times[k];
    }
    for (std::size_t i = 0; i < terms.elements; ++i) {
        auto& by_log_tau = columns_[first + terms.elements + i];
        columns_[first + i] = rises.value[i];
        by_log_tau = rises.by_log_tau[i];
        for (std::size_t k = 0; k < times.size(); ++k) {
            by_log_tau[k] *= point.strength[i];
            curve_[k] += point.strength[i] * rises.value[i][k];
        }
    }
    for (auto& column : columns_) {
        means_.push_back(basis.mean(column));
        for (double& value : column) value -= means_.back();
    }
    scale();
}

void RetardationJacobian::scale() {
    const std::size_t count = columns_.size();
    gram_.resize(count * count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            gram_[i * count + j] = basis_->product(columns_[i], columns_[j]);
    for (std::size_t i = 0; i < count; ++i) lengths_.push_back(std::sqrt(gram_[i * count + i]));
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            gram_[j * count + i] = gram_[i * count + j] /= lengths_[i] * lengths_[j];
}

bool RetardationJacobian::invert() {
    const std::size_t count = columns_.size();
    std::vector<double> lower(count * count), inverse_lower(count * count);
    if (!cholesky(gram_, count, lower)) return false;
    const std::vector<double> eigenvalues = symmetric_eigen(gram_, count).values;
    if (eigenvalues.front() > 0) condition_ = std::sqrt(eigenvalues.back() / eigenvalues.front());
    invert_lower(lower, count, inverse_lower);
    inverse_.assign(count * count, 0);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            for (std::size_t k = std::max(i, j); k < count; ++k)
                inverse_[i * count + j] +=
                    inverse_lower[k * count + i] * inverse_lower[k * count + j];
    return true;
}

std::vector<double> RetardationJacobian::step(std::span<const double> compressed_residuals,
                                              double damping) const {
    const std::size_t count = columns_.size();
    std::vector<double> right(count), matrix = gram_;
    double sum = 0;
    for (const double residual : compressed_residuals) sum += residual;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < columns_[i].size(); ++k)
            right[i] += columns_[i][k] * compressed_residuals[k];
        right[i] /= lengths_[i];
        matrix[i * count + i] *= 1 + damping;
    }
    std::vector<double> change = solved(matrix, std::move(right));
    if (change.empty()) return {};
    double y0 = sum / basis_->count();
    for (std::size_t i = 0; i < count; ++i) {
        change[i] /= lengths_[i];
        y0 -= change[i] * means_[i];
    }
    change.push_back(y0);
    return change;
}

double RetardationJacobian::fall(std::span<const double> compressed_residuals,
                                 std::span<const double> step) const {
    double sum = 0, fall = 0;
    for (const double residual : compressed_residuals) sum += residual;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        for (std::size_t k = 0; k < columns_[i].size(); ++k)
            fall += step[i] * columns_[i][k] * compressed_residuals[k];
    return fall + sum * sum / basis_->count();
}

double RetardationJacobian::variance(double r, std::span<const double> form, double y0) const {
    const std::size_t count = columns_.size();
    // The weight of each reading in the form: smooth, so known by its values at the nodes.
    std::vector<double> weight(curve_.size(), y0 / basis_->count());
    double independent = y0 * y0 / basis_->count();
    for (std::size_t i = 0; i < count; ++i) {
        double share = 0;
        for (std::size_t j = 0; j < count; ++j)
            share += inverse_[i * count + j] * (form[j] - y0 * means_[j]) / lengths_[j];
        share /= lengths_[i];
        independent += share * (form[i] - y0 * means_[i]);
        for (std::size_t k = 0; k < weight.size(); ++k) weight[k] += share * columns_[i][k];
    }
    return r > 0 ? ar1_variance(basis_->axis().expand(weight), r) : independent;
}

RetardationPoint moved(const RetardationPoint& point, const RetardationTerms& terms,
                       std::span<const double> step) {
    RetardationPoint next = point;
    const std::size_t first = terms.has_flow ? 1 : 0;
    if (terms.has_flow) next.flow += step[0];
    for (std::size_t i = 0; i < terms.elements; ++i) {
        next.strength[i] += step[first + i];
        next.tau[i] *= std::exp(step[first + terms.elements + i]);
    }
    next.y0 += step.back();
    return next;
}

}  // namespace sneddon
