// One set of parameters of a rheological model, its curve and its derivatives at the nodes.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "numeric/retardation/retardation_basis.hpp"
#include "numeric/retardation/retardation_model.hpp"

namespace sneddon {

/// y(s) = y0 + flow s + sum strength_i rise(s; tau_i). tau ascending.
struct RetardationPoint {
    double y0 = 0, flow = 0;
    std::array<double, most_elements> strength{}, tau{};
};

/// What the terms of a model rise by at the nodes, and its slopes along ln tau: by terms.
struct TermRises {
    std::vector<std::vector<double>> value, by_log_tau;

    TermRises(const RetardationBasis& basis, const RetardationTerms& terms,
              const RetardationPoint& point);
};

/// Curve and Jacobian of a model at a point. Its columns are taken about their means, so that y0
/// stands aside; their order: flow, strengths, ln tau.
class RetardationJacobian {
  public:
    RetardationJacobian(const RetardationBasis& basis, const RetardationTerms& terms,
                        const RetardationPoint& point);
    /// `rises`: of the point.
    RetardationJacobian(const RetardationBasis& basis, const RetardationTerms& terms,
                        const RetardationPoint& point, const TermRises& rises);

    std::span<const double> curve() const { return curve_; }
    std::size_t size() const { return columns_.size(); }
    /// Gauss and Newton's change of all parameters for residuals given compressed, y0 last; the
    /// diagonal of the scaled normal equations is raised by `damping`.
    std::vector<double> step(std::span<const double> compressed_residuals,
                             double damping = 0) const;
    /// What a step of these residuals takes off the sum of squares.
    double fall(std::span<const double> compressed_residuals, std::span<const double> step) const;

    /// Before condition() and variance(): the inverse of the normal equations. False: the columns
    /// are dependent, and there is none.
    bool invert();
    /// Of the columns scaled to length one; infinite where they are dependent.
    double condition() const { return condition_; }
    /// Variance of a linear form of the parameters under first-order autoregressive noise of
    /// variance 1 and correlation r of neighbours. `form`: flow, strengths, ln tau; `y0` counts
    /// beside them.
    double variance(double r, std::span<const double> form, double y0 = 0) const;

  private:
    void scale();

    const RetardationBasis* basis_;
    std::vector<std::vector<double>> columns_;
    std::vector<double> means_, lengths_, curve_;
    std::vector<double> gram_;     ///< scaled
    std::vector<double> inverse_;  ///< of gram_
    double condition_ = std::numeric_limits<double>::infinity();
};

/// The point with the parameters changed by a step.
RetardationPoint moved(const RetardationPoint& point, const RetardationTerms& terms,
                       std::span<const double> step);

}  // namespace sneddon
