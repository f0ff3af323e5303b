#include "numeric/mixture/family/fit_families.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "../mixture_cases.hpp"

namespace sneddon {
namespace {

MixtureFits gaussian_fits(const Points& points, std::size_t most) {
    FitMixtureOptions options;
    options.most_components = most;
    options.starts = {2, 10, 1, 0, 0};
    return *fit_mixture(points, options);
}

FamilyOptions both() {
    FamilyOptions options;
    options.families = {ComponentFamily::student_t, ComponentFamily::skew_normal};
    return options;
}

Points two_t_groups() {
    Points points = testing::cloud({2, {0.5, 0.5}, {0, 0, 0, 0}, {1, 0, 0, 1, 1, 0, 0, 1}}, 600, 3);
    RandomStream random(8);
    for (std::size_t i = 0; i < points.rows; ++i) {
        double chi2 = 0;
        for (int k = 0; k < 3; ++k) chi2 += std::pow(random.normal(), 2);
        for (auto& column : points.columns) column[i] *= std::sqrt(3 / chi2);
        if (i % 2 == 0) points.columns[0][i] += 12;
    }
    return points;
}

TEST(FitFamilies, HeavyTailedGroupsAreTwoTComponents) {
    const Points points = two_t_groups();
    const auto fits = fit_families(points, gaussian_fits(points, 3), both());
    ASSERT_TRUE(fits);
    EXPECT_EQ(fits->size(), 6u);
    const ShapedFit* best = least(*fits, &MixtureCriteria::bic);
    ASSERT_TRUE(best);
    EXPECT_EQ(best->words(), "2 t components");
    EXPECT_EQ(best->parameters, 13u);
    EXPECT_NEAR(best->mixture.degrees[0], 3, 1.5);
    EXPECT_NEAR(best->mixture.locations[0], 0, 0.3);
    EXPECT_NEAR(best->mixture.locations[2], 12, 0.3);
    EXPECT_NEAR(best->criteria.bic, 13 * std::log(600.0) - 2 * best->log_likelihood, 1e-9);
    EXPECT_NEAR(best->counts[0] + best->counts[1], 600, 1e-9);
    EXPECT_NEAR(evaluate(best->mixture, points).log_likelihood, best->log_likelihood, 1e-6);
}

TEST(FitFamilies, ScatteredRowsAreNoise) {
    Points points = testing::cloud(testing::three_groups(), 600, 5);
    RandomStream random(6);
    for (std::size_t i = 0; i < 60; ++i)
        for (auto& column : points.columns) column[i] = 60 * random.uniform() - 30;
    FamilyOptions options;
    options.also_noise = true;
    const auto fits = fit_families(points, gaussian_fits(points, 4), options);
    const ShapedFit* best = least(*fits, &MixtureCriteria::bic);
    ASSERT_TRUE(best);
    EXPECT_EQ(best->words(), "3 Gaussian components and uniform noise");
    EXPECT_NEAR(best->mixture.noise_weight, 0.1, 0.03);
    EXPECT_EQ(best->counts.size(), 4u);
}

// Each family that is asked for once without noise, all and the Gaussian once with it.
TEST(FitFamilies, FitsWhatIsAskedForAndNoMore) {
    const Points points = testing::cloud(testing::three_groups(), 60, 5);
    const MixtureFits gaussian = gaussian_fits(points, 1);
    const auto words_of = [&](std::vector<ComponentFamily> families, bool also_noise) {
        FamilyOptions options;
        options.families = std::move(families);
        options.also_noise = also_noise;
        std::vector<std::string> words;
        const auto fits = fit_families(points, gaussian, options);
        for (const ShapedFit& fit : *fits) words.push_back(fit.words());
        return words;
    };
    using Words = std::vector<std::string>;
    EXPECT_EQ(words_of({}, false), Words{});
    EXPECT_EQ(words_of({ComponentFamily::gaussian}, false), Words{}) << "that is the Gaussian fit";
    EXPECT_EQ(words_of({ComponentFamily::student_t}, false), Words{"1 t component"});
    EXPECT_EQ(words_of({ComponentFamily::skew_normal}, true),
              (Words{"1 Gaussian component and uniform noise", "1 skew-normal component",
                     "1 skew-normal component and uniform noise"}));
}

// Units are divided out: the same likelihood but for their product, whatever start finds it.
TEST(FitFamilies, UnitsAndThreadsChangeNothing) {
    const Points points = two_t_groups();
    Points scaled = points;
    for (double& x : scaled.columns[0]) x = 1e6 * x - 4;
    const auto first = fit_families(points, gaussian_fits(points, 2), both());
    FamilyOptions threaded = both();
    threaded.threads = 2;
    const auto second = fit_families(scaled, gaussian_fits(scaled, 2), threaded);
    for (std::size_t i = 0; i < first->size(); ++i)
        EXPECT_NEAR((*first)[i].log_likelihood - 600 * std::log(1e6), (*second)[i].log_likelihood,
                    1e-4);
}

}  // namespace
}  // namespace sneddon
