#include "numeric/retardation/retardation_search.hpp"

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "numeric/least_squares/small_system.hpp"

namespace sneddon {
namespace {

static_assert(most_elements == 3);  // of SmallSystem, the flow among them

/// Unknowns of one choice of times: strengths in the order of `at`, and how far they lower the sum.
struct Linear {
    std::array<double, 3> x{};
    double fall = 0;
    bool is_positive = false;
};

Linear solve(const SmallSystem& system, std::size_t unknowns) {
    Linear linear;
    linear.fall = system.solve({unknowns > 0, unknowns > 1, unknowns > 2}, linear.x);
    linear.is_positive = true;
    for (std::size_t i = 0; i < unknowns; ++i)
        linear.is_positive = linear.is_positive && linear.x[i] > 0;
    return linear;
}

/// All choices of trial times of a model against one curve.
class Trials {
  public:
    Trials(const TrialColumns& trial, std::span<const double> compressed) : trial_(trial) {
        for (const auto& column : trial.columns) {
            double sum = 0;
            for (std::size_t k = 0; k < column.size(); ++k) sum += column[k] * compressed[k];
            right_.push_back(sum);
        }
    }

    /// Places of the best columns, the flow's first where the model has one; empty: none.
    std::vector<std::size_t> best(const RetardationTerms& terms) {
        best_.clear();
        best_fall_ = 0;
        std::vector<std::size_t> at;
        if (terms.has_flow) at.push_back(0);
        add(at, 1, terms.elements);
        return best_;
    }

  private:
    void add(std::vector<std::size_t>& at, std::size_t from, std::size_t more) {
        if (more == 0) {
            look(at);
            return;
        }
        for (std::size_t i = from; i < trial_.columns.size(); ++i) {
            at.push_back(i);
            add(at, i + 1, more - 1);
            at.pop_back();
        }
    }

    void look(const std::vector<std::size_t>& at) {
        SmallSystem system{};
        for (std::size_t i = 0; i < at.size(); ++i) {
            system.right[i] = right_[at[i]];
            for (std::size_t j = 0; j < at.size(); ++j)
                system.gram[i][j] = trial_.product(at[i], at[j]);
        }
        const Linear linear = solve(system, at.size());
        if (!linear.is_positive || !(linear.fall > best_fall_)) return;
        best_fall_ = linear.fall;
        best_ = at;
    }

    const TrialColumns& trial_;
    std::vector<double> right_;
    std::vector<std::size_t> best_;
    double best_fall_ = 0;
};

/// The descent in ln tau, the other unknowns solved at every step.
class Descent {
  public:
    Descent(const RetardationBasis& basis, const RetardationTerms& terms,
            std::span<const double> compressed)
        : basis_(basis), terms_(terms), compressed_(compressed) {
        for (const double value : compressed) sum_ += value;
    }

    /// Ends with a step that changes no ln tau by more than `enough`.
    RetardationPoint run(RetardationPoint point, const TermRises& rises, double enough,
                         double damping) const {
        constexpr double most_damping = 1e8, tenfold = 10, third = 3;
        constexpr int most_steps = 60;
        double fall = project(point, rises);
        RetardationJacobian jacobian(basis_, terms_, point, rises);
        std::vector<double> left = residuals(jacobian);
        for (int i = 0; i < most_steps && damping < most_damping; ++i) {
            const std::vector<double> step = jacobian.step(left, damping);
            RetardationPoint next = point;
            const double largest = step.empty() ? nan : move_times(step, next);
            const TermRises next_rises(basis_, terms_, next);
            const double next_fall = step.empty() ? nan : project(next, next_rises);
            const bool is_lower = next_fall > fall;
            if (is_lower) {
                point = next;
                fall = next_fall;
            }
            if (largest < enough) break;
            damping *= is_lower ? 1 / third : tenfold;
            if (!is_lower) continue;
            jacobian = RetardationJacobian(basis_, terms_, point, next_rises);
            left = residuals(jacobian);
        }
        return point;
    }

    /// Solves for all but the times; how far they lower the sum of squares about the mean.
    double project(RetardationPoint& point, const TermRises& rises) const {
        std::vector<std::vector<double>> columns;
        std::vector<double> means;
        if (terms_.has_flow) columns.emplace_back(basis_.times().begin(), basis_.times().end());
        columns.insert(columns.end(), rises.value.begin(), rises.value.end());
        SmallSystem system{};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            means.push_back(basis_.mean(columns[i]));
            for (double& value : columns[i]) value -= means[i];
            for (std::size_t k = 0; k < compressed_.size(); ++k)
                system.right[i] += columns[i][k] * compressed_[k];
            for (std::size_t j = 0; j <= i; ++j)
                system.gram[i][j] = system.gram[j][i] = basis_.product(columns[i], columns[j]);
        }
        const Linear linear = solve(system, columns.size());
        std::size_t at = 0;
        point.y0 = sum_ / basis_.count();
        for (std::size_t i = 0; i < columns.size(); ++i) point.y0 -= linear.x[i] * means[i];
        if (terms_.has_flow) point.flow = linear.x[at++];
        for (std::size_t i = 0; i < terms_.elements; ++i) point.strength[i] = linear.x[at++];
        return linear.fall;
    }

  private:
    std::vector<double> residuals(const RetardationJacobian& jacobian) const {
        const auto weights = basis_.axis().weights();
        std::vector<double> left(compressed_.begin(), compressed_.end());
        for (std::size_t k = 0; k < left.size(); ++k) left[k] -= weights[k] * jacobian.curve()[k];
        return left;
    }

    /// The largest change of a ln tau. No step is longer than 1, none leaves the range.
    double move_times(const std::vector<double>& step, RetardationPoint& point) const {
        const std::size_t first = (terms_.has_flow ? 1 : 0) + terms_.elements;
        const double low = basis_.least_tau(terms_.is_logarithm);
        const double high = basis_.largest_tau(terms_.is_logarithm);
        double largest = 0;
        for (std::size_t i = 0; i < terms_.elements; ++i) {
            const double before = point.tau[i];
            const double change = std::clamp(step[first + i], -1.0, 1.0);
            point.tau[i] = std::clamp(before * std::exp(change), low, high);
            largest = std::max(largest, std::abs(std::log(point.tau[i] / before)));
        }
        return largest;
    }

    const RetardationBasis& basis_;
    const RetardationTerms& terms_;
    std::span<const double> compressed_;
    double sum_ = 0;
};

}  // namespace

std::optional<RetardationPoint> search_retardation(const RetardationBasis& basis,
                                                   const RetardationTerms& terms,
                                                   std::span<const double> compressed) {
    const TrialColumns& trial = terms.is_logarithm ? basis.logarithms() : basis.elements();
    const std::vector<std::size_t> best = Trials(trial, compressed).best(terms);
    if (best.empty()) return std::nullopt;
    RetardationPoint point;
    const std::size_t first = terms.has_flow ? 1 : 0;
    for (std::size_t i = 0; i < terms.elements; ++i) point.tau[i] = trial.tau[best[first + i] - 1];
    constexpr double enough = 1e-6, damping = 1e-3;
    return descend_retardation(basis, terms, compressed, point, {basis, terms, point}, enough,
                               damping);
}

RetardationPoint descend_retardation(const RetardationBasis& basis, const RetardationTerms& terms,
                                     std::span<const double> compressed,
                                     const RetardationPoint& start, const TermRises& rises,
                                     double enough, double damping) {
    RetardationPoint point = start;
    const Descent descent(basis, terms, compressed);
    if (terms.elements > 0) return descent.run(point, rises, enough, damping);
    descent.project(point, rises);
    return point;
}

}  // namespace sneddon
