#include "numeric/least_squares/linear_power_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "numeric/least_squares/small_system.hpp"
#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

using Prepared = LinearPowerBasis::Prepared;

// Fixed eight lanes: fast, and the same bits from every compiler.
double dot_in_lanes(std::span<const double> x, std::span<const double> y) {
    std::array<double, 8> lanes{};
    std::size_t i = 0;
    for (; i + 8 <= x.size(); i += 8)
        for (std::size_t lane = 0; lane < 8; ++lane) lanes[lane] += x[i + lane] * y[i + lane];
    double rest = 0;
    for (; i < x.size(); ++i) rest += x[i] * y[i];
    return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) +
           ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7])) + rest;
}

// One curve: compressed values and their sums against 1 and tau.
struct Curve {
    const Prepared& basis;
    std::span<const double> values;
    const LinearPowerOptions& options;
    double s1 = 0, st = 0;
};

// The normal equations of the columns 1, tau and p.
SmallSystem small_system(const Curve& curve, const PowerSums& sums,
                         const std::array<double, 3>& right) {
    const Prepared& b = curve.basis;
    return {{{{b.n, b.st, sums.s1p}, {b.st, b.stt, sums.stp}, {sums.s1p, sums.stp, sums.spp}}},
            right};
}

LinearPart solve_linear(const Curve& curve, const PowerSums& sums, double sp) {
    const bool has_y0 = curve.options.y0_freedom == Freedom::fitted;
    const bool has_a = curve.options.a_freedom == Freedom::fitted;
    const SmallSystem system = small_system(curve, sums, {curve.s1, curve.st, sp});
    const auto attempt = [&](bool use_a, bool use_b) {
        std::array<double, 3> x{};
        LinearPart part;
        part.fall = system.solve({has_y0, use_a, use_b}, x);
        part.y0 = x[0], part.a = x[1], part.b = x[2];
        part.is_a_at_bound = has_a && !use_a;
        part.is_b_at_bound = !use_b;
        return part;
    };
    LinearPart best = attempt(has_a, true);
    const auto is_allowed = [](const LinearPart& part) { return part.a >= 0 && part.b >= 0; };
    if (curve.options.sign_rule == SignRule::any || is_allowed(best)) return best;
    // Two signs: the constrained optimum is the best allowed one of the four active sets.
    best = attempt(false, false);
    for (const auto& part : {attempt(false, true), attempt(has_a, false)})
        if (is_allowed(part) && part.fall > best.fall) best = part;
    return best;
}

// Half the slope of the sum of squares along c; the linear unknowns need no part in it.
double slope_along_c(const Curve& curve, const PowerSums& sums, LinearPart& linear) {
    linear = solve_linear(curve, sums, dot_in_lanes(curve.values, sums.p));
    return -linear.b * (dot_in_lanes(curve.values, sums.q) - linear.y0 * sums.s1q -
                        linear.a * sums.stq - linear.b * sums.spq);
}

struct Probe {
    PowerSums sums;
    LinearPart linear;
    double slope = 0;
};

Probe probe_at(const Curve& curve, const Powers& powers, double c) {
    Probe probe{power_sums(curve.basis, powers, c), {}};
    probe.slope = slope_along_c(curve, probe.sums, probe.linear);
    return probe;
}

// The Gauss-Newton curvature: what of q the linear columns cannot imitate.
double curvature_along_c(const Curve& curve, const Probe& probe) {
    const PowerSums& sums = probe.sums;
    std::array<double, 3> x{};
    const bool has_a = curve.options.a_freedom == Freedom::fitted && !probe.linear.is_a_at_bound;
    const double imitated =
        small_system(curve, sums, {sums.s1q, sums.stq, sums.spq})
            .solve({curve.options.y0_freedom == Freedom::fitted, has_a, true}, x);
    return probe.linear.b * probe.linear.b * (sums.sqq - imitated);
}

// Where the polynomial c(slope) through up to four neighbouring scan places has slope zero.
double inverse_interpolation(std::span<const PowerSums> scan, std::span<const double> slopes,
                             std::size_t left) {
    const std::size_t first = left > 0 ? left - 1 : left;
    const std::size_t last = std::min(left + 3, slopes.size());
    std::vector<double> c;
    for (std::size_t i = first; i < last; ++i) c.push_back(scan[i].c);
    for (std::size_t order = 1; order < c.size(); ++order)  // Neville's scheme
        for (std::size_t i = 0; i + order < c.size(); ++i) {
            const double from = slopes[first + i], to = slopes[first + i + order];
            c[i] = (to * c[i] - from * c[i + 1]) / (to - from);
        }
    return c[0];
}

// The minimum between the scan places `left` and left + 1: Gauss-Newton first, then the secant
// through the last two slopes, never outside the bracket. Ends with the step below 1e-8: the
// convergence is faster than linear, so that step leaves less than 1e-13.
Probe refine(const Curve& curve, const Powers& powers, std::span<const double> slopes,
             std::size_t left) {
    double low = powers.scan[left].c, high = powers.scan[left + 1].c;
    double c = inverse_interpolation(powers.scan, slopes, left);
    if (!(c > low && c < high)) c = 0.5 * (low + high);
    Probe probe = probe_at(curve, powers, c);
    double c_before = c, slope_before = 0;
    for (int i = 0; i < 60 && probe.slope != 0; ++i) {
        (probe.slope < 0 ? low : high) = c;
        const double curvature = curvature_along_c(curve, probe);
        const double secant = (probe.slope - slope_before) / (c - c_before);
        const bool is_secant_good = i > 0 && secant > 0.2 * curvature;
        double next = c - probe.slope / (is_secant_good ? secant : curvature);
        if (!(next > low && next < high)) {
            if (std::abs(next - c) < 1e-12) break;
            next = 0.5 * (low + high);
        }
        c_before = c;
        slope_before = probe.slope;
        c = next;
        probe = probe_at(curve, powers, c);
        if (std::abs(c - c_before) < 1e-8) break;
    }
    return probe;
}

SearchResult result_of(const Powers& powers, double c, const LinearPart& linear) {
    SearchResult result;
    result.t0 = powers.t0;
    result.span = powers.span;
    result.c = c;
    result.linear = linear;
    return result;
}

SearchResult best_c(const Curve& curve, const Powers& powers) {
    const std::size_t count = powers.scan.size();
    std::vector<LinearPart> linear(count);
    std::vector<double> slope(count);
    for (std::size_t i = 0; i < count; ++i)
        slope[i] = slope_along_c(curve, powers.scan[i], linear[i]);

    // A stretch on which b = 0 is a plateau above every place with b > 0.
    const auto falls = [&](std::size_t i) { return slope[i] < 0 || linear[i].is_b_at_bound; };
    const auto rises = [&](std::size_t i) { return slope[i] >= 0 || linear[i].is_b_at_bound; };
    SearchResult best = result_of(powers, powers.scan[0].c, linear[0]);
    best.is_c_at_bound = true;
    const auto keep_better = [&](SearchResult found) {
        if (found.linear.fall > best.linear.fall) best = found;
    };
    SearchResult end = result_of(powers, powers.scan.back().c, linear.back());
    end.is_c_at_bound = true;
    keep_better(end);
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const bool is_plateau = linear[i].is_b_at_bound && linear[i + 1].is_b_at_bound;
        if (is_plateau || !falls(i) || !rises(i + 1)) continue;
        const Probe found = refine(curve, powers, slope, i);
        keep_better(result_of(powers, found.sums.c, found.linear));
    }
    return best;
}

// Half the slope of the sum of squares along s, t0 = first - exp(s).
double slope_along_s(const Curve& curve, const Powers& powers, const SearchResult& at,
                     double delay) {
    const auto nodes = curve.basis.axis.nodes();
    const auto weights = curve.basis.axis.weights();
    double slope = 0;
    for (std::size_t k = 0; k < nodes.size(); ++k) {
        const double p = std::exp(at.c * powers.log_ratio[k]);
        const double change = at.linear.b * at.c * p * delay / (nodes[k] + delay);
        const double fitted = at.linear.y0 + at.linear.a * curve.basis.tau[k] + at.linear.b * p;
        slope -= change * (curve.values[k] - weights[k] * fitted);
    }
    return slope;
}

SearchResult best_t0(const Curve& curve) {
    const auto& axis = curve.basis.axis;
    const auto& options = curve.options;
    const auto at_delay = [&](double delay, double* slope) {
        const auto powers =
            make_powers(curve.basis, axis.first() - delay, options.c_min, options.c_max);
        const SearchResult found = best_c(curve, powers);
        if (slope) *slope = slope_along_s(curve, powers, found, delay);
        return found;
    };
    // From a thousandth of the first step to ten times the whole length.
    constexpr int steps = 24;
    const double s_low = std::log(1e-3 * axis.first_step());
    const double s_high = std::log(10 * (axis.last() - axis.first()));
    SearchResult best = at_delay(0, nullptr);
    best.is_t0_at_bound = true;
    double s_before = 0, slope_before = 0;
    for (int i = 0; i <= steps; ++i) {
        const double s = s_low + (s_high - s_low) * i / steps;
        double slope = 0;
        SearchResult found = at_delay(std::exp(s), &slope);
        if (i > 0 && slope_before < 0 && slope >= 0) {
            const auto slope_at = [&](double at) {
                double value = 0;
                at_delay(std::exp(at), &value);
                return value;
            };
            const double root = bracketed_root(slope_at, s_before, slope_before, s, slope, 1e-12);
            const SearchResult inside = at_delay(std::exp(root), nullptr);
            if (inside.linear.fall > best.linear.fall) best = inside;
        }
        if (i == steps && slope < 0 && found.linear.fall > best.linear.fall) {
            best = found;
            best.is_t0_at_bound = true;
        }
        s_before = s;
        slope_before = slope;
    }
    return best;
}

}  // namespace

SearchResult search_linear_power(const Prepared& basis, std::span<const double> compressed,
                                 const LinearPowerOptions& options) {
    Curve curve{basis, compressed, options};
    for (std::size_t k = 0; k < compressed.size(); ++k) {
        curve.s1 += compressed[k];
        curve.st += compressed[k] * basis.tau[k];
    }
    if (options.t0_freedom == Freedom::fitted) return best_t0(curve);
    const bool is_prepared = options.t0 == basis.powers.t0 &&
                             options.c_min == basis.powers.scan.front().c &&
                             options.c_max == basis.powers.scan.back().c;
    if (is_prepared) return best_c(curve, basis.powers);
    return best_c(curve, make_powers(basis, options.t0, options.c_min, options.c_max));
}

}  // namespace sneddon
