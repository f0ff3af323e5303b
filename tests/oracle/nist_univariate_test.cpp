// NIST StRD, univariate summary statistics: the lag-1 autocorrelation coefficient.
#include <gtest/gtest.h>

#include "numeric/sum/autocorrelation.hpp"
#include "support/nist_strd.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

struct Case {
    const char* name;
    double digits;  ///< what the decimal data leave after they are rounded to doubles
};

class NistUnivariate : public ::testing::TestWithParam<Case> {};

TEST_P(NistUnivariate, Lag1AutocorrelationReachesTheDigitsOfTheData) {
    SNEDDON_NEEDS_SHARED();
    const auto lines = testing::file_lines(testing::shared_folder() / "data/nist_strd/univariate" /
                                           (std::string(GetParam().name) + ".dat"));
    std::vector<double> values;
    for (const auto& row : testing::nist_rows(lines)) values.push_back(row.at(0));
    const auto certified = testing::nist_values(lines, "Sample Autocorrelation Coefficient");
    ASSERT_FALSE(certified.empty());
    const double digits =
        testing::log_relative_error(lag_one_autocorrelation(values), certified.back());
    RecordProperty("digits", std::to_string(digits));
    EXPECT_GE(digits, GetParam().digits);
}

INSTANTIATE_TEST_SUITE_P(All, NistUnivariate,
                         ::testing::Values(Case{"PiDigits", 10.9}, Case{"Lottery", 10.9},
                                           Case{"Lew", 10.9}, Case{"Mavro", 10.9},
                                           Case{"Michelso", 10.9}, Case{"NumAcc1", 10.9},
                                           Case{"NumAcc2", 10.9}, Case{"NumAcc3", 10.9},
                                           Case{"NumAcc4", 10.9}),
                         [](const auto& set) { return std::string(set.param.name); });

}  // namespace
}  // namespace sneddon
