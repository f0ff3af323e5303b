#include "sneddon/numeric/em.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "em_step.hpp"
#include "sneddon/numeric/mixture_statistics.hpp"

namespace sneddon {
namespace {

/// A mixture, its likelihood, and where the EM step leads.
struct Iterate {
    GaussianMixture mixture;
    GaussianMixture next;
    double log_likelihood = 0;
    double delta = 0;
};

std::optional<Iterate> evaluate_iterate(const Points& points, const GaussianMixture& mixture,
                                        double total_weight, const EmOptions& options) {
    const auto statistics =
        collect_statistics(mixture, points, options.threads, options.smallest_pivot);
    if (!statistics) return std::nullopt;
    auto next = maximise(*statistics, options.ridge);
    if (!next) return std::nullopt;
    const double delta = step_length(mixture, *next, total_weight);
    return Iterate{mixture, std::move(*next), statistics->log_likelihood.value(), delta};
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

/// Close to the maximum the likelihood's own rounding hides its growth; there the gradient decides.
bool is_progress(const Iterate& candidate, const Iterate& reference) {
    const double rounding = 1e-13 * (1 + std::fabs(reference.log_likelihood));
    const double gain = candidate.log_likelihood - reference.log_likelihood;
    return gain > rounding || (gain >= -rounding && candidate.delta <= reference.delta);
}

class Ascent {
  public:
    Ascent(const Points& points, const EmOptions& options)
        : points_(points), options_(options), total_weight_(points.total_weight()) {}

    EmResult run(const GaussianMixture& start) {
        result_.mixture = start;
        result_.log_likelihood = -std::numeric_limits<double>::infinity();
        auto current = step_to(start);
        while (current && accept(*current)) current = advance(*current);
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
        else if (options_.stop.stop_requested())
            result_.end = EmEnd::stopped;
        else
            return true;
        return false;
    }

    double tolerance() const {
        return result_.passes < options_.slow_passes
                   ? options_.gradient_tolerance
                   : std::fmax(options_.gradient_tolerance, options_.slow_tolerance);
    }

    /// The next iterate; none when the mixture collapses (result_.end already says so).
    std::optional<Iterate> advance(const Iterate& zero) {
        auto one = step_to(zero.next);
        if (!one || options_.acceleration == Acceleration::none) return one;
        if (one->delta <= tolerance() || !accept(*one)) return one;
        if (const auto far = extrapolate(zero, *one, longest_step_)) {
            auto candidate = step_to(*far);
            if (candidate && is_progress(*candidate, *one)) return candidate;
            longest_step_ = std::fmax(4.0, longest_step_ / 4);
        }
        return step_to(one->next);
    }

    const Points& points_;
    const EmOptions& options_;
    const double total_weight_;
    double longest_step_ = 4;
    EmResult result_;
};

}  // namespace

EmResult run_em(const Points& points, const GaussianMixture& start, const EmOptions& options) {
    return Ascent(points, options).run(start);
}

}  // namespace sneddon
