#include "study/groups/pair_tests.hpp"

#include <array>
#include <cmath>

#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

double random_variance(const std::vector<TestRow>& tests, const Rows& rows,
                       QuantityIndex quantity) {
    std::vector<double> squares;
    for (const std::size_t row : rows) {
        const double u = tests[row].u_random[quantity];
        if (is_finite(u) && is_finite(tests[row].values[quantity])) squares.push_back(u * u);
    }
    return mean(squares);
}

}  // namespace

SpreadComparison compare_spreads(const std::vector<TestRow>& tests, const Rows& a, const Rows& b,
                                 QuantityIndex quantity) {
    const std::vector<double> first = finite_values(tests, a, quantity);
    const std::vector<double> second = finite_values(tests, b, quantity);
    const double variance_a = random_variance(tests, a, quantity);
    const double variance_b = random_variance(tests, b, quantity);
    SpreadComparison found;
    found.sd_a = standard_deviation(first);
    found.sd_b = standard_deviation(second);
    found.u_random_a = std::sqrt(variance_a);
    found.u_random_b = std::sqrt(variance_b);
    const bool is_known = is_finite(variance_a) && is_finite(variance_b);
    found.ratio = spread_ratio(first, second, is_known ? variance_a : 0, is_known ? variance_b : 0);
    const std::array<std::span<const double>, 2> sets = {first, second};
    found.test = brown_forsythe(sets);
    return found;
}

EquivalenceFinding are_equivalent(double mean_a, double mean_b, const EstimateError& error,
                                  double margin) {
    const double half_sum = (mean_a + mean_b) / 2;
    return {two_one_sided_tests(mean_a - mean_b, error, margin * std::abs(half_sum)), nan};
}

}  // namespace sneddon
