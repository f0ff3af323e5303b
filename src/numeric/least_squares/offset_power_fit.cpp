#include "sneddon/numeric/offset_power_fit.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

#include "base/numbers/extremes.hpp"
#include "base/numbers/pairs.hpp"
#include "numeric/elementary/elementary.hpp"

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

/// Sums over the points, one by one (double) or two by two (Pair).
template <typename Value>
struct PowerSums {
    Value e{}, u{}, w{}, ee{}, ey{}, eu{}, uy{}, uu{}, ew{}, wy{};

    void add(Value e_i, Value u_i, Value w_i, Value y_i) {
        e += e_i;
        u += u_i;
        w += w_i;
        ee += e_i * e_i;
        ey += e_i * y_i;
        eu += e_i * u_i;
        uy += u_i * y_i;
        uu += u_i * u_i;
        ew += e_i * w_i;
        wy += w_i * y_i;
    }
};

constexpr double near_for_series = 0.1;  // power: then nine terms of the series are exact

/// exp of a small power.
inline double near_one(double power) {
    constexpr std::array<double, 9> inverse = {1.0 / 9, 1.0 / 8, 1.0 / 7, 1.0 / 6, 1.0 / 5,
                                               1.0 / 4, 1.0 / 3, 1.0 / 2, 1.0};
    double sum = 1;
    for (const double one : inverse) sum = 1 + power * one * sum;
    return sum;
}

class Projection {
  public:
    /// Of every `stride`-th point.
    Projection(std::span<const double> x, std::span<const double> y, std::size_t stride) {
        const std::size_t n = (x.size() + stride - 1) / stride;
        ln_x_.resize(n);
        y_.resize(n);
        e_.resize(n);
        for (std::size_t i = 0; i < n; ++i) e_[i] = x[i * stride];
        natural_logs(e_, ln_x_);
        // Shifts near the means keep the centred sums free of cancellation.
        double sum = 0, sum_ln = 0;
        for (std::size_t i = 0; i < n; ++i) {
            y_[i] = y[i * stride];
            sum += y_[i];
            sum_ln += ln_x_[i];
            reach_ = std::max(reach_, std::abs(ln_x_[i]));
        }
        y_shift_ = sum / count();
        ln_x_mean_ = sum_ln / count();
        for (double& value : y_) {
            value -= y_shift_;
            sum_y_ += value;
            sum_yy_ += value * value;
        }
    }

    /// x^q. From powers that are near it takes a seventh of the time.
    void raise(double q) {
        const double step = q - q_;
        if (q_ > 0 && std::abs(step) * reach_ <= near_for_series)
            for (std::size_t i = 0; i < e_.size(); ++i) e_[i] *= near_one(step * ln_x_[i]);
        else
            exponentials(q, ln_x_, e_);
        q_ = q;
    }

    /// Over the powers as they are, without derivatives.
    double ssr() const {
        const double e_shift = std::exp(q_ * ln_x_mean_);
        double se = 0, ee = 0, ey = 0;
        for (std::size_t i = 0; i < y_.size(); ++i) {
            const double e = e_[i] - e_shift;
            se += e;
            ee += e * e;
            ey += e * y_[i];
        }
        ee -= se * se / count();
        ey -= se * sum_y_ / count();
        return sum_yy_ - sum_y_ * sum_y_ / count() - ey * ey / ee;
    }

    /// Over the powers as they are; with derivatives with respect to q.
    ProjectedSums sums() const {
        const double e_shift = std::exp(q_ * ln_x_mean_);
        const double u_shift = e_shift * ln_x_mean_, w_shift = u_shift * ln_x_mean_;
        const auto add = [&](auto power, auto ln_x, auto y, auto& sums) {
            const auto u = power * ln_x;
            sums.add(power - e_shift, u - u_shift, u * ln_x - w_shift, y);
        };
        PowerSums<Pair> pairs;
        PowerSums<double> rest;
        std::size_t i = 0;
        for (; i + 1 < y_.size(); i += 2)
            add(pair_at(&e_[i]), pair_at(&ln_x_[i]), pair_at(&y_[i]), pairs);
        if (i < y_.size()) add(e_[i], ln_x_[i], y_[i], rest);
        const double se = total(pairs.e) + rest.e, su = total(pairs.u) + rest.u;
        const double sw = total(pairs.w) + rest.w, sy = sum_y_, n = count();
        ProjectedSums s;
        s.ee = total(pairs.ee) + rest.ee - se * se / n;
        s.ey = total(pairs.ey) + rest.ey - se * sy / n;
        s.yy = sum_yy_ - sy * sy / n;
        s.eu = total(pairs.eu) + rest.eu - se * su / n;
        s.uy = total(pairs.uy) + rest.uy - su * sy / n;
        s.uu = total(pairs.uu) + rest.uu - su * su / n;
        s.ew = total(pairs.ew) + rest.ew - se * sw / n;
        s.wy = total(pairs.wy) + rest.wy - sw * sy / n;
        s.mean_e = e_shift + se / n;
        s.mean_y = y_shift_ + sy / n;
        s.mean_u = u_shift + su / n;
        return s;
    }

    /// Residual pass on the powers as they are: the exact SSR and the score from the
    /// residuals themselves, which does not cancel where the fit is nearly perfect.
    void residual_sums(double a, double b, double& ssr, double& score) const {
        const double level = a - y_shift_;
        const auto add = [&](auto power, auto ln_x, auto y, auto& rr, auto& ru) {
            const auto residual = y - (level + b * power);
            rr += residual * residual;
            ru += residual * power * ln_x;
        };
        Pair rr{}, ru{};
        ssr = score = 0;
        std::size_t i = 0;
        for (; i + 1 < y_.size(); i += 2)
            add(pair_at(&e_[i]), pair_at(&ln_x_[i]), pair_at(&y_[i]), rr, ru);
        if (i < y_.size()) add(e_[i], ln_x_[i], y_[i], ssr, score);
        ssr += total(rr);
        score += total(ru);
    }

  private:
    double count() const { return static_cast<double>(y_.size()); }

    std::vector<double> ln_x_, y_;  ///< y less its shift
    std::vector<double> e_;
    double y_shift_ = 0, ln_x_mean_ = 0;
    double reach_ = 0;  ///< largest |ln x|
    double sum_y_ = 0, sum_yy_ = 0;
    double q_ = 0;  ///< of the powers in e_; 0: none yet
};

constexpr std::size_t scan_nodes = 17;
constexpr double near_enough = 1e-6;  // of q: the square of it is below rounding

/// The node with the smallest SSR; the scan makes the minimum the global one.
std::size_t best_node(Projection& projection, const std::array<double, scan_nodes>& nodes) {
    std::size_t best = 0;
    double best_ssr = 0;
    for (std::size_t i = 0; i < scan_nodes; ++i) {
        projection.raise(nodes[i]);
        const double ssr = projection.ssr();
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
double minimise(Projection& projection, double low, double high, double start, double tolerance) {
    double q = start;
    for (int iteration = 0; iteration < 60; ++iteration) {
        projection.raise(q);
        const ProjectedSums s = projection.sums();
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
    projection.raise(q);
    const ProjectedSums s = projection.sums();
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
    const auto [smallest, largest] = extremes_of(x);
    if (!(smallest > 0) || !(largest > smallest)) return fit;

    std::array<double, scan_nodes> nodes{};
    const double ratio = options.q_max / options.q_min;
    for (std::size_t i = 0; i < scan_nodes; ++i)
        nodes[i] = options.q_min *
                   std::pow(ratio, static_cast<double>(i) / static_cast<double>(scan_nodes - 1));
    nodes.back() = options.q_max;

    // A thinned scan finds the valley, full passes its bottom: one exp per point in all.
    Projection thinned(x, y, std::max<std::size_t>(1, fit.n / 64));
    const std::size_t node = best_node(thinned, nodes);
    double low = nodes[node > 0 ? node - 1 : 0];
    double high = nodes[std::min(node + 1, scan_nodes - 1)];
    const double start = minimise(thinned, low, high, nodes[node], near_enough);
    Projection projection(x, y, 1);
    const double q = minimise(projection, options.q_min, options.q_max,
                              std::clamp(start, options.q_min, options.q_max), near_enough);
    for (const double bound : {options.q_min, options.q_max}) {
        if (std::abs(q - bound) > 1e-5 * bound) continue;
        projection.raise(bound);
        const double slope_at_bound = gradient(projection.sums());
        const bool wants_outside =
            bound == options.q_min ? slope_at_bound >= 0 : slope_at_bound <= 0;
        if (wants_outside) return finish(projection, bound, true, fit.n);
    }
    return finish(projection, q, false, fit.n);
}

}  // namespace sneddon
