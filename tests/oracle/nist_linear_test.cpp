// NIST StRD, linear regression: every certified digit (11 are compared), where LAPACK on scaled
// columns reaches 7.9 for Filip, 10.8 for Longley and 5.6 for Wampler5.
#include <gtest/gtest.h>

#include <algorithm>

#include "numeric/least_squares/linear_least_squares.hpp"
#include "support/nist_strd.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

struct Case {
    const char* name;
    int degree;  ///< of the polynomial; 0: one column per predictor
    bool has_constant;
    double digits;
};

LinearFit fit(const Case& set, const std::vector<std::vector<double>>& rows) {
    std::vector<double> y, x, columns;
    for (const auto& row : rows) {
        y.push_back(row[0]);
        x.push_back(row[1]);
    }
    if (set.degree > 0) return fit_polynomial(x, y, set.degree);
    if (set.has_constant) columns.assign(rows.size(), 1);
    for (std::size_t j = 1; j < rows[0].size(); ++j)
        for (const auto& row : rows) columns.push_back(row[j]);
    return fit_linear(columns, y);
}

// "   B0   -1467.4   298.0": estimate and standard deviation.
std::vector<double> certified(const std::vector<std::string>& lines, int index) {
    return testing::nist_values(lines, "B" + std::to_string(index) + " ");
}

class NistLinear : public ::testing::TestWithParam<Case> {};

TEST_P(NistLinear, ReachesTheDigitsOfTheReference) {
    SNEDDON_NEEDS_SHARED();
    const Case& set = GetParam();
    const auto lines = testing::file_lines(testing::shared_folder() / "data/nist_strd/linear" /
                                           (std::string(set.name) + ".dat"));
    const auto rows = testing::nist_rows(lines);
    const auto fit = sneddon::fit(set, rows);
    ASSERT_TRUE(fit.is_fitted);
    double worst = 11;
    for (std::size_t j = 0; j < fit.coefficients.size(); ++j) {
        const auto entry = certified(lines, static_cast<int>(j) + (set.has_constant ? 0 : 1));
        ASSERT_EQ(entry.size(), 2u) << j;
        worst = std::min(worst, testing::log_relative_error(fit.coefficients[j], entry[0]));
        // Wampler1 and 2 are exact: their standard deviations are zero.
        if (entry[1] > 0)
            worst = std::min(worst, testing::log_relative_error(fit.standard_errors[j], entry[1]));
    }
    RecordProperty("digits", std::to_string(worst));
    EXPECT_GE(worst, set.digits);
}

INSTANTIATE_TEST_SUITE_P(
    All, NistLinear,
    ::testing::Values(Case{"Norris", 1, true, 10.9}, Case{"Pontius", 2, true, 10.9},
                      Case{"NoInt1", 0, false, 10.9}, Case{"NoInt2", 0, false, 10.9},
                      Case{"Filip", 10, true, 10.9}, Case{"Longley", 0, true, 10.9},
                      Case{"Wampler1", 5, true, 10.9}, Case{"Wampler2", 5, true, 10.9},
                      Case{"Wampler3", 5, true, 10.9}, Case{"Wampler4", 5, true, 10.9},
                      Case{"Wampler5", 5, true, 10.9}),
    [](const auto& set) { return std::string(set.param.name); });

}  // namespace
}  // namespace sneddon
