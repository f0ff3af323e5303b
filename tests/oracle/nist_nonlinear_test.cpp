// NIST StRD, nonlinear regression: 27 data sets from 2 starts each, one setting for all.
#include "tools/nist_nonlinear.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/shared_data.hpp"

namespace sneddon {
namespace {

std::filesystem::path folder() {
    return testing::shared_folder() / "data/nist_strd/nonlinear";
}

// The best library measured solves 53 of the 54 with a mean of 9.15 digits.
TEST(NistNonlinear, All54ProblemsReachSixDigitsAndNinePointFiveOnAverage) {
    SNEDDON_NEEDS_SHARED();
    double digits_sum = 0, error_digits_sum = 0;
    for (std::size_t problem = 0; problem < nist_problem_count; ++problem) {
        const auto certified = read_nist_certified(folder(), problem);
        ASSERT_TRUE(certified) << nist_problem_name(problem);
        for (const std::size_t start : {0u, 1u}) {
            SCOPED_TRACE(std::string(nist_problem_name(problem)) + " start " +
                         std::to_string(start + 1));
            const auto result = solve_nist(problem, *certified, start);
            const double digits = log_relative_error(result.parameters, certified->values);
            EXPECT_GE(digits, 6);
            EXPECT_TRUE(result.is_converged()) << words(result.end);
            digits_sum += digits;
            error_digits_sum += log_relative_error(result.standard_errors, certified->deviations);
        }
    }
    RecordProperty("mean_digits", std::to_string(digits_sum / 54));
    RecordProperty("mean_digits_of_standard_errors", std::to_string(error_digits_sum / 54));
    EXPECT_GE(digits_sum / 54, 9.5);
    EXPECT_GE(error_digits_sum / 54, 9);  // Lanczos1's errors hang on a sum of squares of 1e-25
}

TEST(NistNonlinear, TheTallyIsThatOfTheProblems) {
    SNEDDON_NEEDS_SHARED();
    const NistTally tally = tally_nist(folder());
    EXPECT_EQ(tally.tried, 54u);
    EXPECT_EQ(tally.with_six_digits, 54u);
    EXPECT_GE(tally.mean_digits, 9.5);
    EXPECT_EQ(tally_nist(folder() / "absent").tried, 0u);
}

// The comparison itself must be able to fail.
TEST(NistNonlinear, APerturbedCertifiedValueIsNoticed) {
    SNEDDON_NEEDS_SHARED();
    auto certified = read_nist_certified(folder(), 0);
    ASSERT_TRUE(certified);
    const auto result = solve_nist(0, *certified, 0);
    ASSERT_GE(log_relative_error(result.parameters, certified->values), 6);
    certified->values[1] *= 1 + 1e-5;
    EXPECT_LT(log_relative_error(result.parameters, certified->values), 6);
}

}  // namespace
}  // namespace sneddon
