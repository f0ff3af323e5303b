#include "numeric/sum/line_fit.hpp"

#include <cassert>
#include <cmath>

#include "base/numbers/column_sums.hpp"

namespace sneddon {
namespace {

/// Not compensated: the centre need not be the mean to the last digit, only the same for all sums.
double plain_mean(std::span<const double> values) {
    const auto value = [&](auto at, std::size_t i) { return at(values, i); };
    return sum_of(0, values.size(), value) / static_cast<double>(values.size());
}

}  // namespace

LineFit fit_line(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size() && !x.empty());
    LineFit line;
    line.n = x.size();
    line.centre = plain_mean(x);
    line.value_at_centre = plain_mean(y);
    const double xx = sum_of(0, line.n, [&](auto at, std::size_t i) {
        const auto dx = at(x, i) - line.centre;
        return dx * dx;
    });
    const double xy = sum_of(0, line.n, [&](auto at, std::size_t i) {
        return (at(x, i) - line.centre) * (at(y, i) - line.value_at_centre);
    });
    line.slope = xx > 0 ? xy / xx : 0;
    if (line.n < 3) return line;
    const double ssr = sum_of(0, line.n, [&](auto at, std::size_t i) {
        const auto on_line = line.value_at_centre + line.slope * (at(x, i) - line.centre);
        const auto residual = at(y, i) - on_line;
        return residual * residual;
    });
    line.residual_sd = std::sqrt(ssr / static_cast<double>(line.n - 2));
    return line;
}

double line_at(const LineFit& line, double x) {
    return line.value_at_centre + line.slope * (x - line.centre);
}

double crossing_x(const LineFit& a, const LineFit& b) {
    // About a's centre, so that large times do not cancel.
    return a.centre + (line_at(b, a.centre) - a.value_at_centre) / (a.slope - b.slope);
}

ParabolaFit fit_parabola(std::span<const double> x, std::span<const double> y, double at) {
    // Orthogonal polynomials on the points: 1, u, u^2 - c1 u - c0 with u = x - mean.
    const LineFit line = fit_line(x, y);
    double u2 = 0, u3 = 0;
    for (const double value : x) {
        const double u = value - line.centre;
        u2 += u * u;
        u3 += u * u * u;
    }
    const double n = static_cast<double>(x.size());
    const double c0 = u2 / n, c1 = u2 > 0 ? u3 / u2 : 0;
    double qq = 0, qy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double u = x[i] - line.centre;
        const double q = u * u - c1 * u - c0;
        qq += q * q;
        qy += q * (y[i] - line_at(line, x[i]));
    }
    const bool is_curved = x.size() >= 3 && qq > 1e-20 * u2 * u2;
    const double c = is_curved ? qy / qq : 0;
    const auto value_at = [&](double where) {
        const double u = where - line.centre;
        return line_at(line, where) + c * (u * u - c1 * u - c0);
    };
    ParabolaFit fit;
    fit.at = at;
    fit.n = x.size();
    fit.value = value_at(at);
    fit.slope = line.slope + c * (2 * (at - line.centre) - c1);
    fit.curvature = c;
    if (fit.n < 4) return fit;
    double ssr = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double residual = y[i] - value_at(x[i]);
        ssr += residual * residual;
    }
    fit.residual_sd = std::sqrt(ssr / static_cast<double>(fit.n - 3));
    fit.u_curvature = is_curved ? fit.residual_sd / std::sqrt(qq) : 0;
    return fit;
}

}  // namespace sneddon
