#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "numeric/mixture/partition_agreement.hpp"
#include "sneddon/numeric/fit_mixture.hpp"
#include "study/checks/checks.hpp"
#include "study/clusters/cluster_items.hpp"

namespace sneddon {
namespace {

/// Of ARI(cluster, hold): one creep law at three holds gives 0.58 to 0.67, three classes in every
/// hold 0.10 (4 simulated studies each, docs/methods/checks.md).
constexpr double agreement_limit = 0.30;
constexpr double single_limit = 2.0 / 3;  // of the holds in which BIC finds one cluster
constexpr std::size_t fewest_tests = 30, most_components = 4;

/// k of least BIC for these columns; 0: no regular fit.
std::size_t best_k(const std::vector<std::vector<double>>& columns, const StudyOptions& options) {
    const Result<Points> points = make_points(columns);
    if (!points) return 0;
    FitMixtureOptions fit;
    fit.most_components = most_components;
    // Few: k of a cloud of some hundred tests, not its last digit.
    fit.starts = {.k_means = 4, .random_rows = 20, .wanted_at_best = 1};
    fit.seed = options.seed;
    fit.threads = options.threads;
    const Result<MixtureFits> fits = fit_mixture(*points, fit);
    return fits && fits->chosen ? fits->fits[*fits->chosen].components : 0;
}

struct Membership {
    std::vector<int> labels, holds;
    std::vector<std::size_t> k_of_hold;
    std::vector<std::string> names;
};

/// Labels and holds of the clustered tests, and k within each hold.
Membership members(const CheckInput& input) {
    const ClusterFinding& clusters = *input.findings.clusters;
    Membership found;
    for (const LoadFunctionRows& group : input.holds()) {
        Rows rows;
        for (const std::size_t row : group.rows)
            if (input.tests[row].cluster) rows.push_back(row);
        if (rows.size() < fewest_tests) continue;  // BIC finds one cluster in few tests of anything
        std::vector<std::vector<double>> columns;
        for (const QuantityIndex feature : clusters.features)
            columns.push_back(values_of(input.tests, rows, feature));
        for (const std::size_t row : rows) {
            found.labels.push_back(*input.tests[row].cluster);
            found.holds.push_back(static_cast<int>(found.names.size()));
        }
        found.names.push_back(group.name);
        found.k_of_hold.push_back(best_k(columns, input.options));
    }
    return found;
}

/// k of all holds together when creep is taken at a time that all of them reached; 0: none.
std::size_t k_at_common_time(const CheckInput& input, double& time_s) {
    const std::pair<double, QuantityIndex> times[] = {
        {30, "creep_30s_nm"_q}, {10, "creep_10s_nm"_q}, {5, "creep_5s_nm"_q}};
    const ClusterFinding& clusters = *input.findings.clusters;
    // The latest first: creep at 30 s tells more than at 5 s, if every hold lasted so long.
    for (const auto& [t_s, quantity] : times) {
        const std::vector<double> creep = values_of(input.tests, clusters.tests, quantity);
        if (!std::ranges::all_of(creep, [](double value) { return is_finite(value); })) continue;
        std::vector<std::vector<double>> columns;
        for (const QuantityIndex feature : clusters.features)
            columns.push_back(
                feature == "creep_nm"_q ? creep : values_of(input.tests, clusters.tests, feature));
        time_s = t_s;
        return best_k(columns, input.options);
    }
    return 0;
}

std::string text_of(const Membership& found, std::size_t pooled_k, double ari, Verdict verdict) {
    std::string text =
        fmt::format("Pooled, BIC finds {} clusters; within single holds it finds", pooled_k);
    for (std::size_t i = 0; i < found.names.size(); ++i)
        text += fmt::format("{} {} ({})", i == 0 ? "" : ",", found.k_of_hold[i], found.names[i]);
    text += fmt::format(". Clusters agree with holds to ARI {:.2f} (limit {:.2f}).", ari,
                        agreement_limit);
    if (verdict == Verdict::likely)
        text +=
            " The clusters may be the holding times themselves: pooled creep of different holds "
            "is a mixture even of one material with one creep law.";
    return text;
}

}  // namespace

Check check_pooling(const CheckInput& input) {
    if (!input.findings.clusters) return not_checked("pooling", "there are no clusters");
    const Membership found = members(input);
    if (found.names.size() < 2)
        return not_checked("pooling", fmt::format("fewer than 2 holds with {} clustered tests each",
                                                  fewest_tests));
    const std::size_t pooled_k = input.clusters();
    const double ari = adjusted_rand_index(found.labels, found.holds);
    const auto single = static_cast<double>(std::ranges::count(found.k_of_hold, 1u));
    const double share_single = single / static_cast<double>(found.names.size());
    Check check;
    check.code = "pooling";
    check.verdict = verdict_above(ari, agreement_limit);
    // Two thirds of 3 is 2: the comparison must not hang on a rounded third.
    constexpr double rounding = 1e-9;
    if (pooled_k >= 2)
        check.verdict = worse(check.verdict, verdict_above(share_single + rounding, single_limit));
    double time_s = nan;
    const std::size_t common_k = k_at_common_time(input, time_s);
    std::vector<double> ks(found.k_of_hold.begin(), found.k_of_hold.end());
    check.evidence = {{"pooled_k", static_cast<double>(pooled_k)},
                      {"per_hold_k", ks},
                      {"share_of_holds_with_k_1", share_single},
                      {"ari_cluster_hold", ari},
                      {"ari_limit", agreement_limit},
                      {"common_time_s", time_s},
                      {"common_time_k", common_k > 0 ? static_cast<double>(common_k) : nan}};
    check.text = text_of(found, pooled_k, ari, check.verdict);
    return check;
}

}  // namespace sneddon
