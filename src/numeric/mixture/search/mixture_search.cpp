#include "numeric/mixture/search/mixture_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "numeric/mixture/mixture_statistics.hpp"
#include "numeric/mixture/search/candidate_runs.hpp"
#include "numeric/mixture/search/mixture_moves.hpp"

namespace sneddon {
namespace {

constexpr std::size_t small_passes = 120, middle_passes = 80;
constexpr std::size_t kept_for_middle = 16;
/// As many random starts again, so many times, while no regular optimum is as likely as that of one
/// component less: there is one unless all better ones are spikes.
constexpr std::size_t further_batches = 10;
/// Regular optima that are followed to the end, beginning with the most likely.
constexpr std::size_t enough_regular = 4;
/// Optima that are told apart on more rows than middle_rows, and the passes for it.
constexpr std::size_t kept_for_all = 3, all_passes = 100;
/// Then the best goes on alone, to a gradient of 1e-5 standard errors: what is left of the
/// likelihood is gradient^2 / (2 (1 - rate of EM)), 1e-6 nat even at a rate of 0.99995.
constexpr double large_gradient = 1e-5;
/// More than one in so many starts at an optimum that no other reached: about as many lead to those
/// that none has reached yet (Good 1953, the share of species not seen).
constexpr std::size_t starts_per_alone = 3;

Candidates first_candidates(const SearchSpace& space, std::size_t components,
                            const GaussianMixture* one_less, const FitMixtureOptions& options) {
    if (components == 1)
        return candidates_from({single_gaussian(space.first)}, StartFamily::k_means);
    Candidates candidates = made(space, components, 0, space.starts.count(), options);
    if (one_less != nullptr) {
        append(candidates, candidates_from(grown(*one_less, space.first), StartFamily::split));
        append(candidates,
               candidates_from(with_compact_group(*one_less, space.first), StartFamily::split));
    }
    append(candidates, given(space, components, options));
    return candidates;
}

double likelihood_of(const GaussianMixture* mixture, const Points& points, unsigned threads) {
    constexpr double lowest = -std::numeric_limits<double>::infinity();
    if (mixture == nullptr) return lowest;
    const auto statistics = collect_statistics(*mixture, points, threads);
    return statistics ? statistics->log_likelihood.value() : lowest;
}

/// The search for one number of components: first on few rows from many starts, then what is best
/// there on more rows.
class Search {
  public:
    Search(const SearchSpace& space, std::size_t components, const GaussianMixture* one_less,
           const FitMixtureOptions& options)
        : space_(space), components_(components), one_less_(one_less), options_(options) {
        em_.ridge = options.regularisation;
        em_.stop = options.stop;
        em_.gradient_tolerance = 1e-3;
    }

    MixtureSearch run() {
        const Points& all = space_.all.points;
        const bool is_large = space_.middle.has_value();
        on_first();
        const bool is_found_rarely = has_regular() && !is_settled();
        if (is_large) {
            on_middle(*space_.middle);
            on_all(all);
        } else if (space_.first.rows < all.rows) {
            on_middle(all);
        }
        EmOptions last = em_;
        last.gradient_tolerance = options_.gradient_tolerance;
        last.most_passes = EmOptions{}.most_passes;
        if (is_large) last.gradient_tolerance = std::fmax(last.gradient_tolerance, large_gradient);
        const std::size_t enough = is_large ? 1 : enough_regular;
        auto best = finish(all, candidates_, last, options_, enough);

        MixtureSearch result;
        result.starts = starts_;
        result.irregular_optima = irregular_;
        if (!best) {
            if (!candidates_.empty()) result.collapsed = candidates_[0].run.mixture;
            return result;
        }
        result.starts_at_best = best->starts;
        result.is_found_rarely = is_found_rarely || best->starts < options_.starts.wanted_at_best;
        result.has_fit = true;
        result.best = std::move(best->run);
        result.regularity = best->regularity;
        result.best_start = best->kind;
        return result;
    }

  private:
    /// Every start; more of the random ones while one component less is as likely; moves of the
    /// best fit while they help; more random ones again while few starts reached the best. A fit
    /// that is never chosen (too many parameters) is worth no more than the first of these.
    void on_first() {
        em_.most_passes = small_passes;
        const Points& rows = space_.first;
        begin(rows, first_candidates(space_, components_, one_less_, options_));
        if (components_ == 1) return;
        const bool is_choosable = !has_too_many_parameters(
            components_, rows.dimensions(), space_.all.points.total_weight(), options_.limits);
        const double to_beat = likelihood_of(one_less_, rows, 1);
        for (std::size_t n = 0; is_choosable && n < further_batches && !is_as_likely_as(to_beat);
             ++n)
            begin_random(rows);
        relocate(rows);
        for (std::size_t n = 0; is_choosable && n < options_.starts.repeat_batches; ++n) {
            if (!has_regular() || is_settled()) return;
            const Candidate best = candidates_[0];
            begin_random(rows);
            if (!is_same_optimum(candidates_[0], best, same_optimum_nats)) relocate(rows);
        }
    }

    void begin_random(const Points& rows) {
        const std::size_t batch = options_.starts.random_rows;
        // Beyond those of every search.
        begin(rows, made(space_, components_, space_.starts.count() + drawn_, batch, options_));
        drawn_ += batch;
    }

    void relocate(const Points& rows) {
        for (std::size_t round = 0; round < options_.starts.relocation_rounds; ++round) {
            if (!has_regular()) return;
            const Candidate best = candidates_[0];
            begin(rows, candidates_from(relocated(best.run.mixture), StartFamily::relocated));
            if (is_same_optimum(candidates_[0], best, same_optimum_nats)) return;
        }
    }

    /// Here k - 1 components grow once more: what sets such starts apart on few rows may be chance.
    void on_middle(const Points& rows) {
        go_on(rows, kept_for_middle, middle_passes);
        grow(rows);
    }

    void on_all(const Points& rows) {
        go_on(rows, kept_for_all, all_passes);
        if (!is_as_likely_as(likelihood_of(one_less_, rows, options_.threads))) grow(rows);
    }

    void grow(const Points& rows) {
        if (one_less_ != nullptr)
            begin(rows, candidates_from(grown(*one_less_, rows), StartFamily::split));
    }

    /// New starts, beside the candidates there are.
    void begin(const Points& rows, const Candidates& from) {
        auto reached = follow_all(rows, from, em_, options_);
        starts_ += from.size();
        for (const Candidate& candidate : reached)
            if (!candidate.regularity.is_regular()) ++irregular_;
        append(candidates_, std::move(reached));
        candidates_ = distinct(std::move(candidates_));
    }

    /// The best candidates on other rows.
    void go_on(const Points& rows, std::size_t kept, std::size_t passes) {
        candidates_.resize(std::min(candidates_.size(), kept));
        em_.most_passes = passes;
        candidates_ = distinct(follow_all(rows, candidates_, em_, options_));
    }

    bool has_regular() const {
        return !candidates_.empty() && candidates_[0].regularity.is_regular();
    }

    /// Enough starts reached the best, and few an optimum of their own.
    bool is_settled() const {
        std::size_t starts = 0, alone = 0;
        for (const Candidate& candidate : candidates_) {
            if (!candidate.regularity.is_regular()) continue;
            starts += candidate.starts;
            alone += candidate.starts == 1;
        }
        return candidates_[0].starts >= options_.starts.wanted_at_best &&
               starts_per_alone * alone <= starts;
    }

    bool is_as_likely_as(double log_likelihood) const {
        return has_regular() && candidates_[0].run.log_likelihood >= log_likelihood;
    }

    const SearchSpace& space_;
    const std::size_t components_;
    const GaussianMixture* one_less_;
    const FitMixtureOptions& options_;
    EmOptions em_;
    Candidates candidates_;  ///< distinct, the best first
    std::size_t starts_ = 0, irregular_ = 0;
    std::size_t drawn_ = 0;  ///< random starts beyond those of every search
};

}  // namespace

MixtureSearch search_mixture(const SearchSpace& space, std::size_t components,
                             const GaussianMixture* one_less, const FitMixtureOptions& options) {
    return Search(space, components, one_less, options).run();
}

}  // namespace sneddon
