#include "sneddon/numeric/fit_mixture.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <string>

#include "base/nan.hpp"
#include "numeric/mixture/mixture_statistics.hpp"
#include "numeric/mixture/scikit_learn_mode.hpp"
#include "numeric/mixture/search/cell_search.hpp"
#include "numeric/mixture/search/mixture_search.hpp"

namespace sneddon {
namespace {

std::optional<Error> problem_with(const Points& points, const FitMixtureOptions& options) {
    const auto range =
        std::to_string(options.fewest_components) + ".." + std::to_string(options.most_components);
    if (options.fewest_components < 1 || options.fewest_components > options.most_components ||
        options.most_components > most_components)
        return Error{"SND-G024", "components", range,
                     "an ascending range within 1.." + std::to_string(most_components), ""};
    if (!(options.regularisation >= 0) || !(options.gradient_tolerance > 0))
        return Error{"SND-G024", "regularisation and gradient tolerance",
                     std::to_string(options.regularisation) + " and " +
                         std::to_string(options.gradient_tolerance),
                     "0 or more, and more than 0", ""};
    // As many as a component of its own must hold (RegularityLimits).
    const std::size_t needed = 2 * (points.dimensions() + 1);
    if (points.rows < needed)
        return Error{"SND-G022", "points", std::to_string(points.rows) + " rows",
                     "at least " + std::to_string(needed) + " for " +
                         std::to_string(points.dimensions()) + " columns",
                     "give more rows or fewer columns"};
    return std::nullopt;
}

std::string shortest(double value) {
    return fmt::format("{:.4g}", value);
}

bool has(const MixtureFit& fit, MixtureFlag flag) {
    return std::ranges::find(fit.flags, flag) != fit.flags.end();
}

/// ": rows 3, 17 of those fitted", counted from 1.
std::string list_of(const std::vector<std::size_t>& rows) {
    if (rows.empty()) return "";
    std::string list;
    for (const std::size_t row : rows) list += (list.empty() ? "" : ", ") + std::to_string(row + 1);
    return (rows.size() > 1 ? ": rows " : ": row ") + list + " of those fitted";
}

std::string sentence(MixtureFlag flag, const MixtureFit& fit, const RegularityLimits& limits) {
    switch (flag) {
        case MixtureFlag::no_regular_optimum:
            return "no regular optimum was found from " + std::to_string(fit.starts) + " starts" +
                   (is_nan(fit.log_likelihood) && !fit.rows_of_spike.empty()
                        ? ", a component shrinks" + list_of(fit.rows_of_spike)
                        : "");
        case MixtureFlag::spike:
            return "a component is a spike: smallest eigenvalue " +
                   shortest(fit.smallest_eigenvalue) +
                   " where the covariance of all rows is 1, too small for so few rows" +
                   list_of(fit.rows_of_spike);
        case MixtureFlag::few_rows:
            return "a component holds " + shortest(fit.smallest_rows) + " rows only" +
                   (has(fit, MixtureFlag::spike) ? "" : list_of(fit.rows_of_spike));
        case MixtureFlag::not_converged:
            return "the iteration had not converged when it ended";
        case MixtureFlag::too_few_rows:
            return "there are too few rows for " + std::to_string(fit.components) + " components";
        case MixtureFlag::weak_component:
            return "a component holds " + shortest(fit.smallest_rows) + " rows, fewer than " +
                   shortest(limits.rows_of_a_shape *
                            static_cast<double>(fit.mixture.dimensions + 1)) +
                   ": they hardly support its shape";
        case MixtureFlag::too_many_parameters:
            return std::to_string(fit.parameters) + " parameters are more than " +
                   shortest(limits.parameters_per_row) + " of the number of rows";
        case MixtureFlag::found_rarely:
            return std::to_string(fit.starts_at_best) + " of " + std::to_string(fit.starts) +
                   " starts reached this optimum: a better one may exist";
    }
    return {};
}

MixtureFit empty_fit(std::size_t components, std::size_t dimensions) {
    MixtureFit fit;
    fit.components = components;
    fit.parameters = parameter_count(components, dimensions);
    fit.log_likelihood = fit.mean_uncertainty = nan;
    fit.criteria = {nan, nan, nan};
    fit.smallest_eigenvalue = fit.smallest_rows = nan;
    return fit;
}

/// The first rows whose most probable component is this one.
std::vector<std::size_t> rows_of(std::size_t component, const std::vector<std::uint32_t>& labels) {
    constexpr std::size_t most_named = 8;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < labels.size() && rows.size() < most_named; ++i)
        if (labels[i] == component) rows.push_back(i);
    return rows;
}

/// Everything that follows from a mixture of the standardised rows.
void describe(MixtureFit& fit, const GaussianMixture& standardised, const Standardisation& rows,
              const RegularityLimits& limits) {
    const double total_weight = rows.points.total_weight();
    const auto raw = affine_map(standardised, rows.scale, rows.mean);
    // One order of components, whatever start found them: the same bytes for the same optimum.
    const auto order = order_by_first_mean(raw);
    fit.mixture = reorder(raw, order);
    auto evaluation = evaluate(reorder(standardised, order), rows.points);
    // Back to raw units: the density of standardised rows is larger by the product of the scales.
    evaluation.log_likelihood -= total_weight * rows.sum_log_scale;
    fit.log_likelihood = evaluation.log_likelihood;
    fit.criteria = mixture_criteria(evaluation, fit.parameters, total_weight);
    fit.counts = evaluation.counts;
    ExactSum uncertainty;
    for (std::size_t i = 0; i < rows.points.rows; ++i)
        uncertainty.add(rows.points.weight(i) * (1 - evaluation.largest_posteriors[i]));
    fit.mean_uncertainty = uncertainty.value() / total_weight;
    const auto regularity = assess_regularity(reorder(standardised, order), total_weight, limits);
    fit.smallest_eigenvalue = regularity.smallest_eigenvalue;
    fit.smallest_rows = regularity.smallest_rows;
    if (regularity.is_spike) fit.flags.push_back(MixtureFlag::spike);
    if (regularity.has_few_rows) fit.flags.push_back(MixtureFlag::few_rows);
    if (!regularity.is_regular())
        fit.rows_of_spike = rows_of(regularity.is_spike ? regularity.weakest : regularity.lightest,
                                    evaluation.labels);
    if (regularity.is_regular() && regularity.is_weak)
        fit.flags.push_back(MixtureFlag::weak_component);
    if (has_too_many_parameters(fit.components, rows.points.dimensions(), total_weight, limits))
        fit.flags.push_back(MixtureFlag::too_many_parameters);
}

void add_words(MixtureFit& fit, const RegularityLimits& limits) {
    for (const MixtureFlag flag : fit.flags)
        fit.words += (fit.words.empty() ? "" : "; ") + sentence(flag, fit, limits);
}

bool has_too_few_rows(const SearchSpace& space, std::size_t components,
                      const FitMixtureOptions& options) {
    const double rows_needed =
        options.limits.rows_per_dimension * static_cast<double>(space.all.points.dimensions() + 1);
    return static_cast<double>(components) * rows_needed > space.all.points.total_weight();
}

MixtureFit converged_fit(const SearchSpace& space, std::size_t components,
                         const MixtureSearch& found, const FitMixtureOptions& options) {
    MixtureFit fit = empty_fit(components, space.all.points.dimensions());
    fit.starts = found.starts;
    fit.starts_at_best = found.starts_at_best;
    fit.irregular_optima = found.irregular_optima;
    fit.best_start = found.best_start;
    fit.iterations = found.best.passes;
    if (!found.has_fit || !found.regularity.is_regular())
        fit.flags.push_back(MixtureFlag::no_regular_optimum);
    if (found.collapsed) {
        const auto labels = evaluate(*found.collapsed, space.all.points).labels;
        const auto regularity =
            assess_regularity(*found.collapsed, space.all.points.total_weight(), options.limits);
        fit.rows_of_spike = rows_of(regularity.lightest, labels);
    }
    if (!found.has_fit) return fit;
    describe(fit, found.best.mixture, space.all, options.limits);
    if (found.best.end != EmEnd::converged) fit.flags.push_back(MixtureFlag::not_converged);
    if (components > 1 && found.regularity.is_regular() && found.is_found_rarely)
        fit.flags.push_back(MixtureFlag::found_rarely);
    return fit;
}

MixtureFit fit_of_too_few_rows(const SearchSpace& space, std::size_t components) {
    MixtureFit fit = empty_fit(components, space.all.points.dimensions());
    fit.flags = {MixtureFlag::too_few_rows};
    return fit;
}

/// The fit of one component less is where splits begin, if it was regular.
std::vector<MixtureFit> fits_of_rows(const SearchSpace& space, const FitMixtureOptions& options) {
    std::vector<MixtureFit> fits;
    GaussianMixture one_less;
    for (std::size_t k = options.fewest_components; k <= options.most_components; ++k) {
        if (has_too_few_rows(space, k, options)) {
            fits.push_back(fit_of_too_few_rows(space, k));
            continue;
        }
        const bool can_split = k > 1 && one_less.components() + 1 == k;
        const auto found = search_mixture(space, k, can_split ? &one_less : nullptr, options);
        fits.push_back(converged_fit(space, k, found, options));
        if (found.has_fit && found.regularity.is_regular()) one_less = found.best.mixture;
    }
    return fits;
}

/// Up from few components to many, and down again.
std::vector<MixtureFit> fits_by_cells(const SearchSpace& space, const FitMixtureOptions& options) {
    std::vector<CellSearch> searches;
    const auto is_regular = [](const CellSearch& search) {
        return search.found.has_fit && search.found.regularity.is_regular();
    };
    for (std::size_t k = options.fewest_components; k <= options.most_components; ++k) {
        const CellSearch* one_less =
            !searches.empty() && is_regular(searches.back()) ? &searches.back() : nullptr;
        searches.push_back(search_on_cells(space, k, one_less, options));
    }
    for (std::size_t i = searches.size() - 1; i-- > 0;)
        if (options.fewest_components + i > 1 && is_regular(searches[i]) &&
            is_regular(searches[i + 1]))
            improve_by_one_more(space, searches[i], searches[i + 1], options);
    std::vector<MixtureFit> fits;
    for (const CellSearch& search : searches)
        fits.push_back(
            converged_fit(space, options.fewest_components + fits.size(), search.found, options));
    return fits;
}

MixtureFit scikit_learn_like_fit(const Points& points, const Standardisation& standardised,
                                 std::size_t components, const FitMixtureOptions& options) {
    MixtureFit fit = empty_fit(components, points.dimensions());
    ScikitLearnOptions scikit_options;
    scikit_options.threads = options.threads;
    const auto found = scikit_learn_fit(points, components, options.seed, scikit_options);
    fit.starts = fit.starts_at_best = 1;
    fit.iterations = found.iterations;
    fit.best_start = StartKind{StartFamily::k_means, StartSpace::standardised};
    if (found.is_singular) {
        fit.flags.push_back(MixtureFlag::no_regular_optimum);
        return fit;
    }
    describe(fit, to_standardised(found.mixture, standardised), standardised, options.limits);
    if (!found.has_converged) fit.flags.push_back(MixtureFlag::not_converged);
    return fit;
}

std::optional<std::size_t> least_bic(const std::vector<MixtureFit>& fits) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < fits.size(); ++i)
        if (fits[i].is_regular() && (!best || fits[i].criteria.bic < fits[*best].criteria.bic))
            best = i;
    return best;
}

}  // namespace

std::string name(MixtureFlag flag) {
    switch (flag) {
        case MixtureFlag::no_regular_optimum:
            return "no-regular-optimum";
        case MixtureFlag::spike:
            return "spike";
        case MixtureFlag::few_rows:
            return "few-rows";
        case MixtureFlag::not_converged:
            return "not-converged";
        case MixtureFlag::too_few_rows:
            return "too-few-rows";
        case MixtureFlag::weak_component:
            return "weak-component";
        case MixtureFlag::too_many_parameters:
            return "too-many-parameters";
        case MixtureFlag::found_rarely:
            return "found-rarely";
    }
    return {};
}

bool MixtureFit::is_regular() const {
    return std::ranges::all_of(flags, [](MixtureFlag flag) {
        return flag == MixtureFlag::weak_component || flag == MixtureFlag::found_rarely;
    });
}

Result<MixtureFits> fit_mixture(const Points& points, const FitMixtureOptions& options) {
    if (auto problem = problem_with(points, options)) return *std::move(problem);
    MixtureFits result;
    result.total_weight = points.total_weight();
    const auto add = [&](MixtureFit fit) {
        add_words(fit, options.limits);
        result.fits.push_back(std::move(fit));
    };
    if (options.mode == MixtureMode::scikit_learn) {
        const auto standardised = standardise(points);
        if (!standardised) return standardised.error();
        for (std::size_t k = options.fewest_components; k <= options.most_components; ++k)
            add(scikit_learn_like_fit(points, *standardised, k, options));
    } else {
        const auto space = make_search_space(points, options, FewRows::cells);
        if (!space) return space.error();
        for (MixtureFit& fit :
             space->small ? fits_by_cells(*space, options) : fits_of_rows(*space, options))
            add(std::move(fit));
    }
    result.chosen = least_bic(result.fits);
    return result;
}

}  // namespace sneddon
