#include "study/groups/compare_groups.hpp"

#include <array>
#include <utility>

#include "base/nan.hpp"
#include "numeric/resampling/multiple_tests.hpp"
#include "numeric/sum/moments.hpp"
#include "study/samples.hpp"
#include "study/table.hpp"

namespace sneddon {
namespace {

constexpr std::array compared = {"h_c_nm"_q,     "H_IT_GPa"_q,   "E_r_GPa"_q,
                                 "E_IT_GPa"_q,   "W_total_pJ"_q, "W_elast_pJ"_q,
                                 "W_plast_pJ"_q, "eta_IT"_q,     "creep_nm"_q};

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

/// Two load functions of one sample, or one load function of two: else both would differ at once.
bool is_one_question(const StudyResult& study, const LoadFunctionRows& a,
                     const LoadFunctionRows& b) {
    const auto sample_a = shared_sample(study.tests, a.rows),
               sample_b = shared_sample(study.tests, b.rows);
    if (!sample_a || !sample_b || sample_a == sample_b) return true;
    return without_sample(study, *sample_a, a.name) == without_sample(study, *sample_b, b.name);
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
                                     const std::vector<Pair>& pairs, QuantityIndex quantity) {
    std::vector<GroupComparison> found;
    for (const auto& [a, b] : pairs) {
        GroupComparison pair{quantity, a->name, b->name, {}};
        pair.welch = welch_test(finite_values(tests, a->rows, quantity),
                                finite_values(tests, b->rows, quantity));
        if (is_nan(pair.welch.p)) continue;  // too few values, or no spread
        pair.u_common = common_uncertainty(tests, a->rows, b->rows, quantity);
        found.push_back(std::move(pair));
    }
    // One quantity is one family of tests: the question "do groups differ in H_IT?"
    std::vector<double> p;
    for (const GroupComparison& pair : found) p.push_back(pair.welch.p);
    const std::vector<double> adjusted = holm_adjusted(p);
    for (std::size_t i = 0; i < found.size(); ++i) found[i].p_holm = adjusted[i];
    return found;
}

}  // namespace

std::vector<GroupComparison> compare_groups(const StudyResult& study) {
    const std::vector<LoadFunctionRows> groups = by_load_function(study.tests);
    const std::vector<Pair> pairs = pairs_to_compare(study, groups);
    std::vector<GroupComparison> all;
    for (const QuantityIndex quantity : compared)
        for (GroupComparison& pair : compare(study.tests, pairs, quantity))
            all.push_back(std::move(pair));
    return all;
}

}  // namespace sneddon
