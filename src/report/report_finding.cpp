// The first sentence of the report.
#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

double mean_of(const WrittenSummary& summary) {
    return summary.mean().value();
}

/// "hardness H_IT 4.30 ± 0.39 GPa" of one load function, "4.25 to 4.50 GPa" of several.
Words quantity_finding(const WrittenResults& results, QuantityIndex quantity,
                       const std::string& word) {
    std::vector<WrittenSummary> summaries;
    for (const WrittenGroup group : results.groups())
        if (is_finite(mean_of(group.of_quantity(quantity))))
            summaries.push_back(group.of_quantity(quantity));
    if (summaries.empty()) return {};
    const std::string unit(quantity.info().unit);
    Words words(word + " ");
    if (summaries.size() == 1) {
        const WrittenSummary& only = summaries.front();
        words.add(only.mean_sd()).add(unit.empty() ? "" : " " + unit);
        words.add(only.sd().is_there() ? " (mean ± standard deviation, n = " : " (n = ");
        return words.add(only.n().count()).add(")");
    }
    const auto [low, high] = std::ranges::minmax_element(summaries, {}, mean_of);
    return words.add(low->mean().words(3))
        .add(" to ")
        .add(high->mean().words(3))
        .add(unit.empty() ? "" : " " + unit);
}

Words clusters_finding(const WrittenResults& results) {
    const WrittenClusters clusters = results.clusters();
    if (!clusters.chosen().is_there()) return {};
    const bool are_tables = results.has_tables();
    const Number most = results.recipe()["study.k_max"].number();
    Words first;
    if (are_tables && clusters.chosen().value() > 1 && clusters.chosen().value() >= most.value())
        first.add(" BIC still falls at ")
            .add(clusters.chosen().count())
            .add(
                " clusters, the most that were tried: they describe the shape of the distribution "
                "and need not be phases.");
    std::string features;
    for (const std::string& id : clusters.features().values()) {
        const auto quantity = find_quantity(id);
        features += features.empty() ? "" : " and ";
        features += quantity ? quantity->info().symbol : std::string_view(id);
    }
    Words words = first;
    words.add(" On " + features);
    const Text headline = clusters.choice().headline();
    if (!headline.value().empty()) words.add(" ").add(headline.words()).add(";");
    words.add(" the mixture with the lowest BIC has ")
        .add(clusters.chosen().count())
        .add(clusters.chosen().value() == 1 ? " cluster (n = " : " clusters (n = ")
        .add(clusters.n().count())
        .add(are_tables ? " tests)." : " tests with a hold).");
    return words;
}

Words checks_finding(const List<WrittenCheck>& checks) {
    Words words;
    for (const WrittenCheck check : checks) {
        if (!check.is_likely()) continue;
        words.add(words.is_empty() ? " Read it with care: likely in play: " : ", ")
            .add(check.code().words());
    }
    if (!words.is_empty()) words.add(".");
    return words;
}

}  // namespace

Words finding_words(const WrittenResults& results) {
    const WrittenCounts counts = results.counts();
    const auto groups = results.groups();
    Words words;
    words.add(counts.rows_used().count()).add(" of ").add(counts.rows().count());
    words.add(counts.has_cycles() ? " test cycles used" : " tests used");
    if (groups.size() > 1)
        words.add(" in ")
            .value(fmt::format("{}", groups.size()), groups.pointer())
            .add(" load functions");
    const Words hardness = quantity_finding(results, "H_IT_GPa"_q, "hardness H_IT");
    Words modulus = quantity_finding(results, "E_IT_GPa"_q, "modulus E_IT");
    if (modulus.is_empty()) modulus = quantity_finding(results, "E_r_GPa"_q, "reduced modulus E_r");
    for (const Words& part :
         {hardness, modulus, quantity_finding(results, "eta_IT"_q, "elastic share of the work")})
        if (!part.is_empty()) words.add("; ").add(part);
    words.add(".");
    if (hardness.is_empty() && counts.rows_used().value() > 0)
        words.add(" No test has a hardness: the alerts say why.");
    return words.add(clusters_finding(results)).add(checks_finding(results.checks()));
}

}  // namespace sneddon
