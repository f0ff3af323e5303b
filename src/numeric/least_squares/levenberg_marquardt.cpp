#include "numeric/least_squares/levenberg_marquardt.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "base/nan.hpp"
#include "numeric/least_squares/householder.hpp"
#include "numeric/sum/vector_algebra.hpp"

namespace sneddon {
namespace {

// Residuals and Jacobian (column by column) at one set of parameters.
struct Place {
    std::vector<double> parameters, residuals, columns;
    double ssr = 0;
    bool is_finite = false;
};

Place evaluate(const ResidualFunction& function, std::vector<double> parameters, std::size_t n) {
    const std::size_t p = parameters.size();
    Place place{std::move(parameters), std::vector<double>(n), std::vector<double>(n * p)};
    std::vector<double> rows(n * p);
    function(place.parameters, place.residuals, rows);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < p; ++j) place.columns[j * n + i] = rows[i * p + j];
    for (const double r : place.residuals) place.ssr += r * r;
    place.is_finite = std::isfinite(place.ssr) &&
                      std::ranges::all_of(rows, [](double x) { return std::isfinite(x); });
    return place;
}

double norm(std::span<const double> v) {
    double square = 0;
    for (const double x : v) square += x * x;
    return std::sqrt(square);
}

// The largest cosine between the residuals and a column; 0 for residuals that are zero.
double gradient_cosine(const Place& place) {
    const std::size_t n = place.residuals.size();
    const double length = norm(place.residuals);
    if (length == 0) return 0;
    double largest = 0;
    for (std::size_t j = 0; j < place.parameters.size(); ++j) {
        const auto column = std::span(place.columns).subspan(j * n, n);
        double dot = 0;
        for (std::size_t i = 0; i < n; ++i) dot += column[i] * place.residuals[i];
        const double scale = norm(column) * length;
        if (scale > 0) largest = std::max(largest, std::abs(dot) / scale);
    }
    return largest;
}

struct Factored {
    HouseholderQr qr;
    std::vector<double> rotated;  ///< first p entries of Q' r
};

Factored factor(const Place& place) {
    const std::size_t n = place.residuals.size(), p = place.parameters.size();
    Factored f{HouseholderQr(place.columns, n, p), place.residuals};
    f.qr.apply_q_transpose(f.rotated);
    f.rotated.resize(p);
    return f;
}

// Minimises |R s + q|^2 + damping |D s|^2.
std::vector<double> damped_step(const Factored& f, std::span<const double> scale, double damping) {
    const std::size_t p = scale.size();
    std::vector<double> stacked(2 * p * p), right(2 * p);
    for (std::size_t j = 0; j < p; ++j) {
        for (std::size_t i = 0; i <= j; ++i) stacked[j * 2 * p + i] = f.qr.r(i, j);
        stacked[j * 2 * p + p + j] = std::sqrt(damping) * scale[j];
        right[j] = -f.rotated[j];
    }
    const HouseholderQr qr(std::move(stacked), 2 * p, p);
    qr.apply_q_transpose(right);
    return qr.solve_r(right);
}

std::vector<double> undamped_step(const Factored& f) {
    std::vector<double> right(f.rotated);
    for (double& x : right) x = -x;
    return f.qr.solve_r(right);
}

double relative_size(std::span<const double> step, std::span<const double> parameters) {
    double largest = 0;
    for (std::size_t j = 0; j < step.size(); ++j)
        largest = std::max(largest, std::abs(step[j]) / std::abs(parameters[j]));
    return largest;  // NaN-free: 0/0 compares false and is dropped by max
}

// How much the linear model says the sum of squares falls.
double predicted_fall(const Factored& f, std::span<const double> step) {
    double before = 0, after = 0;
    for (std::size_t i = 0; i < step.size(); ++i) {
        double row = f.rotated[i];
        for (std::size_t j = i; j < step.size(); ++j) row += f.qr.r(i, j) * step[j];
        before += f.rotated[i] * f.rotated[i];
        after += row * row;
    }
    return before - after;
}

struct Descent {
    Place place;
    int steps = 0;
    bool hit_limit = false;
};

Descent descend(const ResidualFunction& function, Place start, double damping,
                const LevenbergMarquardtOptions& options) {
    Descent descent{std::move(start)};
    const std::size_t n = descent.place.residuals.size(), p = descent.place.parameters.size();
    std::vector<double> scale(p, 0.0);
    double growth = 2;
    Factored f = factor(descent.place);
    bool is_new = true;
    for (; descent.steps < options.max_steps; ++descent.steps) {
        const Place& here = descent.place;
        if (is_new) {
            for (std::size_t j = 0; j < p; ++j)
                scale[j] = std::max(scale[j], norm(std::span(here.columns).subspan(j * n, n)));
            if (gradient_cosine(here) <= options.gradient_tolerance) return descent;
        }
        const auto step = damped_step(f, scale, damping);
        // Steps this short, or damping this strong, change nothing any more.
        if (relative_size(step, here.parameters) < 1e-15 || damping > 1e30) return descent;
        Place candidate = evaluate(function, moved(here.parameters, 1, step), n);
        const double gain = (here.ssr - candidate.ssr) / predicted_fall(f, step);
        is_new = candidate.is_finite && gain > 0;
        if (is_new) {
            descent.place = std::move(candidate);
            f = factor(descent.place);
            // Nielsen (1999, IMM-REP-1999-05): a gain near 1 divides by 3, a poor one multiplies.
            damping *= std::max(1.0 / 3, 1 - std::pow(2 * gain - 1, 3));
            growth = 2;
        } else {
            damping *= growth;
            growth *= 2;
        }
    }
    descent.hit_limit = true;
    return descent;
}

// A sum of squares is flat at its minimum: its digits end at sqrt(eps) of the parameters, those of
// the gradient at eps. Undamped steps while they bring the gradient closer to zero.
void polish(const ResidualFunction& function, Place& place) {
    for (int i = 0; i < 20; ++i) {
        const auto step = undamped_step(factor(place));
        Place candidate =
            evaluate(function, moved(place.parameters, 1, step), place.residuals.size());
        if (!candidate.is_finite || candidate.ssr > place.ssr * (1 + 1e-6)) return;
        if (!(gradient_cosine(candidate) < gradient_cosine(place))) return;
        place = std::move(candidate);
    }
}

LeastSquaresEnd judged_end(const Descent& descent, double tolerance) {
    if (gradient_cosine(descent.place) <= tolerance) return LeastSquaresEnd::gradient_zero;
    const auto step = undamped_step(factor(descent.place));
    const bool is_finite = std::ranges::all_of(step, [](double x) { return std::isfinite(x); });
    if (is_finite && relative_size(step, descent.place.parameters) < 1e-10)
        return LeastSquaresEnd::step_below_rounding;
    return descent.hit_limit ? LeastSquaresEnd::step_limit : LeastSquaresEnd::stalled;
}

void add_uncertainty(const Place& place, LevenbergMarquardtResult& result) {
    const std::size_t n = place.residuals.size(), p = place.parameters.size();
    result.covariance.assign(p * p, nan);
    result.standard_errors.assign(p, nan);
    if (n <= p) return;
    const auto inverse = factor(place).qr.inverse_gram();
    if (!std::ranges::all_of(inverse, [](double x) { return std::isfinite(x); })) return;
    const double variance = place.ssr / static_cast<double>(n - p);
    for (std::size_t i = 0; i < p * p; ++i) result.covariance[i] = inverse[i] * variance;
    for (std::size_t j = 0; j < p; ++j)
        result.standard_errors[j] = std::sqrt(result.covariance[j * p + j]);
}

}  // namespace

std::string_view words(LeastSquaresEnd end) {
    switch (end) {
        case LeastSquaresEnd::gradient_zero:
            return "the gradient is zero";
        case LeastSquaresEnd::step_below_rounding:
            return "the next step is below rounding";
        case LeastSquaresEnd::stalled:
            return "no step lowers the sum of squares";
        case LeastSquaresEnd::step_limit:
            return "the limit of steps was reached";
        case LeastSquaresEnd::start_not_finite:
            return "the model is not finite at the start";
    }
    return "";
}

LevenbergMarquardtResult levenberg_marquardt(const ResidualFunction& function,
                                             std::span<const double> start,
                                             std::size_t residual_count,
                                             const LevenbergMarquardtOptions& options) {
    assert(residual_count >= start.size() && !start.empty());
    LevenbergMarquardtResult result;
    const Place first = evaluate(function, {start.begin(), start.end()}, residual_count);
    if (!first.is_finite) {
        result.parameters = first.parameters;
        result.ssr = first.ssr;
        return result;
    }
    Descent best;
    best.place.ssr = std::numeric_limits<double>::infinity();
    int steps = 0;
    for (const double damping : options.first_dampings) {
        Descent descent = descend(function, first, damping, options);
        steps += descent.steps;
        // Equal optima differ by rounding only: the first of them is kept.
        if (descent.place.ssr < best.place.ssr * (1 - 1e-9)) best = std::move(descent);
    }
    polish(function, best.place);
    result.end = judged_end(best, options.gradient_tolerance);
    result.parameters = best.place.parameters;
    result.ssr = best.place.ssr;
    result.gradient_cosine = gradient_cosine(best.place);
    result.steps = steps;
    add_uncertainty(best.place, result);
    return result;
}

}  // namespace sneddon
