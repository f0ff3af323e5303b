#include "numeric/mixture/family/fit_families.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/search/mixture_search.hpp"
#include "numeric/mixture/shape/shape_start.hpp"

namespace sneddon {
namespace {

constexpr StartCounts starts_of_a_shape{5, 10, 0, 0, 0};
constexpr std::size_t most_polished = 5, wanted_at_best = 3;
constexpr double same_optimum_nats = 0.01;

struct Variant {
    ComponentFamily family;
    bool has_noise;
};

std::vector<Variant> variants_of(const FamilyOptions& options) {
    std::vector<Variant> variants;
    for (const ComponentFamily family :
         {ComponentFamily::gaussian, ComponentFamily::student_t, ComponentFamily::skew_normal}) {
        const bool is_gaussian = family == ComponentFamily::gaussian;
        const bool is_wanted =
            is_gaussian || std::ranges::find(options.families, family) != options.families.end();
        if (!is_wanted) continue;
        if (!is_gaussian) variants.push_back({family, false});
        if (options.also_noise) variants.push_back({family, true});
    }
    return variants;
}

bool is_regular(const ShapedMixture& mixture, double total_weight, const RegularityLimits& limits) {
    return assess_regularity(moments_of(mixture), total_weight, limits).is_regular();
}

class ShapeSearch {
  public:
    ShapeSearch(const SearchSpace& space, Variant variant, const FamilyOptions& options)
        : space_(space),
          variant_(variant),
          options_(options),
          noise_(log_density_of_box(space.all.points)) {}

    ShapedFit fit(std::size_t components, const GaussianMixture& gaussian) const {
        ShapedFit fit;
        fit.family = variant_.family;
        fit.has_noise = variant_.has_noise;
        fit.components = components;
        fit.log_likelihood = nan;
        fit.criteria = {nan, nan, nan};
        std::vector<ShapedEmResult> runs = short_runs(components, gaussian);
        fit.starts = runs.size();
        polish(runs);
        if (runs.empty()) {
            fit.flags.push_back(MixtureFlag::no_regular_optimum);
            return fit;
        }
        ShapedEmResult best = runs.front();
        fit.starts_at_best =
            static_cast<std::size_t>(std::ranges::count_if(runs, [&](const ShapedEmResult& run) {
                return run.log_likelihood > best.log_likelihood - same_optimum_nats;
            }));
        if (space_.first.rows < space_.all.points.rows)
            best = run_em(space_.all.points, best.mixture, last_options());
        fit.passes = best.passes;
        describe(best, fit);
        return fit;
    }

  private:
    ShapedEmOptions last_options() const {
        ShapedEmOptions last;
        last.nats = 1e-8;
        return last;
    }

    /// Every start on the small cloud, until little is gained; irregular ends are left out.
    std::vector<ShapedEmResult> short_runs(std::size_t components,
                                           const GaussianMixture& gaussian) const {
        ShapedEmOptions quick;
        quick.nats = 0.01;
        quick.most_passes = 100;
        const bool has_fit = gaussian.components() == components;
        // One component has one optimum, or two skews.
        const std::size_t made = components > 1 ? space_.starts.count() : 0;
        std::vector<ShapedEmResult> runs;
        ordered_parallel(
            made + (has_fit ? 1 : 0), options_.threads, options_.stop,
            [&](std::size_t i) {
                const GaussianMixture start =
                    i < made ? space_.starts.make(components, i) : gaussian;
                ShapedMixture begin =
                    start_from(start, variant_.family, variant_.has_noise, space_.first);
                if (variant_.has_noise) begin.log_noise_density = noise_;
                return run_em(space_.first, begin, quick);
            },
            [&](std::size_t, ShapedEmResult&& run) { runs.push_back(std::move(run)); });
        if (has_fit && variant_.family == ComponentFamily::skew_normal) {
            ShapedMixture begin =
                start_from(gaussian, variant_.family, variant_.has_noise, space_.first);
            if (variant_.has_noise) begin.log_noise_density = noise_;
            runs.push_back(run_em(space_.first, with_opposite_skews(begin), quick));
        }
        return runs;
    }

    void polish(std::vector<ShapedEmResult>& runs) const {
        const double rows = space_.first.total_weight();
        std::erase_if(runs, [&](const ShapedEmResult& run) {
            return run.has_collapsed || !std::isfinite(run.log_likelihood) ||
                   !is_regular(run.mixture, rows, options_.limits);
        });
        std::ranges::stable_sort(runs, std::greater{}, &ShapedEmResult::log_likelihood);
        if (runs.size() > most_polished) runs.resize(most_polished);
        for (ShapedEmResult& run : runs) {
            const std::size_t before = run.passes;
            run = run_em(space_.first, run.mixture, last_options());
            run.passes += before;
        }
        std::erase_if(runs, [&](const ShapedEmResult& run) {
            return run.has_collapsed || !is_regular(run.mixture, rows, options_.limits);
        });
        std::ranges::stable_sort(runs, std::greater{}, &ShapedEmResult::log_likelihood);
    }

    void describe(const ShapedEmResult& best, ShapedFit& fit) const {
        const Points& rows = space_.all.points;
        const std::size_t d = rows.dimensions();
        const double total = rows.total_weight();
        std::vector<std::size_t> order(fit.components);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {},
                                 [&](std::size_t j) { return best.mixture.locations[j * d]; });
        const ShapedMixture standardised = reorder(best.mixture, order);
        fit.mixture = affine_map(standardised, space_.all.scale, space_.all.mean);
        const ShapedEvaluation evaluation = evaluate(standardised, rows);
        fit.log_likelihood = evaluation.log_likelihood - total * space_.all.sum_log_scale;
        fit.parameters = parameter_count(standardised);
        const auto p = static_cast<double>(fit.parameters);
        fit.criteria.aic = 2 * p - 2 * fit.log_likelihood;
        fit.criteria.bic = p * std::log(total) - 2 * fit.log_likelihood;
        fit.criteria.icl = fit.criteria.bic - 2 * evaluation.map_log_posterior;
        fit.counts.assign(fit.components + (fit.has_noise ? 1 : 0), 0);
        for (std::size_t i = 0; i < rows.rows; ++i)
            fit.counts[evaluation.labels[i]] += rows.weight(i);
        const Regularity regularity =
            assess_regularity(moments_of(standardised), total, options_.limits);
        if (regularity.is_spike) fit.flags.push_back(MixtureFlag::spike);
        if (regularity.has_few_rows) fit.flags.push_back(MixtureFlag::few_rows);
        if (regularity.is_regular() && regularity.is_weak)
            fit.flags.push_back(MixtureFlag::weak_component);
        if (fit.components > 1 && p > options_.limits.parameters_per_row * total)
            fit.flags.push_back(MixtureFlag::too_many_parameters);
        if (!best.has_converged) fit.flags.push_back(MixtureFlag::not_converged);
        if (fit.components > 1 && fit.starts_at_best < wanted_at_best)
            fit.flags.push_back(MixtureFlag::found_rarely);
    }

    const SearchSpace& space_;
    Variant variant_;
    const FamilyOptions& options_;
    double noise_;
};

}  // namespace

bool ShapedFit::is_regular() const {
    return std::ranges::all_of(flags, [](MixtureFlag flag) {
        return flag == MixtureFlag::weak_component || flag == MixtureFlag::found_rarely;
    });
}

std::string ShapedFit::words() const {
    const std::string shape = family == ComponentFamily::gaussian ? "Gaussian" : name(family);
    return fmt::format("{} {} component{}{}", components, shape, components == 1 ? "" : "s",
                       has_noise ? " and uniform noise" : "");
}

Result<std::vector<ShapedFit>> fit_families(const Points& points, const MixtureFits& gaussian,
                                            const FamilyOptions& options) {
    FitMixtureOptions fitting;
    fitting.starts = starts_of_a_shape;
    fitting.seed = options.seed;
    const auto space = make_search_space(points, fitting, FewRows::drawn);
    if (!space) return space.error();
    std::vector<ShapedFit> fits;
    for (const Variant variant : variants_of(options)) {
        const ShapeSearch search(*space, variant, options);
        for (const MixtureFit& fit : gaussian.fits) {
            if (options.stop.requested()) return fits;
            if (std::ranges::find(fit.flags, MixtureFlag::too_few_rows) != fit.flags.end())
                continue;
            const GaussianMixture start = fit.mixture.components() > 0
                                              ? to_standardised(fit.mixture, space->all)
                                              : GaussianMixture{};
            fits.push_back(search.fit(fit.components, start));
        }
    }
    return fits;
}

const ShapedFit* least(const std::vector<ShapedFit>& fits, double MixtureCriteria::*criterion) {
    const ShapedFit* best = nullptr;
    for (const ShapedFit& fit : fits)
        if (fit.is_regular() && (!best || fit.criteria.*criterion < best->criteria.*criterion))
            best = &fit;
    return best;
}

}  // namespace sneddon
