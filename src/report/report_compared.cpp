// Samples beside each other: sentences, and a table for each quantity.
#include <ostream>

#include "report/html_text.hpp"
#include "report/pair_columns.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

using Pair = WrittenSampleDifference;

std::vector<Pair> pairs_of(const List<Pair>& all, const std::string& quantity) {
    std::vector<Pair> found;
    for (const Pair pair : all)
        if (pair.quantity().value() == quantity) found.push_back(pair);
    return found;
}

std::string limits_table(const List<WrittenLimitShare>& shares) {
    using Share = WrittenLimitShare;
    ResultsTable<Share> table("limit-shares",
                              "Share of tests on one side of a limit, with Wilson's "
                              "<span data-fixed>95 %</span> interval");
    table.text("limit", &Share::limit);
    table.text("group", &Share::group);
    table.count("<i>n</i>", &Share::n);
    table.number("share", &Share::share, 3);
    table.interval("<span data-fixed>95 %</span> interval", &Share::ci95);
    return table.take(shares);
}

std::string share_trends_table(const List<WrittenShareTrend>& trends) {
    using Trend = WrittenShareTrend;
    ResultsTable<Trend> table(
        "share-trends",
        "Trends of shares (Cochran and Armitage): of clusters by hard labels, and "
        "of the limits; p after Holm over the trends with one factor");
    table.text("share", &Trend::share);
    table.text("factor", &Trend::factor);
    table.text("within", &Trend::within);
    table.number("change per unit", &Trend::slope, 3);
    table.number("p (Holm)", &Trend::p_holm, 2);
    return table.take(trends);
}

std::string differences_table(const List<Pair>& all, const std::string& quantity) {
    ResultsTable<Pair> table(
        "differences-" + quantity,
        quantity_cell(quantity) +
            ": sample a less sample b, with the <span data-fixed>95 %</span> interval of scatter, "
            "tip and calibrations together; p after Holm over the rows; g: Hedges' effect size");
    table.text("load function", &Pair::load_function);
    table.text("a", &Pair::a);
    table.text("b", &Pair::b);
    table.number("mean a", &Pair::mean_a, 4);
    table.number("mean b", &Pair::mean_b, 4);
    table.number("a − b", &Pair::difference, 3);
    table.interval("<span data-fixed>95 %</span> interval", &Pair::ci95);
    table.number("a/b", &Pair::ratio, 4);
    table.interval("<span data-fixed>95 %</span> of a/b", &Pair::ratio_ci95);
    table.number("g", &Pair::hedges_g, 2);
    table.number("p (Holm)", &Pair::p_holm, 2);
    add_pair_tests(table);
    table.text("tip", &Pair::tip);
    table.number("u of a − b by the tip", &Pair::u_tip, 2);
    return table.take(pairs_of(all, quantity));
}

std::string trends_table(const List<WrittenFactTrend>& trends) {
    using Trend = WrittenFactTrend;
    ResultsTable<Trend> table(
        "fact-trends",
        "Trends with numeric facts of the samples: a straight line through their means, each "
        "counted "
        "once; the <span data-fixed>95 %</span> interval is of the scatter about it; p after Holm "
        "over the rows of a quantity");
    table.quantity(&Trend::quantity);
    table.text("load function", &Trend::load_function);
    table.text("fact", &Trend::fact);
    table.count("samples", &Trend::samples);
    table.count("tests", &Trend::tests);
    table.number("change per unit", &Trend::slope, 3);
    table.interval("<span data-fixed>95 %</span> interval", &Trend::ci95);
    table.number("p (Holm)", &Trend::p_holm, 2);
    return table.take(trends);
}

std::vector<std::string> quantities_of(const List<Pair>& all) {
    std::vector<std::string> ids;
    for (const Pair pair : all)
        if (ids.empty() || ids.back() != pair.quantity().value())
            ids.push_back(pair.quantity().value());
    return ids;
}

}  // namespace

void write_compared(std::ostream& out, const ReportPage& page) {
    const WrittenResults& results = page.study.results;
    if (results.statements().is_empty()) return;
    out << "<section id=\"compared\">\n<h2>Compared</h2>\n<ul>\n";
    for (const WrittenStatement statement : results.statements())
        out << "<li>" << html_of(statement.text()) << "</li>\n";
    out << "</ul>\n";
    const List<Pair> pairs = results.sample_differences();
    for (const std::string& quantity : quantities_of(pairs))
        out << "<details>\n<summary>Samples: " << quantity_cell(quantity) << "</summary>\n"
            << differences_table(pairs, quantity) << "</details>\n";
    if (!results.limit_shares().is_empty())
        out << "<details>\n<summary>Shares of limits</summary>\n"
            << limits_table(results.limit_shares()) << "</details>\n";
    if (!results.share_trends().is_empty())
        out << "<details>\n<summary>Trends of shares</summary>\n"
            << share_trends_table(results.share_trends()) << "</details>\n";
    if (!results.fact_trends().is_empty())
        out << "<details>\n<summary>Trends with facts</summary>\n"
            << trends_table(results.fact_trends()) << "</details>\n";
    out << "</section>\n";
}

}  // namespace sneddon
