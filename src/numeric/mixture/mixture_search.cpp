#include "numeric/mixture/mixture_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/ordered_parallel.hpp"
#include "numeric/mixture/mixture_candidates.hpp"
#include "numeric/mixture/mixture_moves.hpp"
#include "numeric/mixture/mixture_statistics.hpp"

namespace sneddon {
namespace {

constexpr std::size_t small_passes = 120, middle_passes = 80;
constexpr std::size_t kept_for_middle = 16;
/// On cells starts race: after so many passes the more likely half goes on, in the end one in six,
/// and these for so many passes.
constexpr std::size_t lap_passes = 4, laps = 3, first_passes = 40;
constexpr std::size_t starts_per_winner = 6, fewest_winners = 8;
/// Optima of one cloud of cells that go on to the next, and to all rows, which alone tell apart the
/// few nats between optima that describe noise.
constexpr std::size_t kept_for_small = 5, kept_for_middle_cells = 4, kept_for_rows = 8;
/// Passes of the last cells, to their own end, and of all rows, before and after the worst go.
constexpr std::size_t cell_passes = 400, rows_race_passes = 12, rows_passes = 30;
/// Components that are inserted where the likelihood gains most, and in place of each other.
constexpr std::size_t inserted = 12, replacements = 1;
/// As many random starts again, so many times, while no regular optimum is as likely as that of one
/// component less: there is one unless all better ones are spikes.
constexpr std::size_t further_batches = 10;
/// Regular optima that are followed to the end, beginning with the most likely.
constexpr std::size_t enough_regular = 4;
/// Optima that are told apart on more rows than middle_rows, and the passes for it.
constexpr std::size_t kept_for_all = 3, all_passes = 100;
/// Of these, those that cannot become the best any more are left behind: not even with so many
/// times what the curvature promises them, and a nat.
constexpr double hope = 4;
/// Then the best goes on alone, to a gradient of 1e-5 standard errors: what is left of the
/// likelihood is gradient^2 / (2 (1 - rate of EM)), 1e-6 nat even at a rate of 0.99995.
constexpr double large_gradient = 1e-5;
/// More than one in so many starts at an optimum that no other reached: about as many lead to those
/// that none has reached yet (Good 1953, the share of species not seen).
constexpr std::size_t starts_per_alone = 3;

Candidate follow(const Points& points, const Candidate& from, const EmOptions& em,
                 const FitMixtureOptions& options) {
    Candidate to = from;
    to.run = run_em(points, from.run.mixture, em);
    to.run.passes += from.run.passes;
    to.regularity = assess_regularity(to.run.mixture, *em.total_weight, options.limits);
    // A run that collapsed was on its way to a spike, wherever it was stopped.
    if (to.run.end == EmEnd::collapsed) to.regularity.is_spike = true;
    return to;
}

/// The candidates followed on other rows: side by side, or one after the other on all threads when
/// a single pass is worth sharing. Saddles are left out.
Candidates follow_all(const Points& points, const Candidates& from, EmOptions em,
                      const FitMixtureOptions& options) {
    const bool share_passes = points.rows > middle_rows;
    em.threads = share_passes ? options.threads : 1;
    em.total_weight = points.total_weight();
    Candidates reached;
    ordered_parallel(
        from.size(), share_passes ? 1 : options.threads, options.stop,
        [&](std::size_t i) { return follow(points, from[i], em, options); },
        [&](std::size_t, Candidate candidate) {
            if (!has_twins(candidate.run.mixture)) reached.push_back(std::move(candidate));
        });
    return reached;
}

/// Starts `first`, first + 1, ...
Candidates made(const SearchSpace& space, std::size_t components, std::size_t first,
                std::size_t count, const FitMixtureOptions& options) {
    Candidates candidates;
    ordered_parallel(
        count, options.threads, Stop(),
        [&](std::size_t i) { return space.starts.make(components, first + i); },
        [&](std::size_t i, GaussianMixture mixture) {
            candidates.push_back(candidate_from(std::move(mixture), space.starts.kind(first + i)));
        });
    return candidates;
}

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
    for (const GaussianMixture& mixture : options.given_starts)
        if (mixture.components() == components)
            candidates.push_back(candidate_from(to_standardised(mixture, space.all),
                                                {StartFamily::given, StartSpace::standardised}));
    return candidates;
}

/// Follows candidates to the end until enough of them are regular; the best of them.
std::optional<Candidate> finish(const Points& points, const Candidates& candidates,
                                const EmOptions& em, const FitMixtureOptions& options,
                                std::size_t enough) {
    std::optional<Candidate> best;
    std::size_t regular = 0;
    for (std::size_t first = 0; first < candidates.size() && regular < enough; first += enough) {
        const std::size_t last = std::min(first + enough, candidates.size());
        const auto begin = candidates.begin();
        const Candidates group(begin + static_cast<std::ptrdiff_t>(first),
                               begin + static_cast<std::ptrdiff_t>(last));
        for (Candidate& candidate : follow_all(points, group, em, options)) {
            // The likelihood of a collapsing run is that of the moment it was stopped: no number.
            if (candidate.run.end == EmEnd::collapsed) continue;
            if (candidate.regularity.is_regular()) ++regular;
            // Candidates that met at one optimum: the first stays, so that rounding cannot choose.
            if (best && is_same_optimum(candidate, *best, 1e-6))
                best->starts += candidate.starts;
            else if (!best || is_better(candidate, *best))
                best = std::move(candidate);
        }
    }
    return best;
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
        if (space_.small) em_.chart = ChartKind::moments;
    }

    MixtureSearch run() {
        const Points& all = space_.all.points;
        const bool is_large = space_.middle.has_value();
        on_first();
        if (space_.small) on_small(*space_.small);
        const bool is_found_rarely = has_regular() && !is_settled();
        if (is_large)
            on_middle(*space_.middle, space_.small ? kept_for_middle_cells : kept_for_middle);
        else if (!space_.small && space_.first.rows < all.rows)
            on_middle(all, kept_for_middle);
        if (is_large || space_.small) on_all(all);
        EmOptions last = em_;
        last.gradient_tolerance = options_.gradient_tolerance;
        last.most_passes = EmOptions{}.most_passes;
        if (is_large) last.gradient_tolerance = std::fmax(last.gradient_tolerance, large_gradient);
        const std::size_t enough = is_large || space_.small ? 1 : enough_regular;
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
        em_.most_passes = space_.small ? first_passes : small_passes;
        const Points& rows = space_.first;
        begin(rows, first_candidates(space_, components_, one_less_, options_));
        if (components_ == 1) return;
        const bool is_choosable = !has_too_many_parameters(
            components_, rows.dimensions(), space_.all.points.total_weight(), options_.limits);
        const double to_beat = likelihood_of(one_less_, rows, 1);
        const std::size_t further = space_.small ? 1 : further_batches;
        for (std::size_t n = 0; is_choosable && n < further && !is_as_likely_as(to_beat); ++n)
            begin_random(rows);
        const std::size_t asked = options_.starts.repeat_batches;
        const std::size_t repeat_batches = space_.small ? std::min<std::size_t>(asked, 1) : asked;
        if (!space_.small) relocate(rows);
        for (std::size_t n = 0; is_choosable && n < repeat_batches; ++n) {
            if (!has_regular() || is_settled()) return;
            const Candidate best = candidates_[0];
            begin_random(rows);
            if (!space_.small && !is_same_optimum(candidates_[0], best, same_optimum_nats))
                relocate(rows);
        }
    }

    /// Many cells tell where a component is missing; of few rows every place is tried.
    std::vector<GaussianMixture> moves_of(const GaussianMixture& mixture,
                                          const Points& rows) const {
        return space_.small ? with_replaced(mixture, rows, replacements, options_.threads)
                            : relocated(mixture);
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
            begin(rows, candidates_from(moves_of(best.run.mixture, rows), StartFamily::relocated));
            if (is_same_optimum(candidates_[0], best, same_optimum_nats)) return;
        }
    }

    void on_small(const Points& cells) {
        em_.like = &cells;
        go_on(cells, kept_for_small, first_passes);
        insert(cells);
        if (components_ > 1) relocate(cells);
    }

    void insert(const Points& cells) {
        if (one_less_ == nullptr) return;
        auto starts = with_inserted(*one_less_, cells, inserted, options_.threads);
        std::ranges::move(grown(*one_less_, cells), std::back_inserter(starts));
        begin(cells, candidates_from(std::move(starts), StartFamily::split));
    }

    /// Here k - 1 components grow once more: what sets such starts apart on few rows may be chance.
    void on_middle(const Points& rows, std::size_t kept) {
        em_.like = nullptr;
        go_on(rows, kept, middle_passes);
        if (space_.small)
            insert(rows);
        else
            grow(rows);
    }

    void on_all(const Points& rows) {
        if (space_.small) {
            const std::size_t kept = space_.middle ? kept_for_all : kept_for_rows;
            em_.like = &finest_cells();
            go_on(finest_cells(), kept, cell_passes);
            go_on(rows, kept, rows_race_passes);
            leave_hopeless();
        }
        go_on(rows, kept_for_all, space_.small ? rows_passes : all_passes);
        if (!is_as_likely_as(likelihood_of(one_less_, rows, options_.threads))) grow(rows);
    }

    void leave_hopeless() {
        if (!has_regular()) return;
        const double best = candidates_[0].run.log_likelihood;
        std::erase_if(candidates_, [&](const Candidate& candidate) {
            const EmResult& run = candidate.run;
            const double left = run.end == EmEnd::converged ? 0 : run.left_nats;
            return !candidate.regularity.is_regular() ||
                   run.log_likelihood + hope * left + 1 < best;
        });
    }

    void grow(const Points& rows) {
        if (one_less_ != nullptr)
            begin(rows, candidates_from(grown(*one_less_, rows), StartFamily::split));
    }

    /// New starts, beside the candidates there are.
    void begin(const Points& rows, const Candidates& from) {
        auto reached = space_.small ? race(rows, from) : follow_all(rows, from, em_, options_);
        starts_ += from.size();
        for (const Candidate& candidate : reached)
            if (!candidate.regularity.is_regular()) ++irregular_;
        append(candidates_, std::move(reached));
        candidates_ = distinct(std::move(candidates_));
    }

    Candidates race(const Points& rows, const Candidates& from) const {
        EmOptions lap = em_;
        lap.most_passes = lap_passes;
        lap.like = nullptr;  // far from an optimum its curvature leads nowhere
        const std::size_t winners = std::max(fewest_winners, from.size() / starts_per_winner);
        Candidates reached = from;
        for (std::size_t n = 1; n <= laps; ++n) {
            reached = follow_all(rows, reached, lap, options_);
            std::ranges::stable_sort(reached, is_better);
            const std::size_t left = n < laps ? std::max(winners, reached.size() / 2) : winners;
            reached.resize(std::min(reached.size(), left));
        }
        return follow_all(rows, reached, em_, options_);
    }

    const Points& finest_cells() const { return space_.middle ? *space_.middle : *space_.small; }

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
