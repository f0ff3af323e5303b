#include "numeric/sum/line_fit.hpp"

#include <cassert>
#include <cmath>

namespace sneddon {
namespace {

/// Of both, side by side: one sum would wait for its own last addition. Not compensated: the centre
/// need not be the mean to the last digit, only the same for all sums.
void set_plain_means(std::span<const double> x, std::span<const double> y, LineFit& line) {
    double sum_x = 0, sum_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum_x += x[i];
        sum_y += y[i];
    }
    line.centre = sum_x / static_cast<double>(x.size());
    line.value_at_centre = sum_y / static_cast<double>(y.size());
}

}  // namespace

LineFit fit_line(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size() && !x.empty());
    LineFit line;
    line.n = x.size();
    set_plain_means(x, y, line);
    double xx = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - line.centre;
        xx += dx * dx;
        xy += dx * (y[i] - line.value_at_centre);
    }
    line.slope = xx > 0 ? xy / xx : 0;
    if (line.n < 3) return line;
    double ssr = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double residual = y[i] - line_at(line, x[i]);
        ssr += residual * residual;
    }
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
