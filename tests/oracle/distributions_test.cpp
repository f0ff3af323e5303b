// Reference fits of distributions with 34 digits, densities and bandwidths of scipy and R.
#include <gtest/gtest.h>

#include <cmath>

#include "numeric/distribution/goodness_of_fit.hpp"
#include "numeric/distribution/kernel_density.hpp"
#include "numeric/distribution/survival_fit.hpp"
#include "numeric/distribution/vuong.hpp"
#include "sneddon/numeric/distribution_fit.hpp"
#include "support/oracle_files.hpp"

namespace sneddon {
namespace {

using testing::number;

struct Set {
    std::filesystem::path file;
    nlohmann::json reference;
    std::vector<double> values;
};

std::vector<Set> sets() {
    std::vector<Set> all;
    for (const auto& file :
         testing::files_like(testing::shared_folder() / "oracles/fits", "dist_", ".json")) {
        if (file.filename().string().ends_with(".R.json")) continue;
        auto table = file;
        all.push_back({file, testing::json_file(file),
                       testing::csv_columns(table.replace_extension(".csv")).at(0)});
    }
    return all;
}

void expect_relative(double found, const nlohmann::json& reference, double tolerance,
                     const std::string& what) {
    EXPECT_NEAR(found, number(reference), tolerance * std::abs(number(reference))) << what;
}

class DistributionOracle : public ::testing::Test {
  protected:
    void SetUp() override { SNEDDON_NEEDS_SHARED(); }
};

// Parameters 1e-10 relative, likelihoods 1e-9; scipy is off by up to 3e-5, R by 2e-7.
TEST_F(DistributionOracle, MaximumLikelihoodAndItsCriteria) {
    ASSERT_FALSE(sets().empty());
    for (const Set& set : sets()) {
        for (const auto family : continuous_distribution_families) {
            SCOPED_TRACE(set.file.filename().string() + " " + std::string(name(family)));
            const auto& families = set.reference["families"];
            const auto fit = fit_distribution(set.values, family);
            if (!families.contains(std::string(name(family)))) {
                if (family == DistributionFamily::weibull3) {
                    EXPECT_EQ(fit.state, DistributionFitState::no_interior_optimum);
                }
                continue;
            }
            const auto& reference = families[std::string(name(family))];
            ASSERT_TRUE(fit.is_fitted()) << words(fit.state);
            const auto names = parameter_names(family);
            for (std::size_t j = 0; j < names.size(); ++j)
                expect_relative(fit.distribution.parameters[j],
                                reference["params"][std::string(names[j])], 1e-10,
                                std::string(names[j]));
            EXPECT_NEAR(fit.log_likelihood, number(reference["logL"]), 1e-9);
            EXPECT_NEAR(fit.criteria.aic, number(reference["AIC"]), 1e-9);
            EXPECT_NEAR(fit.criteria.aicc, number(reference["AICc"]), 1e-9);
            EXPECT_NEAR(fit.criteria.bic, number(reference["BIC"]), 1e-9);
            const auto distances = goodness_of_fit(set.values, fit.distribution);
            EXPECT_NEAR(distances.ks, number(reference["KS"]), 1e-9);
            EXPECT_NEAR(distances.ad, number(reference["AD"]), 1e-9);
            EXPECT_NEAR(distances.cvm, number(reference["CvM"]), 1e-9);
        }
    }
}

TEST_F(DistributionOracle, Vuong) {
    for (const Set& set : sets()) {
        const auto test = vuong_test(
            set.values, fit_distribution(set.values, DistributionFamily::weibull2).distribution,
            fit_distribution(set.values, DistributionFamily::normal).distribution);
        const auto& reference = set.reference["vuong_weibull2_minus_normal"];
        EXPECT_NEAR(test.log_likelihood_ratio, number(reference["logL_ratio"]), 1e-9);
        expect_relative(test.z, reference["z"], 1e-10, set.file.filename());
        expect_relative(test.p_two_sided, reference["p_two_sided"], 1e-8, set.file.filename());
    }
}

// R squared to 1e-6; the parameters of least squares to the reference's own convergence.
TEST_F(DistributionOracle, LeastSquaresOnTheSurvivalFunction) {
    const std::pair<PlottingPosition, const char*> positions[] = {
        {PlottingPosition::hazen, "hazen (i-0.5)/n"},
        {PlottingPosition::mean, "mean i/(n+1)"},
        {PlottingPosition::benard, "benard (i-0.3)/(n+0.4)"},
        {PlottingPosition::at_least, "step_ge (n-i+1)/n"},
        {PlottingPosition::above, "step_gt (n-i)/n"}};
    for (const Set& set : sets()) {
        for (const auto& [position, key] : positions) {
            for (const auto family : {DistributionFamily::normal, DistributionFamily::weibull2}) {
                SCOPED_TRACE(set.file.filename().string() + " " + key + " " +
                             std::string(name(family)));
                const auto& reference = set.reference["ccdf_fits"][key][std::string(name(family))];
                const auto fit = fit_survival(set.values, family, position);
                ASSERT_TRUE(fit.is_fitted);
                EXPECT_NEAR(fit.r_squared, number(reference["lsq_R2"]), 1e-6);
                EXPECT_LE(fit.ssr, number(reference["lsq_SSR"]) * (1 + 1e-9));
                const auto names = parameter_names(family);
                for (std::size_t j = 0; j < names.size(); ++j)
                    expect_relative(fit.distribution.parameters[j],
                                    reference["lsq_params"][std::string(names[j])], 1e-6,
                                    std::string(names[j]));
                const auto likeliest = fit_distribution(set.values, family);
                EXPECT_NEAR(survival_r_squared(set.values, likeliest.distribution, position),
                            number(reference["R2_of_MLE_curve"]), 1e-6);
                if (!reference.contains("weibull_plot_lsq")) continue;
                const auto& plot_reference = reference["weibull_plot_lsq"];
                const auto plot = weibull_plot(set.values, position);
                expect_relative(plot.k, plot_reference["k"], 1e-10, "k of the plot");
                expect_relative(plot.lambda, plot_reference["lambda_"], 1e-10, "lambda");
                EXPECT_NEAR(plot.r_squared, number(plot_reference["R2"]), 1e-10);
            }
        }
    }
}

TEST_F(DistributionOracle, KernelDensities) {
    const std::pair<BandwidthRule, const char*> rules[] = {
        {BandwidthRule::scott, "scott_scipy"},
        {BandwidthRule::silverman, "silverman_scipy"},
        {BandwidthRule::nrd0, "nrd0_R"}};
    for (const Set& set : sets()) {
        const auto& kde = set.reference["kde"];
        const auto points = kde["grid"].get<std::vector<double>>();
        for (const auto& [rule, key] : rules) {
            SCOPED_TRACE(set.file.filename().string() + " " + key);
            const double h = bandwidth(set.values, rule);
            expect_relative(h, kde["bandwidths"][key], 1e-12, "bandwidth");
            const auto density = kernel_density(set.values, h, points);
            for (std::size_t i = 0; i < points.size(); ++i) {
                const double expected = number(kde["values"][key][i]);
                EXPECT_NEAR(density[i], expected, 1e-10 * expected + 1e-300) << points[i];
            }
        }
        const double isj = bandwidth(set.values, BandwidthRule::improved_sheather_jones);
        expect_relative(isj, kde["isj"]["h_mesh1024"], 0.02, set.file.filename());
        auto scaled = set.values;
        for (double& x : scaled) x *= 1000;
        EXPECT_NEAR(bandwidth(scaled, BandwidthRule::improved_sheather_jones) / (1000 * isj), 1,
                    1e-9);
    }
}

// alpha by its closed form at the xmin of the reference; R itself minimises numerically (1e-7).
TEST_F(DistributionOracle, PowerLawTails) {
    const auto folder = testing::shared_folder() / "oracles/fits";
    for (const auto& reference : testing::json_file(folder / "powerlaw_reference.json")) {
        if (reference["discrete"].get<bool>()) continue;  // the law of whole numbers is another one
        const std::string set = reference["name"];
        SCOPED_TRACE(set);
        std::vector<double> values;
        if (set.starts_with("csn_")) {
            std::ifstream file(folder / (set + ".txt"));
            for (double x = 0; file >> x;) values.push_back(x);
        } else {
            values = testing::csv_columns(folder / (set + ".csv")).at(0);
        }
        const auto fit = fit_distribution(values, DistributionFamily::power_law);
        ASSERT_TRUE(fit.is_fitted());
        EXPECT_EQ(fit.distribution.parameters[1], number(reference["xmin"]));
        EXPECT_EQ(fit.n, reference["ntail"].get<std::size_t>());
        expect_relative(fit.distribution.parameters[0], reference["alpha_closed_form"], 1e-12,
                        "alpha");
        EXPECT_NEAR(goodness_of_fit(values, fit.distribution).ks, number(reference["KS"]), 1e-6);
        // The reference's log-likelihood is taken at its own alpha, 2e-7 beside the optimum.
        EXPECT_NEAR(fit.log_likelihood, number(reference["logL"]), 1e-9);
    }
}

// The comparison must be able to fail.
TEST_F(DistributionOracle, AChangedValueIsNoticed) {
    Set set = sets().at(0);
    set.values[0] += 1e-6;
    const auto fit = fit_distribution(set.values, DistributionFamily::weibull2);
    const double certified = number(set.reference["families"]["weibull2"]["params"]["k"]);
    EXPECT_GT(std::abs(fit.distribution.parameters[0] - certified), 1e-10 * certified);
}

}  // namespace
}  // namespace sneddon
