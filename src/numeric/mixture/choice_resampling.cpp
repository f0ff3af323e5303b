#include "numeric/mixture/choice_resampling.hpp"

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "base/remembered.hpp"

namespace sneddon {

template <class Archive, Either<GaussianMixture> T>
void fields(Archive& archive, T& it) {
    auto& [dimensions, weights, means, covariances] = it;
    archive(dimensions, weights, means, covariances);
}

template <class Archive, Either<FitMixtureOptions> T>
void fields(Archive& archive, T& it) {
    auto& [fewest, most, mode, regularisation, starts, given_starts, limits, gradient_tolerance,
           seed, threads, stop] = it;
    auto& [k_means, random_rows, relocation_rounds, wanted_at_best, repeat_batches] = starts;
    auto& [smallest_eigenvalue, rows_per_dimension, rows_of_a_shape, parameters_per_row] = limits;
    archive(fewest, most, mode, regularisation, k_means, random_rows, relocation_rounds,
            wanted_at_best, repeat_batches, given_starts, smallest_eigenvalue, rows_per_dimension,
            rows_of_a_shape, parameters_per_row, gradient_tolerance, seed);
}

template <class Archive, Either<LikelihoodRatioTest> T>
void fields(Archive& archive, T& it) {
    auto& [components, statistic, p_value, simulated, as_large] = it;
    archive(components, statistic, p_value, simulated, as_large);
}

namespace {

/// Streams of a seed: resamples from 0, samples of the test of k from k * 2^32.
constexpr std::uint64_t simulation_stream(std::size_t components, std::size_t sample) {
    return (std::uint64_t{components} << 32) + sample;
}

/// As many rows as the weights count, drawn with replacement by weight.
Points resample(const Points& points, RandomStream& random) {
    std::vector<double> cumulative;
    double total = 0;
    for (std::size_t i = 0; i < points.rows; ++i) cumulative.push_back(total += points.weight(i));
    std::vector<std::size_t> drawn(static_cast<std::size_t>(std::llround(total)));
    for (std::size_t& row : drawn) {
        const auto found = std::ranges::upper_bound(cumulative, random.uniform() * total);
        row = std::min(static_cast<std::size_t>(found - cumulative.begin()), points.rows - 1);
    }
    Points rows = choose_rows(points, drawn);
    rows.weights.clear();
    return rows;
}

FitMixtureOptions options_of_resample(const MixtureFits& fits, const FitMixtureOptions& fit_options,
                                      const ChooseKOptions& options) {
    FitMixtureOptions refit_options = fit_options;
    refit_options.starts = options.resample_starts;
    refit_options.threads = 1;  // the resamples themselves run side by side
    refit_options.stop = options.stop;
    // Standard errors: 1e-6 nats, no verdict hangs on it.
    refit_options.gradient_tolerance = std::max(refit_options.gradient_tolerance, 1e-3);
    refit_options.given_starts.clear();
    for (const MixtureFit& fit : fits.fits)
        if (fit.is_regular()) refit_options.given_starts.push_back(fit.mixture);
    return refit_options;
}

/// 2 (LL of k + 1 - LL of k); NaN when one of them has no regular fit.
double likelihood_ratio(const MixtureFits& fits, std::size_t index) {
    if (index + 1 >= fits.fits.size() || !fits.fits[index].is_regular() ||
        !fits.fits[index + 1].is_regular())
        return nan;
    return 2 * (fits.fits[index + 1].log_likelihood - fits.fits[index].log_likelihood);
}

/// Simulated ratios as large as the observed one that end a test: then it does not reject, whatever
/// others would say, and their part of those that were drawn is its p value (Besag and Clifford
/// 1991, Biometrika 78, 301).
std::size_t enough_as_large(const ChooseKOptions& options) {
    constexpr std::size_t fewest = 3;  // one would settle the verdict of 19, and tell p poorly
    const double all = static_cast<double>(options.simulated_samples) + 1;
    return std::max(fewest, static_cast<std::size_t>(options.significance * all));
}

/// Of samples of so many rows drawn from `null`.
LikelihoodRatioTest simulated_test(std::size_t rows, const GaussianMixture& null, double statistic,
                                   const FitMixtureOptions& refit_options,
                                   const ChooseKOptions& options) {
    LikelihoodRatioTest test;
    test.components = null.components();
    test.statistic = statistic;
    // A sample without a regular fit is replaced by another, or the least p would hang on it.
    const std::size_t wanted = options.simulated_samples, enough = enough_as_large(options);
    const auto is_open = [&] { return test.simulated < wanted && test.as_large < enough; };
    for (std::size_t drawn = 0; is_open() && drawn < 2 * wanted;) {
        if (options.stop.requested()) break;
        // What is needed whatever it says, and no thread idle.
        const std::size_t batch =
            std::min(wanted - test.simulated,
                     std::max<std::size_t>(enough - test.as_large, options.threads));
        const std::size_t first = drawn;
        ordered_parallel(
            batch, options.threads, options.stop,
            [&](std::size_t i) {
                RandomStream random(options.seed, simulation_stream(test.components, first + i));
                const auto simulated =
                    fit_mixture(sample(null, rows, random).points, refit_options);
                return simulated ? likelihood_ratio(*simulated, 0) : nan;
            },
            [&](std::size_t, double of_sample) {
                if (std::isnan(of_sample) || !is_open()) return;
                ++test.simulated;
                if (of_sample >= test.statistic) ++test.as_large;
            });
        drawn += batch;
    }
    const bool is_settled_early = test.simulated < wanted && test.as_large == enough;
    const auto as_large = static_cast<double>(test.as_large);
    const auto simulated = static_cast<double>(test.simulated);
    test.p_value = is_settled_early ? as_large / simulated : (1 + as_large) / (1 + simulated);
    return test;
}

/// Other numbers of components have no part in it: another largest k asks for the same test.
LikelihoodRatioTest test_one(const Points& points, const MixtureFits& fits, std::size_t index,
                             FitMixtureOptions refit_options, const ChooseKOptions& options) {
    const MixtureFit& null = fits.fits[index];
    refit_options.fewest_components = null.components;
    refit_options.most_components = null.components + 1;
    std::erase_if(refit_options.given_starts, [&](const GaussianMixture& start) {
        return start.components() < refit_options.fewest_components ||
               start.components() > refit_options.most_components;
    });
    const auto rows = static_cast<std::size_t>(std::llround(points.total_weight()));
    const double statistic = likelihood_ratio(fits, index);
    return remembered(
        options.memory != nullptr ? *options.memory : Memory(), "likelihood ratio of mixtures",
        [&] { return simulated_test(rows, null.mixture, statistic, refit_options, options); }, rows,
        null.mixture, statistic, refit_options, options.simulated_samples, options.significance,
        options.seed);
}

}  // namespace

void bootstrap_choice(const Points& points, const MixtureFits& fits,
                      const FitMixtureOptions& fit_options, const ChooseKOptions& options,
                      KChoice& choice) {
    const auto refit_options = options_of_resample(fits, fit_options, options);
    choice.bootstrap_choices.assign(fits.fits.size(), 0);
    ordered_parallel(
        options.bootstrap_samples, options.threads, options.stop,
        [&](std::size_t i) {
            RandomStream random(options.seed, i);
            const auto refit = fit_mixture(resample(points, random), refit_options);
            return refit ? refit->chosen : std::nullopt;
        },
        [&](std::size_t, std::optional<std::size_t> chosen) {
            if (chosen)
                ++choice.bootstrap_choices[*chosen];
            else
                ++choice.bootstrap_failures;
        });
}

void test_components(const Points& points, const MixtureFits& fits,
                     const FitMixtureOptions& fit_options, const ChooseKOptions& options,
                     KChoice& choice) {
    const auto refit_options = options_of_resample(fits, fit_options, options);
    for (std::size_t i = 0; i + 1 < fits.fits.size(); ++i) {
        if (std::isnan(likelihood_ratio(fits, i)) || options.stop.requested()) return;
        choice.tests.push_back(test_one(points, fits, i, refit_options, options));
        if (choice.tests.back().p_value > options.significance) {
            choice.test_components = fits.fits[i].components;
            return;
        }
    }
}

}  // namespace sneddon
