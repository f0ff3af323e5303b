// Reference fits of y = a t + b t^c in 80-bit arithmetic, one of them checked with 34 digits.
#include "sneddon/numeric/linear_power_law.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/oracle_files.hpp"

namespace sneddon {
namespace {

using testing::number;
using P = LinearPowerParameter;

// 1e-9 relative or 1e-7 standard errors. Doubles reach 1e-14; MINPACK stops at 2e-7.
void expect_same(double found, double reference, double standard_error, const std::string& what) {
    EXPECT_NEAR(found, reference,
                std::max(1e-9 * std::abs(reference), 1e-7 * std::abs(standard_error)))
        << what;
}

void expect_same_fit(const LinearPowerFit& fit, const nlohmann::json& reference, bool has_noise) {
    ASSERT_TRUE(fit.is_fitted()) << words(fit.state);
    const std::pair<const char*, P> parameters[] = {{"a", P::a}, {"b", P::b}, {"c", P::c}};
    const double values[] = {fit.a, fit.b, fit.c};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& [name, place] = parameters[i];
        if (!reference["params"].contains(name)) continue;
        const double error = fit.independent_errors[static_cast<std::size_t>(place)];
        expect_same(values[i], number(reference["params"][name]), std::isnan(error) ? 0 : error,
                    name);
        if (has_noise && reference.contains("se") && reference["se"].contains(name))
            expect_same(error, number(reference["se"][name]), 0, std::string("se of ") + name);
    }
    if (has_noise) expect_same(fit.ssr, number(reference["ssr"]), 0, "ssr");
    if (reference.contains("R2")) expect_same(fit.r_squared, number(reference["R2"]), 0, "R2");
}

TEST(LinearPowerOracle, FitsAreThoseOfExtendedPrecision) {
    SNEDDON_NEEDS_SHARED();
    const auto files =
        testing::files_like(testing::shared_folder() / "oracles/fits", "creep_", ".json");
    ASSERT_FALSE(files.empty());
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename());
        const auto reference = testing::json_file(file);
        auto table = file;
        const auto columns = testing::csv_columns(table.replace_extension(".csv"));
        LinearPowerOptions options;
        if (number(reference["true"]["h0"]) != 0) options.y0_freedom = Freedom::fitted;
        // Exact data leave residuals of rounding alone, which no two programs share.
        const bool has_noise = number(reference["true"]["sigma"]) > 0;
        expect_same_fit(fit_linear_power(columns[0], columns[1], options),
                        reference["unconstrained"], has_noise);
        if (reference.contains("bounded_a_ge_0")) {
            auto bounded = options;
            bounded.sign_rule = SignRule::nonnegative;
            expect_same_fit(fit_linear_power(columns[0], columns[1], bounded),
                            reference["bounded_a_ge_0"], has_noise);
        }
        if (reference.contains("model_a_eq_0")) {
            auto without = options;
            without.a_freedom = Freedom::fixed;
            expect_same_fit(fit_linear_power(columns[0], columns[1], without),
                            reference["model_a_eq_0"], has_noise);
        }
    }
}

// The comparison must be able to fail.
TEST(LinearPowerOracle, ACurveWithOneValueChangedIsNoticed) {
    SNEDDON_NEEDS_SHARED();
    const auto folder = testing::shared_folder() / "oracles/fits";
    const auto reference = testing::json_file(folder / "creep_06_aneg_bound.json");
    auto columns = testing::csv_columns(folder / "creep_06_aneg_bound.csv");
    columns[1][300] += 1e-4;
    const double c = fit_linear_power(columns[0], columns[1]).c;
    const double certified = number(reference["unconstrained"]["params"]["c"]);
    EXPECT_GT(std::abs(c - certified), 1e-9 * certified);
}

}  // namespace
}  // namespace sneddon
