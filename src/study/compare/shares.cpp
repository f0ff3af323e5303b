#include "study/compare/shares.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>

#include "model/cluster_name.hpp"
#include "numeric/resampling/multiple_tests.hpp"
#include "numeric/sum/quantiles.hpp"
#include "study/compare/number_facts.hpp"
#include "study/compare/sample_rows.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_scores = 3;  // two have a difference, no trend
constexpr double one_peak_within = 0.05;  // as in load_functions.cpp

/// Whether a test counts for a share, and whether it is in it.
struct Counted {
    std::string name;
    std::function<std::optional<bool>(const TestRow&)> is_in;  ///< none: the test does not count
};

std::vector<Counted> all_shares(const StudyFacts& facts, std::size_t clusters,
                                const std::vector<Limit>& limits) {
    std::vector<Counted> shares;
    if (clusters > 1)
        for (std::size_t label = 0; label < clusters; ++label)
            shares.push_back({cluster_name(facts, label), [label](const TestRow& row) {
                                  return row.cluster ? std::optional(*row.cluster ==
                                                                     static_cast<int>(label))
                                                     : std::nullopt;
                              }});
    for (const Limit& limit : limits)
        shares.push_back({limit.text, [limit](const TestRow& row) {
                              const double value = row.values[limit.quantity];
                              return is_finite(value) ? std::optional(limit.holds(value))
                                                      : std::nullopt;
                          }});
    return shares;
}

/// Tests at one place of an order.
struct ScoredRows {
    double score = 0;
    Rows rows;
};

struct Ordered {
    std::string factor, within;
    std::vector<ScoredRows> places;
};

ScoredShare counted(const std::vector<TestRow>& tests, const ScoredRows& place,
                    const Counted& share) {
    ScoredShare found{place.score, 0, 0};
    for (const std::size_t row : place.rows) {
        const auto is_in = share.is_in(tests[row]);
        if (!is_in) continue;
        ++found.n;
        found.count += *is_in ? 1 : 0;
    }
    return found;
}

bool are_of_one_peak(const std::vector<TestRow>& tests, const Ordered& order) {
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const ScoredRows& place : order.places) {
        const std::vector<double> loads = finite_values(tests, place.rows, "F_max_uN"_q);
        if (loads.empty()) return false;
        least = std::min(least, median(loads));
        most = std::max(most, median(loads));
    }
    return most <= (1 + one_peak_within) * least;
}

/// Load functions of each sample along their holds.
std::vector<Ordered> along_holds(const StudyResult& study) {
    std::map<std::size_t, Ordered> by_sample;
    for (const LoadFunctionRows& group : by_load_function(study.tests)) {
        const auto sample = shared_sample(study.tests, group.rows);
        if (!sample) continue;
        Ordered& order = by_sample[*sample];
        order.factor = "hold_s";
        order.within = study.samples.empty() ? "" : sample_name(study, *sample);
        order.places.push_back({group.hold_s, group.rows});
    }
    std::vector<Ordered> orders;
    for (auto& [sample, order] : by_sample)
        if (are_of_one_peak(study.tests, order)) orders.push_back(std::move(order));
    return orders;
}

/// Samples at each load function along each numeric fact.
std::vector<Ordered> along_facts(const StudyResult& study) {
    std::vector<Ordered> orders;
    for (const std::string& fact : number_facts(study))
        for (const SamplesAtLoad& load : samples_at_loads(study)) {
            Ordered order{fact, load.load_function, {}};
            for (const SampleRows& sample : load.samples)
                if (const auto value = number_of(facts_of(study, sample.place), fact))
                    order.places.push_back({*value, sample.rows});
            orders.push_back(std::move(order));
        }
    return orders;
}

std::optional<ShareTrendFinding> trend_along(const std::vector<TestRow>& tests,
                                             const Ordered& order, const Counted& share) {
    ShareTrendFinding found{share.name, order.factor, order.within, {}, {}, nan};
    std::set<double> scores;
    for (const ScoredRows& place : order.places) {
        const ScoredShare of_place = counted(tests, place, share);
        if (of_place.n == 0) continue;
        scores.insert(of_place.score);
        found.shares.push_back(of_place);
    }
    if (scores.size() < fewest_scores) return std::nullopt;
    std::ranges::stable_sort(found.shares, {}, &ScoredShare::score);
    found.trend = cochran_armitage(found.shares);
    if (is_nan(found.trend.p)) return std::nullopt;
    return found;
}

void correct(std::vector<ShareTrendFinding>& trends) {
    std::map<std::string, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < trends.size(); ++i) families[trends[i].factor].push_back(i);
    for (const auto& [factor, members] : families) {
        std::vector<double> p;
        for (const std::size_t i : members) p.push_back(trends[i].trend.p);
        const std::vector<double> adjusted = holm_adjusted(p);
        for (std::size_t i = 0; i < members.size(); ++i) trends[members[i]].p_holm = adjusted[i];
    }
}

}  // namespace

std::vector<LimitShare> limit_shares(const StudyResult& study, const std::vector<Limit>& limits) {
    std::vector<LimitShare> all;
    for (const Counted& share : all_shares(study.facts, 0, limits))
        for (const LoadFunctionRows& group : by_load_function(study.tests)) {
            const ScoredShare found = counted(study.tests, {0, group.rows}, share);
            if (found.n == 0) continue;
            all.push_back({share.name, group.name, found.count, found.n,
                           wilson_interval(found.count, found.n)});
        }
    return all;
}

std::vector<ShareTrendFinding> share_trends(const StudyResult& study, std::size_t clusters,
                                            const std::vector<Limit>& limits) {
    std::vector<Ordered> orders = along_holds(study);
    for (Ordered& order : along_facts(study)) orders.push_back(std::move(order));
    std::vector<ShareTrendFinding> trends;
    for (const Ordered& order : orders)
        for (const Counted& share : all_shares(study.facts, clusters, limits))
            if (auto trend = trend_along(study.tests, order, share))
                trends.push_back(*std::move(trend));
    correct(trends);
    return trends;
}

}  // namespace sneddon
