#include "study/groups/compare_groups.hpp"

#include <utility>

#include "base/nan.hpp"
#include "numeric/sum/moments.hpp"
#include "study/groups/compared_quantities.hpp"
#include "study/samples.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

/// The mean of what all tests of both groups share; NaN where it was not computed.
double common_uncertainty(const std::vector<TestRow>& tests, const Rows& a, const Rows& b,
                          QuantityIndex quantity) {
    std::vector<double> common;
    for (const Rows* rows : {&a, &b})
        for (const std::size_t row : *rows)
            if (is_finite(tests[row].u_common[quantity]))
                common.push_back(tests[row].u_common[quantity]);
    return mean(common);
}

/// Of one sample, or of none in particular: samples are compared in study/compare.
bool is_one_question(const StudyResult& study, const LoadFunctionRows& a,
                     const LoadFunctionRows& b) {
    const auto sample_a = shared_sample(study.tests, a.rows),
               sample_b = shared_sample(study.tests, b.rows);
    return !sample_a || !sample_b || sample_a == sample_b;
}

using Pair = std::pair<const LoadFunctionRows*, const LoadFunctionRows*>;

std::vector<Pair> pairs_to_compare(const StudyResult& study,
                                   const std::vector<LoadFunctionRows>& groups) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            if (is_one_question(study, groups[i], groups[j]))
                pairs.emplace_back(&groups[i], &groups[j]);
    return pairs;
}

std::vector<GroupComparison> compare(const std::vector<TestRow>& tests,
                                     const std::vector<Pair>& pairs, QuantityIndex quantity,
                                     double margin) {
    std::vector<GroupComparison> found;
    for (const auto& [a, b] : pairs) {
        GroupComparison pair;
        pair.quantity = quantity;
        pair.a = a->name;
        pair.b = b->name;
        const std::vector<double> first = finite_values(tests, a->rows, quantity);
        const std::vector<double> second = finite_values(tests, b->rows, quantity);
        pair.welch = welch_test(first, second);
        if (is_nan(pair.welch.p)) continue;  // too few values, or no spread
        pair.u_common = common_uncertainty(tests, a->rows, b->rows, quantity);
        pair.mean_a = mean(first);
        pair.mean_b = mean(second);
        pair.spread = compare_spreads(tests, a->rows, b->rows, quantity);
        pair.equivalence = are_equivalent(pair.mean_a, pair.mean_b,
                                          {pair.welch.standard_error, pair.welch.df, 0}, margin);
        found.push_back(std::move(pair));
    }
    // One quantity is one family of tests: the question "do groups differ in H_IT?"
    correct_pairs_by_holm(found, [](const GroupComparison& pair) { return pair.welch.p; });
    return found;
}

}  // namespace

std::vector<GroupComparison> compare_groups(const StudyResult& study, double margin) {
    const std::vector<LoadFunctionRows> groups = by_load_function(study.tests);
    const std::vector<Pair> pairs = pairs_to_compare(study, groups);
    std::vector<GroupComparison> all;
    for (const QuantityIndex quantity : compared_quantities)
        for (GroupComparison& pair : compare(study.tests, pairs, quantity, margin))
            all.push_back(std::move(pair));
    return all;
}

}  // namespace sneddon
