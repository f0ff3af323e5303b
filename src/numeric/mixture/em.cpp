#include "numeric/mixture/em.hpp"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "numeric/least_squares/quasi_newton.hpp"
#include "numeric/mixture/climb/mixture_chart.hpp"
#include "numeric/mixture/climb/mixture_curvature.hpp"
#include "numeric/mixture/em_step.hpp"
#include "numeric/mixture/mixture_statistics.hpp"
#include "numeric/sum/vector_algebra.hpp"

namespace sneddon {
namespace {

/// Passes of EM with extrapolation before a climb by curvature, and after one that failed.
constexpr std::size_t passes_before_climb = 24;
/// Pairs of steps that a climb remembers: all of them for a few components.
constexpr std::size_t climb_memory = 60;
/// After so many what is known of the curvature is asked again.
constexpr std::size_t passes_per_curvature = 16;
/// Added to a curvature where others tell it, whose flat directions are not these, and where the
/// rows themselves do.
constexpr double others_damping = 1e-4, own_damping = 1e-8;
/// The longest step of a climb, see MixtureChart::largest_change: of a logarithm, and of a moment.
constexpr double longest_change = 1, longest_change_of_moments = 0.5;

/// A mixture, what a pass over the data says about it, and where the EM step leads.
struct Iterate {
    GaussianMixture mixture;
    GaussianMixture next;
    MixtureStatistics statistics;
    double log_likelihood = 0;
    double delta = 0;
};

std::optional<Iterate> evaluate_iterate(const Points& points, const GaussianMixture& mixture,
                                        double total_weight, const EmOptions& options) {
    auto statistics = collect_statistics(mixture, points, options.threads, options.smallest_pivot);
    if (!statistics) return std::nullopt;
    auto next = maximise(*statistics, options.ridge);
    if (!next) return std::nullopt;
    const double delta = step_length(mixture, *next, total_weight);
    const double log_likelihood = statistics->log_likelihood.value();
    return Iterate{mixture, std::move(*next), std::move(*statistics), log_likelihood, delta};
}

/// theta_0 - 2 alpha r + alpha^2 v with r = theta_1 - theta_0, v = theta_2 - 2 theta_1 + theta_0,
/// alpha = -|r| / |v| <= -1, at least -longest. None if a mixture on the way is singular.
std::optional<GaussianMixture> extrapolate(const Iterate& zero, const Iterate& one,
                                           double& longest) {
    const auto p0 = to_free_parameters(zero.mixture), p1 = to_free_parameters(one.mixture),
               p2 = to_free_parameters(one.next);
    if (!p0 || !p1 || !p2) return std::nullopt;
    double r2 = 0, v2 = 0;
    for (std::size_t i = 0; i < p0->size(); ++i) {
        const double r = (*p1)[i] - (*p0)[i], v = (*p2)[i] - (*p1)[i] - r;
        r2 += r * r;
        v2 += v * v;
    }
    if (!(v2 > 0)) return std::nullopt;
    const double length = std::fmax(1.0, std::sqrt(r2 / v2));
    const double step = std::fmin(length, longest);
    if (length >= longest) longest *= 4;
    std::vector<double> p(p0->size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double r = (*p1)[i] - (*p0)[i], v = (*p2)[i] - (*p1)[i] - r;
        p[i] = (*p0)[i] + 2 * step * r + step * step * v;
        if (!std::isfinite(p[i])) return std::nullopt;
    }
    return from_free_parameters(p, zero.mixture.components(), zero.mixture.dimensions);
}

double rounding_of(const Iterate& iterate) {
    return 1e-13 * (1 + std::fabs(iterate.log_likelihood));
}

/// Close to the maximum the likelihood's own rounding hides its growth; there the gradient decides.
bool is_progress(const Iterate& candidate, const Iterate& reference) {
    const double rounding = rounding_of(reference);
    const double gain = candidate.log_likelihood - reference.log_likelihood;
    return gain > rounding || (gain >= -rounding && candidate.delta <= reference.delta);
}

/// A climb in the coordinates of one chart, and what it has learned of the curvature.
struct Climb {
    MixtureChart chart;
    QuasiNewton curvature;
    std::vector<double> x, gradient;

    void go_to(std::vector<double> new_x, std::vector<double> new_gradient) {
        curvature.learn(moved(new_x, -1, x), moved(new_gradient, -1, gradient));
        x = std::move(new_x);
        gradient = std::move(new_gradient);
    }
};

/// Whether a step of a climb is worth taking: it gains a share of what the slope promised, or,
/// where rounding hides the gain, the slope along it (as a part of that at its beginning) has
/// fallen.
bool is_rise(const Iterate& candidate, const Iterate& reference, double promised,
             double slope_left) {
    const double gain = candidate.log_likelihood - reference.log_likelihood;
    return gain >= 1e-4 * promised ||
           (gain >= -rounding_of(reference) && std::fabs(slope_left) < 0.9);
}

class Ascent {
  public:
    Ascent(const Points& points, const EmOptions& options)
        : points_(points),
          options_(options),
          total_weight_(options.total_weight ? *options.total_weight : points.total_weight()),
          others_(options.curvature),
          next_climb_(others_ != nullptr || options.like != nullptr ? 0 : passes_before_climb) {}

    EmResult run(const GaussianMixture& start) {
        result_.mixture = start;
        result_.log_likelihood = -std::numeric_limits<double>::infinity();
        auto current = step_to(start);
        while (current && accept(*current)) current = next_after(*current);
        if (climb_)
            result_.left_nats =
                0.5 * dot(climb_->curvature.step(climb_->gradient), climb_->gradient);
        return std::move(result_);
    }

  private:
    std::optional<Iterate> step_to(const GaussianMixture& mixture) {
        ++result_.passes;
        return evaluate_iterate(points_, mixture, total_weight_, options_);
    }

    /// Records the iterate; whether the ascent goes on.
    bool accept(const Iterate& iterate) {
        result_.mixture = iterate.mixture;
        result_.log_likelihood = iterate.log_likelihood;
        result_.delta = iterate.delta;
        result_.log_likelihoods.push_back(iterate.log_likelihood);
        result_.end = EmEnd::collapsed;
        if (iterate.delta <= tolerance())
            result_.end = EmEnd::converged;
        else if (result_.passes >= options_.most_passes)
            result_.end = EmEnd::out_of_passes;
        else if (options_.stop.requested())
            result_.end = EmEnd::stopped;
        else
            return true;
        return false;
    }

    double longest_step() const {
        return options_.chart == ChartKind::moments ? longest_change_of_moments : longest_change;
    }

    double tolerance() const {
        return result_.passes < options_.slow_passes
                   ? options_.gradient_tolerance
                   : std::fmax(options_.gradient_tolerance, options_.slow_tolerance);
    }

    std::optional<Iterate> next_after(const Iterate& current) {
        if (options_.acceleration == Acceleration::quasi_newton && options_.ridge == 0 &&
            result_.passes >= next_climb_)
            if (auto next = climb(current)) return next;
        return advance(current);
    }

    /// A step along the gradient, bent by the curvature learned so far; none if it leads nowhere.
    std::optional<Iterate> climb(const Iterate& current) {
        if (climb_ && result_.passes >= end_of_climb_) climb_.reset();
        if (!climb_ && !begin_climb(current)) return std::nullopt;
        const auto step = climb_->curvature.step(climb_->gradient);
        const double slope = dot(step, climb_->gradient);
        const double change = climb_->chart.largest_change(step);
        const double longest = longest_step();
        double share = change > longest ? longest / change : 1;
        for (int attempt = 0; slope > 0 && attempt < 6; ++attempt) {
            auto x = moved(climb_->x, share, step);
            const auto there = climb_->chart.mixture(x);
            auto candidate = there ? step_to(*there) : std::nullopt;
            if (!candidate) {
                share /= 4;
                continue;
            }
            auto gradient = climb_->chart.gradient(x, candidate->statistics);
            if (is_rise(*candidate, current, share * slope, dot(step, gradient) / slope)) {
                climb_->go_to(std::move(x), std::move(gradient));
                return candidate;
            }
            // The top of the parabola through both values and the slope.
            const double gain = candidate->log_likelihood - current.log_likelihood;
            const double top = 0.5 * share * share * slope / (share * slope - gain);
            share = std::fmin(0.5 * share, std::fmax(0.1 * share, top));
        }
        climb_.reset();
        next_climb_ = result_.passes + passes_before_climb;
        return std::nullopt;
    }

    bool begin_climb(const Iterate& current) {
        auto chart = MixtureChart::around(current.mixture, total_weight_, options_.chart);
        if (!chart) return false;
        std::vector<double> x(chart->size(), 0);
        auto gradient = chart->gradient(x, current.statistics);
        auto curvature = known_curvature(current, *chart, gradient);
        climb_.emplace(
            Climb{std::move(*chart), std::move(curvature), std::move(x), std::move(gradient)});
        end_of_climb_ = options_.like != nullptr ? result_.passes + passes_per_curvature
                                                 : std::numeric_limits<std::size_t>::max();
        return true;
    }

    QuasiNewton known_curvature(const Iterate& current, const MixtureChart& chart,
                                const std::vector<double>& gradient) {
        if (options_.like != nullptr) {
            auto inverse =
                curvature_of(asked_++ == 0 ? *options_.like : points_, current, chart, gradient);
            if (!inverse.empty()) return {climb_memory, std::move(inverse)};
        }
        // Where that of others leads nowhere it is not asked again.
        if (const auto* others = std::exchange(others_, nullptr))
            return {climb_memory, others->inverse};
        return QuasiNewton(climb_memory);
    }

    /// Inverse curvature, damped until it is positive and its step is not too long.
    std::vector<double> curvature_of(const Points& rows, const Iterate& current,
                                     const MixtureChart& chart,
                                     const std::vector<double>& gradient) {
        const auto falls = falling_curvature(rows, current.mixture, options_.threads);
        if (!falls) return {};
        const std::size_t n = chart.size();
        double damping = &rows == &points_ ? own_damping : others_damping;
        for (; damping <= 1; damping *= 8) {
            auto inverse = damped_inverse(*falls, n, damping);
            if (inverse.empty()) continue;
            std::vector<double> step(n, 0);
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j < n; ++j) step[i] += inverse[i * n + j] * gradient[j];
            if (chart.largest_change(step) <= longest_step()) return inverse;
        }
        return {};
    }

    /// The next iterate; none when the mixture collapses (result_.end already says so).
    std::optional<Iterate> advance(const Iterate& zero) {
        auto one = step_to(zero.next);
        if (!one || options_.acceleration == Acceleration::none) return one;
        if (one->delta <= tolerance() || !accept(*one)) return one;
        if (const auto far = extrapolate(zero, *one, longest_extrapolation_)) {
            auto candidate = step_to(*far);
            if (candidate && is_progress(*candidate, *one)) return candidate;
            longest_extrapolation_ = std::fmax(4.0, longest_extrapolation_ / 4);
        }
        return step_to(one->next);
    }

    const Points& points_;
    const EmOptions& options_;
    const double total_weight_;
    double longest_extrapolation_ = 4;
    std::optional<Climb> climb_;
    const MixtureCurvature* others_;
    std::size_t next_climb_, end_of_climb_ = 0, asked_ = 0;
    EmResult result_;
};

}  // namespace

std::optional<MixtureCurvature> curvature_around(const Points& points,
                                                 const GaussianMixture& mixture, unsigned threads) {
    constexpr double step = 0.1;    // of a standard error
    constexpr double least = 1e-4;  // flatter directions are left to what the climb learns
    const auto chart = MixtureChart::around(mixture, points.total_weight());
    if (!chart) return std::nullopt;
    MixtureCurvature found{mixture, {}};
    found.inverse = inverse_curvature(
        chart->size(),
        [&](const std::vector<double>& x) {
            const auto there = chart->mixture(x);
            const auto statistics =
                there ? collect_statistics(*there, points, threads) : std::nullopt;
            return statistics ? chart->gradient(x, *statistics) : std::vector<double>();
        },
        step, least);
    if (found.inverse.empty()) return std::nullopt;
    return found;
}

EmResult run_em(const Points& points, const GaussianMixture& start, const EmOptions& options) {
    return Ascent(points, options).run(start);
}

}  // namespace sneddon
