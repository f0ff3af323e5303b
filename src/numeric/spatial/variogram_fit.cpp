#include "numeric/spatial/variogram_fit.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace sneddon {
namespace {

struct ClassPoint {
    double distance, gamma, pairs;
};

std::vector<ClassPoint> usable(std::span<const VariogramClass> classes,
                               const VariogramFitOptions& options) {
    std::vector<ClassPoint> points;
    for (const auto& c : classes) {
        const bool is_robust = options.estimator == VariogramEstimator::cressie_hawkins;
        const double gamma = is_robust ? c.cressie_hawkins : c.matheron;
        if (c.pairs >= options.fewest_pairs && c.distance > 0)
            points.push_back({c.distance, gamma, static_cast<double>(c.pairs)});
    }
    return points;
}

struct Model {
    double nugget = 0, partial_sill = 0, length = 0;

    double rise(double distance) const { return -std::expm1(-distance / length); }
    double at(double distance) const { return nugget + partial_sill * rise(distance); }
};

using Weights = std::vector<double>;

// Best nugget and partial sill of a given length, neither below zero.
Model with_length(double length, std::span<const ClassPoint> points, const Weights& weights) {
    Model model{0, 0, length};
    double sum_w = 0, mean_f = 0, mean_g = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        sum_w += weights[i];
        mean_f += weights[i] * model.rise(points[i].distance);
        mean_g += weights[i] * points[i].gamma;
    }
    mean_f /= sum_w;
    mean_g /= sum_w;
    double f_f = 0, f_g = 0, raw_f_f = 0, raw_f_g = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double f = model.rise(points[i].distance), g = points[i].gamma;
        f_f += weights[i] * (f - mean_f) * (f - mean_f);
        f_g += weights[i] * (f - mean_f) * (g - mean_g);
        raw_f_f += weights[i] * f * f;
        raw_f_g += weights[i] * f * g;
    }
    model.partial_sill = f_f > 0 ? std::max(0.0, f_g / f_f) : 0;
    model.nugget = mean_g - model.partial_sill * mean_f;
    if (model.nugget < 0) {
        model.nugget = 0;
        model.partial_sill = raw_f_g / raw_f_f;
    }
    return model;
}

double squares(const Model& model, std::span<const ClassPoint> points, const Weights& weights) {
    double total = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double residual = points[i].gamma - model.at(points[i].distance);
        total += weights[i] * residual * residual;
    }
    return total;
}

// d squares / d length up to a positive factor; the linear parameters are at their optimum, so
// their change drops out.
double slope_in_length(const Model& model, std::span<const ClassPoint> points,
                       const Weights& weights) {
    double total = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double h = points[i].distance;
        const double residual = points[i].gamma - model.at(h);
        total += weights[i] * residual * h * std::exp(-h / model.length);
    }
    return model.partial_sill * total;
}

// The length of least squares: the best of a grid in its logarithm, then the zero of the slope
// between its neighbours. The grid is fine enough for the one minimum such curves have.
Model best_model(std::span<const ClassPoint> points, const Weights& weights) {
    constexpr int steps = 80;
    const double shortest = points.front().distance / 8, longest = points.back().distance * 8;
    const auto length_of = [&](double step) {
        return shortest * std::pow(longest / shortest, step / steps);
    };
    int best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (int step = 0; step <= steps; ++step) {
        const Model model = with_length(length_of(step), points, weights);
        const double now = squares(model, points, weights);
        if (now < least) std::tie(least, best) = std::pair(now, step);
    }
    double low = length_of(std::max(best - 1, 0)), high = length_of(std::min(best + 1, steps));
    for (int halvings = 0; halvings < 200; ++halvings) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        const double slope = slope_in_length(with_length(middle, points, weights), points, weights);
        (slope < 0 ? low : high) = middle;
    }
    return with_length(low, points, weights);
}

bool is_settled(const Model& now, const Model& before, double sill) {
    const bool is_nugget_settled = std::abs(now.nugget - before.nugget) <= 1e-12 * sill;
    const bool is_sill_settled = std::abs(now.partial_sill - before.partial_sill) <= 1e-12 * sill;
    const bool is_length_settled = std::abs(now.length - before.length) <= 1e-12 * now.length;
    return is_nugget_settled && is_sill_settled && (is_length_settled || now.partial_sill == 0);
}

VariogramVerdict verdict_of(const Model& model, double pitch, double largest_distance) {
    if (model.partial_sill == 0 || model.length < pitch)
        return VariogramVerdict::range_shorter_than_pitch;
    if (model.length > largest_distance) return VariogramVerdict::range_beyond_distances;
    return VariogramVerdict::range_resolved;
}

}  // namespace

std::string_view words(VariogramVerdict verdict) {
    switch (verdict) {
        case VariogramVerdict::range_resolved:
            return "range resolved";
        case VariogramVerdict::range_shorter_than_pitch:
            return "range shorter than the pitch: not resolvable";
        case VariogramVerdict::range_beyond_distances:
            return "range beyond the largest distance: not resolvable";
        case VariogramVerdict::undetermined:
            break;
    }
    return "undetermined";
}

VariogramFit fit_exponential_variogram(std::span<const VariogramClass> classes,
                                       const VariogramFitOptions& options) {
    VariogramFit fit;
    const auto points = usable(classes, options);
    fit.classes = points.size();
    const bool has_zero =
        std::ranges::any_of(points, [](const ClassPoint& p) { return !(p.gamma > 0); });
    if (points.size() < 4 || has_zero || !(options.pitch > 0)) return fit;

    Weights weights;
    for (const auto& p : points) weights.push_back(p.pairs / (p.gamma * p.gamma));
    Model model = best_model(points, weights);
    for (int round = 0; round < 500; ++round) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double gamma = model.at(points[i].distance);
            weights[i] = points[i].pairs / (gamma * gamma);
        }
        const Model before = std::exchange(model, best_model(points, weights));
        const double sill = model.nugget + model.partial_sill;
        if (!is_settled(model, before, sill)) continue;
        fit.nugget = model.nugget;
        fit.partial_sill = model.partial_sill;
        if (model.partial_sill > 0) fit.correlation_length = model.length;
        fit.nugget_share = model.nugget / sill;
        fit.verdict = verdict_of(model, options.pitch, points.back().distance);
        return fit;
    }
    return fit;
}

}  // namespace sneddon
