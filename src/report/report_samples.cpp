// Several samples: their facts, what the clusters are cut on, and the shares of each.
#include <ostream>
#include <vector>

#include "figure/study/figure_parts.hpp"
#include "model/cluster_name.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

/// As it was written, with its place.
std::string stated_number(const Number& number) {
    return html_of(Words().value(number_text(number.value()), number.pointer()));
}

std::string fact_html(const std::string& name, const RecipeValue& value) {
    const std::string shown =
        value.kind() == ValueKind::number ? stated_number(value.number()) : html_of(value.text());
    return escaped_markup(name) + " = " + shown;
}

std::string stated_html(const WrittenSample& sample) {
    const auto stated = sample.facts().stated();
    std::string html = sample.facts().is_simulated().is_true() ? "SIMULATED" : "";
    for (const std::string& name : stated.names())
        if (!is_cluster_fact(name))
            html += (html.empty() ? "" : ", ") + fact_html(name, stated[name]);
    return html;
}

std::string facts_table(const List<WrittenSample>& samples) {
    ResultsTable<WrittenSample> table(
        "samples-table", "Samples: what the nearest study.toml above their files says");
    table.text("sample", &WrittenSample::name);
    table.html(
        "study.toml",
        [](const WrittenSample& sample) {
            const Text source = sample.facts().source();
            return source.value().empty() ? std::string("none") : html_of(source);
        },
        CellKind::text);
    table.html(
        "ν",
        [](const WrittenSample& sample) {
            const Number nu = sample.facts().poisson_ratio();
            return nu.is_there() ? stated_number(nu) : std::string();
        },
        CellKind::number);
    table.html(
        "area function",
        [](const WrittenSample& sample) {
            return html_of(sample.facts().area_function().source());
        },
        CellKind::text);
    table.html("facts", stated_html, CellKind::text);
    return table.take(samples);
}

std::string shares_table(const List<WrittenSampleShare>& shares, const ClusterNames& names) {
    using Share = WrittenSampleShare;
    ResultsTable<Share> table(
        "sample-shares-table",
        "Shares of the common clusters in each sample, by the most probable label. Interval: "
        "<span data-fixed>95 %</span>, by resampled tests with a mixture fitted to them");
    table.html(
        "load function",
        [](const Share& share) {
            const Text name = share.load_function();
            return name.value().empty() ? std::string("all") : html_of(name);
        },
        CellKind::text);
    table.text("sample", &Share::sample);
    table.label(&Share::label, names);
    table.count("<i>n</i>", &Share::n);
    table.count("of", &Share::n_sample);
    table.number("share", &Share::share, 3);
    table.interval("interval", &Share::ci95);
    return table.take(shares);
}

std::string tests_table(const List<WrittenShareTest>& tests) {
    using Test = WrittenShareTest;
    ResultsTable<Test> table(
        "share-tests-table",
        "Do samples differ in these shares? Chi squared against samples in random order within a "
        "load function; p corrected by Holm over load functions");
    table.html(
        "load function",
        [](const Test& test) {
            const Text name = test.load_function();
            return name.value().empty() ? std::string("all together") : html_of(name);
        },
        CellKind::text);
    table.count("<i>n</i>", &Test::n);
    table.number("χ²", &Test::statistic, 3);
    table.number("p", &Test::p, 2);
    table.number("p (Holm)", &Test::p_holm, 2);
    return table.take(tests);
}

std::string banner(const std::string& what) {
    return "<p class=\"simulated\">SIMULATED: " + what + "</p>\n";
}

}  // namespace

void write_simulated_banner(std::ostream& out, const WrittenStudy& study) {
    if (!study.results.is_simulated().is_true()) return;
    const auto samples = study.results.samples();
    if (samples.is_empty()) {
        out << banner("these curves were computed from a known truth. Nothing here was measured.");
        return;
    }
    std::vector<std::string> names;
    for (const WrittenSample sample : samples)
        if (sample.facts().is_simulated().is_true()) names.push_back(html_of(sample.name()));
    if (!names.empty())
        out << banner("the curves of " + listed(names) +
                      " were computed from a known truth, not measured.");
}

void write_samples(std::ostream& out, const ReportPage& page) {
    const WrittenResults& results = page.study.results;
    if (results.samples().is_empty()) return;
    const WrittenSampleClusters clusters = results.sample_clusters();
    out << "<section id=\"samples\">\n<h2>Samples</h2>\n" << facts_table(results.samples());
    if (clusters.is_there()) out << "<p>" << html_of(clusters.text()) << "</p>\n";
    if (!clusters.share_tests().is_empty()) out << tests_table(clusters.share_tests());
    if (!clusters.shares().is_empty())
        out << shares_table(clusters.shares(), results.facts().stated());
    out << "</section>\n";
}

}  // namespace sneddon
