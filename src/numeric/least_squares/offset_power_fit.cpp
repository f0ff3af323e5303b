#include "sneddon/numeric/offset_power_fit.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

namespace sneddon {
namespace {

/// Centred sums over the points at one q, with e = x^q, u = de/dq = e ln x, w = du/dq.
struct ProjectedSums {
    double mean_e = 0, mean_y = 0, mean_u = 0;
    double ee = 0, ey = 0, yy = 0;  // sums of squares and products about the means
    double eu = 0, uy = 0, uu = 0, ew = 0, wy = 0;

    double slope() const { return ey / ee; }
    double ssr() const { return yy - ey * ey / ee; }
    /// -dSSR/dq / (2 b): zero at a stationary point.
    double score() const { return uy - slope() * eu; }
    double slope_derivative() const { return (uy - 2 * slope() * eu) / ee; }
    double score_derivative() const { return wy - slope_derivative() * eu - slope() * (uu + ew); }
};

class Projection {
  public:
    Projection(std::span<const double> x, std::span<const double> y) : y_(y), ln_x_(x.size()) {
        for (std::size_t i = 0; i < x.size(); ++i) ln_x_[i] = std::log(x[i]);
        e_.resize(x.size());
        // Shifts near the means keep the centred sums free of cancellation.
        double sum = 0, sum_ln = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            sum += y[i];
            sum_ln += ln_x_[i];
        }
        y_shift_ = sum / static_cast<double>(x.size());
        ln_x_mean_ = sum_ln / static_cast<double>(x.size());
    }

    /// x^q of every `stride`-th point.
    void raise(double q, std::size_t stride) {
        for (std::size_t i = 0; i < y_.size(); i += stride) e_[i] = std::exp(q * ln_x_[i]);
        q_ = q;
    }

    /// The powers of all points moved to a q so near (relative 1e-6) that two terms of the
    /// exponential series are exact.
    void raise_on(double q) {
        const double step = q - q_;
        for (std::size_t i = 0; i < y_.size(); ++i) {
            const double power = step * ln_x_[i];
            e_[i] *= 1 + power * (1 + 0.5 * power);
        }
        q_ = q;
    }

    double q() const { return q_; }

    /// Over the powers as they are; with derivatives with respect to q.
    ProjectedSums sums(std::size_t stride) const {
        const double e_shift = std::exp(q_ * ln_x_mean_);
        const double u_shift = e_shift * ln_x_mean_, w_shift = u_shift * ln_x_mean_;
        double n = 0, se = 0, sy = 0, su = 0, sw = 0;
        ProjectedSums s;
        for (std::size_t i = 0; i < y_.size(); i += stride) {
            const double power = e_[i];
            const double e = power - e_shift;
            const double u = power * ln_x_[i] - u_shift;
            const double w = power * ln_x_[i] * ln_x_[i] - w_shift;
            const double y = y_[i] - y_shift_;
            n += 1;
            se += e;
            sy += y;
            su += u;
            sw += w;
            s.ee += e * e;
            s.ey += e * y;
            s.yy += y * y;
            s.eu += e * u;
            s.uy += u * y;
            s.uu += u * u;
            s.ew += e * w;
            s.wy += w * y;
        }
        s.ee -= se * se / n;
        s.ey -= se * sy / n;
        s.yy -= sy * sy / n;
        s.eu -= se * su / n;
        s.uy -= su * sy / n;
        s.uu -= su * su / n;
        s.ew -= se * sw / n;
        s.wy -= sw * sy / n;
        s.mean_e = e_shift + se / n;
        s.mean_y = y_shift_ + sy / n;
        s.mean_u = u_shift + su / n;
        return s;
    }

    /// Residual pass on the powers as they are: the exact SSR and the score from the
    /// residuals themselves, which does not cancel where the fit is nearly perfect.
    void residual_sums(double a, double b, double& ssr, double& score) const {
        double sum_rr = 0, sum_ru = 0;
        for (std::size_t i = 0; i < y_.size(); ++i) {
            const double residual = y_[i] - (a + b * e_[i]);
            sum_rr += residual * residual;
            sum_ru += residual * e_[i] * ln_x_[i];
        }
        ssr = sum_rr;
        score = sum_ru;
    }

  private:
    std::span<const double> y_;
    std::vector<double> ln_x_;
    std::vector<double> e_;
    double y_shift_ = 0, ln_x_mean_ = 0;
    double q_ = 0;  ///< of the powers in e_
};

constexpr std::size_t scan_nodes = 17;
constexpr double near_enough = 1e-6;  // of q: the square of it is below rounding

/// The node with the smallest SSR; the scan makes the minimum the global one.
std::size_t best_node(Projection& projection, const std::array<double, scan_nodes>& nodes,
                      std::size_t stride) {
    std::size_t best = 0;
    double best_ssr = 0;
    for (std::size_t i = 0; i < scan_nodes; ++i) {
        projection.raise(nodes[i], stride);
        const double ssr = projection.sums(stride).ssr();
        if (i == 0 || ssr < best_ssr) {
            best = i;
            best_ssr = ssr;
        }
    }
    return best;
}

/// dSSR/dq up to a positive factor.
double gradient(const ProjectedSums& s) {
    return -s.slope() * s.score();
}

/// Newton on the gradient inside [low, high], where the SSR has its minimum; bisection when a step
/// leaves the bracket. Ends when the next step would be below the square of `tolerance` or so.
double minimise(Projection& projection, double low, double high, double start, std::size_t stride,
                double tolerance) {
    double q = start;
    for (int iteration = 0; iteration < 60; ++iteration) {
        projection.raise(q, stride);
        const ProjectedSums s = projection.sums(stride);
        const double g = gradient(s);
        if (g > 0) high = q;
        if (g < 0) low = q;
        const double newton = q - s.score() / s.score_derivative();
        const double step_to = newton > low && newton < high ? newton : (low + high) / 2;
        const double step = std::abs(step_to - q);
        q = step_to;
        if (step <= tolerance * q || g == 0) break;
    }
    return q;
}

/// The linear parameters at q, and one more Newton step from the residuals themselves: there the
/// score does not cancel, however good the fit is. The step is so small that a and b follow it
/// along their tangents.
OffsetPowerFit finish(Projection& projection, double q, bool is_at_bound, std::size_t n) {
    if (std::abs(q - projection.q()) <= near_enough * q)
        projection.raise_on(q);
    else
        projection.raise(q, 1);
    const ProjectedSums s = projection.sums(1);
    OffsetPowerFit fit;
    fit.n = n;
    fit.q = q;
    fit.is_at_bound = is_at_bound;
    fit.b = s.slope();
    fit.a = s.mean_y - fit.b * s.mean_e;
    double score = 0;
    projection.residual_sums(fit.a, fit.b, fit.ssr, score);
    fit.is_fitted = std::isfinite(fit.a) && std::isfinite(fit.b);
    if (is_at_bound) return fit;
    const double step = -score / s.score_derivative();
    if (!(std::abs(step) < 1e-6 * q)) return fit;
    fit.q += step;
    fit.a -= step * (s.slope_derivative() * s.mean_e + fit.b * s.mean_u);
    fit.b += step * s.slope_derivative();
    return fit;
}

}  // namespace

OffsetPowerFit fit_offset_power(std::span<const double> x, std::span<const double> y,
                                const OffsetPowerOptions& options) {
    assert(x.size() == y.size());
    OffsetPowerFit fit;
    fit.n = x.size();
    if (fit.n < 4) return fit;
    const auto [smallest, largest] = std::ranges::minmax(x);
    if (!(smallest > 0) || !(largest > smallest)) return fit;

    Projection projection(x, y);
    std::array<double, scan_nodes> nodes{};
    const double ratio = options.q_max / options.q_min;
    for (std::size_t i = 0; i < scan_nodes; ++i)
        nodes[i] = options.q_min *
                   std::pow(ratio, static_cast<double>(i) / static_cast<double>(scan_nodes - 1));
    nodes.back() = options.q_max;

    // A thinned scan finds the valley, full passes its bottom: three exp per point in all.
    const std::size_t stride = std::max<std::size_t>(1, fit.n / 64);
    const std::size_t node = best_node(projection, nodes, stride);
    double low = nodes[node > 0 ? node - 1 : 0];
    double high = nodes[std::min(node + 1, scan_nodes - 1)];
    const double start = minimise(projection, low, high, nodes[node], stride, near_enough);
    const double q = minimise(projection, options.q_min, options.q_max,
                              std::clamp(start, options.q_min, options.q_max), 1, near_enough);
    for (const double bound : {options.q_min, options.q_max}) {
        if (std::abs(q - bound) > 1e-5 * bound) continue;
        projection.raise(bound, 1);
        const double slope_at_bound = gradient(projection.sums(1));
        const bool wants_outside =
            bound == options.q_min ? slope_at_bound >= 0 : slope_at_bound <= 0;
        if (wants_outside) return finish(projection, bound, true, fit.n);
    }
    return finish(projection, q, false, fit.n);
}

}  // namespace sneddon
