// Mixtures against recorded searches with scikit-learn (50 starts each, polished), by their grades:
// A equal, B at least as likely with a regular fit, C what the guard must flag.
#include <algorithm>
#include <cmath>
#include <limits>

#include "mixture_oracle.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/scikit_learn_mode.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

using namespace testing;

class MixtureOracle : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Sets, MixtureOracle,
                         ::testing::Values("paper900", "iris", "mclust_diabetes", "duplicates"),
                         [](const auto& set) { return std::string(set.param); });

/// Largest difference relative to the recorded value; elements near zero relative to `scale`.
double worst_difference(std::span<const double> ours, std::span<const double> theirs,
                        double scale) {
    EXPECT_EQ(ours.size(), theirs.size());
    double worst = 0;
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i)
        worst = std::fmax(worst,
                          std::fabs(ours[i] - theirs[i]) / std::fmax(std::fabs(theirs[i]), scale));
    return worst;
}

/// `scale`: the smallest standard deviation of the columns.
double worst_difference(const GaussianMixture& ours, const GaussianMixture& theirs, double scale) {
    return std::fmax(
        worst_difference(ours.weights, theirs.weights, 1e-3),
        std::fmax(worst_difference(ours.means, theirs.means, scale),
                  worst_difference(ours.covariances, theirs.covariances, scale * scale)));
}

/// Grade A: log-likelihood 1e-6 relative; parameters 1e-4 relative.
void expect_equal(const MixtureFit& fit, const nlohmann::json& run, const Points& points,
                  double scale) {
    const double log_likelihood = run["loglik"];
    EXPECT_NEAR(fit.log_likelihood, log_likelihood, 1e-6 * std::fabs(log_likelihood));
    EXPECT_NEAR(fit.criteria.bic, run["bic"].get<double>(), 2e-6 * std::fabs(log_likelihood));
    EXPECT_NEAR(fit.criteria.aic, run["aic"].get<double>(), 2e-6 * std::fabs(log_likelihood));
    EXPECT_NEAR(fit.criteria.icl, run["icl"].get<double>(), 1e-4 * std::fabs(log_likelihood));
    EXPECT_GE(fit.starts_at_best, fit.components > 1 ? 30u : 1u);
    const GaussianMixture recorded = read_mixture(run);
    const double apart = worst_difference(fit.mixture, recorded, scale);
    ::testing::Test::RecordProperty("k" + std::to_string(fit.components), std::to_string(apart));
    // Where the record ended on its rule (mean log-likelihood changes by 1e-10) before its slowly
    // converging optimum, ours is more likely, and plain EM from the record ends at ours.
    EmOptions plain;
    plain.acceleration = Acceleration::none;
    const auto followed = run_em(points, recorded, plain).mixture;
    EXPECT_LE(worst_difference(fit.mixture, followed, scale), 1e-6);
    const bool is_short = fit.log_likelihood > log_likelihood + 1e-7;
    EXPECT_LE(apart, is_short ? 1e-3 : 1e-4);
}

TEST_P(MixtureOracle, IsReachedByItsGrade) {
    SNEDDON_NEEDS_SHARED();
    const Points points = read_points(GetParam());
    const auto scales = standardise(points)->scale;
    const double least_scale = *std::min_element(scales.begin(), scales.end());
    const auto fits = fit_mixture(points);
    ASSERT_TRUE(fits.ok());
    for (const auto& run : read_runs(GetParam())) {
        const MixtureFit& fit = fits->fits[run["k"].get<std::size_t>() - 1];
        SCOPED_TRACE(::testing::Message() << "k = " << fit.components);
        if (run["grade"] == "C") {
            const bool is_recorded =
                std::fabs(fit.log_likelihood - run["loglik"].get<double>()) < 1e-3;
            EXPECT_FALSE(is_recorded && fit.flags.empty());
            continue;
        }
        // Rows in many copies have optima of their own for a third of the starts.
        EXPECT_TRUE(fit.flags.empty() || fit.flags == std::vector{MixtureFlag::found_rarely})
            << fit.words;
        EXPECT_GE(fit.log_likelihood, run["loglik"].get<double>() - 1e-3);
        if (run["grade"] != "A") continue;
        expect_equal(fit, run, points, least_scale);
        // Rows between two components may fall to either within the oracle's own tolerance.
        const auto theirs = read_labels(GetParam(), fit.components);
        const auto ours = evaluate(fit.mixture, points).labels;
        ASSERT_EQ(ours.size(), theirs.size());
        std::size_t different = 0;
        for (std::size_t i = 0; i < ours.size(); ++i) different += ours[i] != theirs[i];
        EXPECT_LE(different, 1u);
    }
}

// Every recorded grade C optimum is a spike or a tiny component, or regular with a component of too
// few rows for its shape (duplicates, k = 4: eigenvalue 1.3e-3, 10.7 rows): never without a flag.
TEST_P(MixtureOracle, GradeCIsFlaggedByTheGuard) {
    SNEDDON_NEEDS_SHARED();
    const Points points = read_points(GetParam());
    const auto standardised = standardise(points);
    for (const auto& run : read_runs(GetParam())) {
        if (run["grade"] != "C") continue;
        const auto z = to_standardised(read_mixture(run), *standardised);
        const auto regularity = assess_regularity(z, points.total_weight());
        // The record's measure, of columns standardised one by one.
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t j = 0; j < z.components(); ++j)
            least = std::fmin(least, smallest_eigenvalue(z.covariance(j), z.dimensions));
        EXPECT_NEAR(least, run["min_eigenvalue_z"].get<double>(), 1e-6 + 1e-4 * least);
        EXPECT_NEAR(regularity.smallest_rows, run["min_component_points"].get<double>(), 1e-3);
        const bool is_below_limits =
            run["min_eigenvalue_z"] < 1e-3 || run["min_component_points"].get<double>() <
                                                  2 * static_cast<double>(points.dimensions() + 1);
        EXPECT_TRUE(!is_below_limits || !regularity.is_regular()) << "k = " << run["k"];
        EXPECT_TRUE(!regularity.is_regular() || regularity.is_weak) << "k = " << run["k"];
    }
}

// Affine maps of each column: LL - n sum ln |a|, same partition.
TEST_P(MixtureOracle, IsInvariantUnderUnits) {
    SNEDDON_NEEDS_SHARED();
    const Points points = read_points(GetParam());
    Points mapped = points;
    double jacobian = 0;
    for (std::size_t a = 0; a < points.dimensions(); ++a) {
        const double scale = a == 1 ? -1e-9 : 1e6 * static_cast<double>(a + 3);
        for (double& x : mapped.columns[a]) x = scale * x + scale * 0.7;
        jacobian += static_cast<double>(points.rows) * std::log(std::fabs(scale));
    }
    FitMixtureOptions options;
    options.most_components = 3;
    const auto here = fit_mixture(points, options), there = fit_mixture(mapped, options);
    for (const auto& run : read_runs(GetParam())) {
        if (run["grade"] != "A" || run["k"] > 3) continue;
        const auto k = run["k"].get<std::size_t>() - 1;
        EXPECT_NEAR(here->fits[k].log_likelihood, there->fits[k].log_likelihood + jacobian, 1e-6);
        EXPECT_EQ(here->fits[k].counts, there->fits[k].counts);
    }
}

// scikit-learn's default on the raw columns, recorded with its random state 0. Its k-means start is
// not ours; where both reach the same partition, iterations and likelihood agree.
TEST(MixtureOracleScikitLearn, DefaultIsReproducedFromTheSamePartition) {
    SNEDDON_NEEDS_SHARED();
    const std::pair<const char*, std::size_t> cases[] = {{"paper900", 1},
                                                         {"paper900", 2},
                                                         {"iris", 1},
                                                         {"iris", 2},
                                                         {"iris", 4},
                                                         {"mclust_diabetes", 1},
                                                         {"mclust_diabetes", 2},
                                                         {"duplicates", 1},
                                                         {"duplicates", 3}};
    for (const auto& [set, components] : cases) {
        const auto result = scikit_learn_fit(read_points(set), components, 0);
        const auto runs = read_runs(set);
        const auto& recorded = runs.at(components - 1).at("sklearn_default_raw");
        EXPECT_EQ(result.iterations, recorded.at("n_iter").get<std::size_t>())
            << set << " k = " << components;
        const double log_likelihood = recorded.at("loglik");
        EXPECT_NEAR(result.log_likelihood, log_likelihood, 1e-9 * std::fabs(log_likelihood))
            << set << " k = " << components;
    }
}

TEST(MixtureOraclePaper, ThreeComponentsOfTheSyntheticStudyHaveThePublishedNumbers) {
    SNEDDON_NEEDS_SHARED();
    FitMixtureOptions options;
    options.most_components = 4;
    const auto fits = fit_mixture(read_points("paper900"), options);
    const MixtureFit& fit = fits->fits[*fits->chosen];
    EXPECT_EQ(fit.components, 3u);
    EXPECT_NEAR(fit.log_likelihood, -1873.286693, 2e-6);  // the record stops 1.4e-6 short
    EXPECT_NEAR(fit.criteria.bic, 3862.2141, 1e-4);
    EXPECT_EQ(fit.counts, (std::vector<double>{222, 416, 262}));
}

// Thyroid (mclust): 150 normal, 35 hyperthyroid and 30 hypothyroid patients. A group of 38 is thin
// where the few sick ones widen the cloud, and was called a spike; the search hung on the seed.
TEST(MixtureCases, ThyroidHasThreeClassesForEverySeed) {
    SNEDDON_NEEDS_SHARED();
    const auto file = shared_folder() / "cases" / "50-statistics" / "r_thyroid.csv";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "needs " << file;
    const Points points = read_table(file);
    ASSERT_EQ(points.rows, 215u);
    ASSERT_EQ(points.dimensions(), 5u);
    for (const std::uint64_t seed : {0u, 1u, 2u, 3u}) {
        FitMixtureOptions options;
        options.most_components = 5;
        options.seed = seed;
        options.threads = 2;
        const auto fits = fit_mixture(points, options);
        ASSERT_TRUE(fits->chosen);
        EXPECT_EQ(fits->fits[*fits->chosen].components, 3u) << seed;
        // mclust and scikit-learn know -2210.26 of four components; three are more likely than
        // theirs.
        EXPECT_GE(fits->fits[2].log_likelihood, -2238.3905) << seed;
        EXPECT_GE(fits->fits[3].log_likelihood, -2194.45) << seed;
        EXPECT_GE(fits->fits[2].starts_at_best, 30u) << seed;
    }
}

// Two parallel bands of 300 rows, 10 widths apart (scikit-learn 34845): ln L from the true
// partition.
TEST(MixtureCases, ParallelBandsAndCorrelatedColumns) {
    SNEDDON_NEEDS_SHARED();
    const auto cases = shared_folder() / "cases";
    const auto bands = cases / "05-mixture-two-parallel-bands" / "cig15.csv";
    const auto cloud = cases / "06-mixture-correlated-columns" / "corr.csv";
    if (!std::filesystem::exists(bands)) GTEST_SKIP() << "needs " << bands;
    FitMixtureOptions options;
    options.most_components = 3;
    const auto two = fit_mixture(read_table(bands), options);
    EXPECT_EQ(*two->chosen, 1u);
    EXPECT_NEAR(two->fits[1].log_likelihood, -2198.09, 0.01);
    EXPECT_EQ(two->fits[1].counts, (std::vector<double>{300, 300}));
    const auto one = fit_mixture(read_table(cloud), options);
    EXPECT_EQ(*one->chosen, 0u);
    EXPECT_TRUE(one->fits[0].flags.empty());
    EXPECT_NEAR(one->fits[0].criteria.bic, 995.43, 0.01);
}

}  // namespace
}  // namespace sneddon
