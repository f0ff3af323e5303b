#include "sneddon/numeric/choose_k.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <limits>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/mixture/choice_resampling.hpp"
#include "numeric/mixture/one_population.hpp"
#include "numeric/mixture/shape/ridgeline.hpp"
#include "numeric/mixture/silhouette.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

template <class Value>
CriterionCurve curve_of(const MixtureFits& fits, Value value, double sign) {
    CriterionCurve curve;
    double best = std::numeric_limits<double>::infinity();
    for (const MixtureFit& fit : fits.fits) {
        curve.values.push_back(fit.is_regular() ? value(fit) : nan);
        if (sign * curve.values.back() < best) {
            best = sign * curve.values.back();
            curve.chosen_components = fit.components;
        }
    }
    return curve;
}

CriterionCurve silhouette_curve(const Points& points, const MixtureFits& fits,
                                const ChooseKOptions& options) {
    RandomStream random(options.seed, ~std::uint64_t{0});
    const Points raw = choose_rows(points, draw_rows(points.rows, options.silhouette_rows, random));
    const auto standardised = standardise(raw);
    if (!standardised)
        return curve_of(
            fits, [](const MixtureFit&) { return nan; }, -1);
    std::vector<double> means(fits.fits.size(), nan);
    ordered_parallel(
        fits.fits.size(), options.threads, options.stop,
        [&](std::size_t i) {
            const MixtureFit& fit = fits.fits[i];
            return fit.is_regular()
                       ? mean_silhouette(standardised->points, evaluate(fit.mixture, raw).labels)
                       : nan;
        },
        [&](std::size_t i, double mean) { means[i] = mean; });
    const std::size_t first = fits.fits.front().components;
    return curve_of(
        fits, [&](const MixtureFit& fit) { return means[fit.components - first]; }, -1);
}

BicMinimum minimum_of(const MixtureFits& fits) {
    if (!fits.chosen) return BicMinimum::none;
    const auto is_regular = [](const MixtureFit& fit) { return fit.is_regular(); };
    const auto after = fits.fits.begin() + static_cast<std::ptrdiff_t>(*fits.chosen) + 1;
    if (std::none_of(after, fits.fits.end(), is_regular)) {
        const bool is_only_one = fits.fits.size() == 1 && fits.fits[0].components == 1;
        return is_only_one ? BicMinimum::inside : BicMinimum::at_most_tried;
    }
    if (*fits.chosen == 0 && fits.fits[0].components > 1) return BicMinimum::at_least_tried;
    return BicMinimum::inside;
}

std::string evidence_words(double difference) {
    switch (bic_evidence(difference)) {
        case BicEvidence::best:
            return "no evidence";
        case BicEvidence::weak:
            return "weak evidence";
        case BicEvidence::positive:
            return "positive evidence";
        case BicEvidence::strong:
            return "strong evidence";
        case BicEvidence::very_strong:
            return "very strong evidence";
    }
    return {};
}

void say_bic(const KChoice& choice, std::vector<std::string>& words) {
    if (!choice.chosen_components) return;
    double best = nan, second = nan;
    std::size_t second_components = 0;
    // Written so that any number comes before the NaN of "none yet".
    for (std::size_t i = 0; i < choice.components.size(); ++i) {
        const double value = choice.bic.values[i];
        if (choice.components[i] == *choice.chosen_components) {
            best = value;
        } else if (!(value >= second)) {
            if (is_nan(value)) continue;
            second = value;
            second_components = choice.components[i];
        }
    }
    words.push_back(fmt::format("BIC (lower is better) is least at k = {}: {:.2f}",
                                *choice.chosen_components, best));
    if (!is_nan(second))
        words.back() +=
            fmt::format("; next k = {}, {:.2f} higher: {} against it", second_components,
                        second - best, evidence_words(second - best));
}

void say_curve(const char* criterion, const CriterionCurve& curve, const KChoice& choice,
               std::vector<std::string>& words) {
    if (!curve.chosen_components) return;
    words.push_back(fmt::format(
        "{} prefers k = {}{}", criterion, *curve.chosen_components,
        curve.chosen_components == choice.chosen_components ? ", as BIC does" : ", BIC does not"));
}

void say_resampling(const KChoice& choice, const ChooseKOptions& options,
                    std::vector<std::string>& words) {
    if (options.bootstrap_samples > 0) {
        std::string shares;
        for (std::size_t i = 0; i < choice.components.size(); ++i)
            if (choice.bootstrap_choices[i] > 0)
                shares += fmt::format("{}k = {} in {}", shares.empty() ? "" : ", ",
                                      choice.components[i], choice.bootstrap_choices[i]);
        words.push_back(
            fmt::format("of {} bootstrap samples BIC chose {}", options.bootstrap_samples, shares));
    }
    for (const LikelihoodRatioTest& test : choice.tests)
        words.push_back(fmt::format(
            "likelihood-ratio test of k = {} against {}: 2 ln ratio {:.2f}, p = {:.3g} ({} of {} "
            "simulated samples as large): {}",
            test.components, test.components + 1, test.statistic, test.p_value, test.as_large,
            test.simulated,
            test.p_value > options.significance
                ? fmt::format("k = {} is not rejected", test.components)
                : fmt::format("k = {} is rejected", test.components)));
}

/// Said first: several components are no finding where one population of another shape is as good,
/// nor where their density has one hump.
void warn_of_one_population(const Points& points, const MixtureFits& fits,
                            const ChooseKOptions& options, KChoice& choice) {
    if (!fits.chosen || fits.fits[*fits.chosen].components < 2) return;
    const MixtureFit& chosen = fits.fits[*fits.chosen];
    const double bic = chosen.criteria.bic;
    const auto one = best_single_population(points, options.threads);
    // Less than very strong evidence against it (Kass and Raftery 1995).
    if (!one || bic_evidence(one->bic - bic) == BicEvidence::very_strong) {
        if (std::ranges::max(groups_of_one_hump(chosen.mixture)) > 0) return;
        choice.headline = fmt::format(
            "one population is as good: the {} components have no valley between them, merged they "
            "are one; they describe the shape of the distribution, they need not be groups",
            chosen.components);
        choice.warnings.push_back(choice.headline);
        return;
    }
    choice.headline = fmt::format(
        "one population is as good: {} has a BIC of {:.2f}, k = {} has {:.2f}; the "
        "components describe the shape of the distribution, they need not be groups",
        one->words(options.column_names), one->bic, *choice.chosen_components, bic);
    choice.warnings.push_back(choice.headline);
}

void warn(const MixtureFits& fits, KChoice& choice) {
    if (choice.minimum == BicMinimum::none)
        choice.warnings.push_back("no number of components has a regular fit: k was not chosen");
    if (choice.minimum == BicMinimum::at_most_tried && choice.chosen_components == 1u)
        choice.warnings.push_back("k = 1 is the only number of components with a regular fit");
    else if (choice.minimum == BicMinimum::at_most_tried)
        choice.warnings.push_back(fmt::format(
            "BIC has no minimum in the range: it still falls at k = {}, the largest regular fit; "
            "the components describe the shape of the distribution, they need not be groups",
            *choice.chosen_components));
    if (choice.minimum == BicMinimum::at_least_tried)
        choice.warnings.push_back(
            fmt::format("the least BIC lies at k = {}, the smallest tried: try fewer components",
                        *choice.chosen_components));
    if (fits.chosen && !fits.fits[*fits.chosen].words.empty())
        choice.warnings.push_back(
            fmt::format("k = {}: {}", *choice.chosen_components, fits.fits[*fits.chosen].words));
    for (const MixtureFit& fit : fits.fits)
        if (!fit.is_regular())
            choice.warnings.push_back(
                fmt::format("k = {} did not take part: {}", fit.components, fit.words));
}

}  // namespace

BicEvidence bic_evidence(double difference) {
    if (difference <= 0) return BicEvidence::best;
    if (difference < 2) return BicEvidence::weak;
    if (difference < 6) return BicEvidence::positive;
    return difference < 10 ? BicEvidence::strong : BicEvidence::very_strong;
}

KChoice choose_k(const Points& points, const MixtureFits& fits,
                 const FitMixtureOptions& fit_options, const ChooseKOptions& options) {
    KChoice choice;
    for (const MixtureFit& fit : fits.fits) choice.components.push_back(fit.components);
    choice.bic = curve_of(
        fits, [](const MixtureFit& fit) { return fit.criteria.bic; }, 1);
    choice.aic = curve_of(
        fits, [](const MixtureFit& fit) { return fit.criteria.aic; }, 1);
    choice.icl = curve_of(
        fits, [](const MixtureFit& fit) { return fit.criteria.icl; }, 1);
    choice.chosen_components = choice.bic.chosen_components;
    choice.minimum = minimum_of(fits);
    for (const double value : choice.bic.values)
        choice.evidence.push_back(fits.chosen
                                      ? bic_evidence(value - fits.fits[*fits.chosen].criteria.bic)
                                      : BicEvidence::best);
    if (options.silhouette_rows > 0) choice.silhouette = silhouette_curve(points, fits, options);
    if (options.bootstrap_samples > 0) bootstrap_choice(points, fits, fit_options, options, choice);
    if (options.simulated_samples > 0) test_components(points, fits, fit_options, options, choice);

    say_bic(choice, choice.words);
    say_curve("AIC", choice.aic, choice, choice.words);
    say_curve("ICL (asks for separated groups)", choice.icl, choice, choice.words);
    say_curve("the mean silhouette", choice.silhouette, choice, choice.words);
    say_resampling(choice, options, choice.words);
    warn_of_one_population(points, fits, options, choice);
    warn(fits, choice);
    return choice;
}

}  // namespace sneddon
