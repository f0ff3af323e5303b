#include "numeric/least_squares/shifted_power_fit.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

#include "base/numbers/extremes.hpp"
#include "numeric/elementary/elementary.hpp"
#include "numeric/least_squares/small_system.hpp"
#include "sneddon/numeric/offset_power_fit.hpp"

namespace sneddon {
namespace {

/// Value and slope at the reference, and the exponent.
using Parameters = std::array<double, 3>;  // Y, s, m

/// Normal equations of one Gauss-Newton step and the SSR at the same parameters.
struct Step {
    SmallSystem normal{};
    double ssr = 0;
};

/// Only the lower triangle, which is all that solve() looks at.
void add_row(SmallSystem& normal, const std::array<double, 3>& derivative, double residual) {
    for (std::size_t j = 0; j < 3; ++j) {
        normal.right[j] += derivative[j] * residual;
        for (std::size_t k = 0; k <= j; ++k) normal.gram[j][k] += derivative[j] * derivative[k];
    }
}

/// So many points at once, whose logarithms and powers come together.
constexpr std::size_t points_at_once = 256;

Step linearise(std::span<const double> x, std::span<const double> y, double reference,
               const Parameters& p) {
    const double value = p[0], slope = p[1], m = p[2];
    const double relative = slope / value, per_m = relative / m;
    Step step;
    std::array<double, points_at_once> bases, logs, powers;
    for (std::size_t begin = 0; begin < x.size(); begin += points_at_once) {
        const std::size_t count = std::min(points_at_once, x.size() - begin);
        for (std::size_t i = 0; i < count; ++i) bases[i] = 1 + (x[begin + i] - reference) * per_m;
        natural_logs({bases.data(), count}, {logs.data(), count});
        exponentials(m, {logs.data(), count}, {powers.data(), count});
        for (std::size_t i = 0; i < count; ++i) {
            const double d = x[begin + i] - reference, y_i = y[begin + i];
            if (!(bases[i] > 0)) {
                step.ssr += y_i * y_i;
                continue;
            }
            const double inverse = 1 / bases[i], lower_power = powers[i] * inverse;
            const double model = value * powers[i], residual = y_i - model;
            step.ssr += residual * residual;
            add_row(step.normal,
                    {powers[i] - d * relative * lower_power, d * lower_power,
                     model * (logs[i] - (bases[i] - 1) * inverse)},
                    residual);
        }
    }
    return step;
}

/// The step of the damped system; 0 for what is not free.
Parameters damped_step(SmallSystem normal, double damping, bool is_m_free) {
    for (std::size_t j = 0; j < 3; ++j) normal.gram[j][j] *= 1 + damping;
    Parameters delta{};
    normal.solve({true, true, is_m_free}, delta);
    return delta;
}

/// Levenberg-Marquardt on (Y, s[, m]); ends when the undamped step is below 1e-13 relative. The
/// start is the answer in the other space, so that most fits need no damping at all. `ssr`: at the
/// end.
Parameters iterate(std::span<const double> x, std::span<const double> y, double reference,
                   Parameters p, bool is_m_free, double& ssr) {
    double damping = 0;
    Step now = linearise(x, y, reference, p);
    for (int iteration = 0; iteration < 200; ++iteration) {
        const Parameters delta = damped_step(now.normal, damping, is_m_free);
        Parameters trial{};
        double relative = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            trial[j] = p[j] + delta[j];
            relative = std::max(relative, std::abs(delta[j] / p[j]));
        }
        const bool is_allowed = trial[0] > 0 && trial[1] > 0 && trial[2] > 0.05;
        const Step next = is_allowed ? linearise(x, y, reference, trial) : now;
        // Near the optimum the SSR no longer resolves a step: there the step itself decides.
        if (is_allowed && (next.ssr <= now.ssr || relative < 1e-7)) {
            p = trial;
            now = next;
            damping = relative < 1e-6 ? 0 : damping * 0.1;
            if (relative < 1e-13) break;
        } else {
            damping = std::max(damping, 1e-4) * 10;
            if (damping > 1e12) break;
        }
    }
    ssr = now.ssr;
    return p;
}

}  // namespace

ShiftedPowerFit fit_shifted_power(std::span<const double> x, std::span<const double> y,
                                  const ShiftedPowerOptions& options) {
    assert(x.size() == y.size());
    ShiftedPowerFit fit;
    fit.n = x.size();
    if (fit.n < 4) return fit;
    const double y_top = largest_of(y);
    if (!(y_top > 0)) return fit;

    // The inverted form x = x0 + k y^(1/m) needs no start and gives one.
    std::vector<double> scaled_y(y.begin(), y.end());
    for (double& value : scaled_y) value = std::max(value / y_top, 1e-9);
    const OffsetPowerFit inverted =
        fit_offset_power(scaled_y, x, {1 / options.m_max, 1 / options.m_min});
    if (!inverted.is_fitted || !(inverted.b > 0)) return fit;

    const double reference = inverted.a + inverted.b;  // x at y_top
    const double m_start = 1 / inverted.q;
    Parameters p = {y_top, m_start * y_top / inverted.b, m_start};
    p = iterate(x, y, reference, p, true, fit.ssr);
    if (p[2] < options.m_min || p[2] > options.m_max) {
        fit.is_at_bound = true;
        p[2] = std::clamp(p[2], options.m_min, options.m_max);
        p = iterate(x, y, reference, p, false, fit.ssr);
    }
    fit.m = p[2];
    fit.x0 = reference - p[2] * p[0] / p[1];
    fit.B = p[0] / std::pow(reference - fit.x0, fit.m);
    fit.is_fitted =
        std::ranges::all_of(p, [](double parameter) { return std::isfinite(parameter); });
    return fit;
}

}  // namespace sneddon
