// The results of the instrument's own program beside ours.
#include <fmt/core.h>

#include <cmath>
#include <ostream>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

/// Beyond it a value is near zero, and the percentage says nothing else.
constexpr double largest_percent = 1000;

constexpr std::size_t most_comparisons = 500;

struct Comparison {
    std::size_t row;
    double ours, vendors;
    double difference_percent() const { return 100 * (ours / vendors - 1); }
};

std::vector<Comparison> compared(const WrittenStudy& study, QuantityIndex quantity) {
    std::vector<Comparison> comparisons;
    for (std::size_t row = 0; row < study.tests.rows; ++row) {
        const double ours = study.tests.value(quantity, row);
        const double vendors = study.tests.value(Head::vendor(quantity.info().id), row);
        if (std::isfinite(ours) && std::isfinite(vendors) && vendors != 0)
            comparisons.push_back({row, ours, vendors});
    }
    return comparisons;
}

std::string percent(double value) {
    if (std::isfinite(value) && std::fabs(value) > largest_percent)
        return (value < 0 ? "< \u2212" : "> ") + number_words(largest_percent, 4);
    const std::string number = number_words(value, 3);
    return value > 0 ? "+" + number : number;
}

/// A number computed from two columns of tests.csv.
std::string derived(const std::string& text, const std::string& rule) {
    return fmt::format("<span data-ref=\"tests.csv/{}\">{}</span>", escaped_markup(rule), text);
}

void add_summary_row(HtmlTable& table, const ReportPage& page, QuantityIndex quantity,
                     const std::vector<Comparison>& comparisons) {
    const std::string id(quantity.info().id);
    double ours = 0, vendors = 0, difference = 0;
    const Comparison* farthest = &comparisons.front();
    for (const Comparison& comparison : comparisons) {
        ours += comparison.ours;
        vendors += comparison.vendors;
        difference += comparison.difference_percent();
        if (std::fabs(comparison.difference_percent()) > std::fabs(farthest->difference_percent()))
            farthest = &comparison;
    }
    const auto n = static_cast<double>(comparisons.size());
    table.begin_row();
    table.row_head(quantity_html(quantity));
    table.cell(derived(count_text(comparisons.size()), "both=" + id), CellKind::number);
    table.cell(derived(number_words(ours / n, 4), "mean_ours=" + id), CellKind::number);
    table.cell(derived(number_words(vendors / n, 4), "mean_vendor=" + id), CellKind::number);
    table.cell(derived(percent(difference / n), "mean_difference=" + id), CellKind::number);
    table.cell(derived(percent(farthest->difference_percent()), "largest_difference=" + id),
               CellKind::number);
    table.cell(
        test_link(page, std::string(page.study.tests.text_of(column::test_id, farthest->row))));
}

void add_test_row(HtmlTable& table, const ReportPage& page, QuantityIndex quantity,
                  const Comparison& comparison) {
    const std::string id(quantity.info().id);
    const std::string vendors_id = Head::vendor(id).name();
    const std::size_t row = comparison.row + 1;
    table.begin_row();
    table.row_head(
        test_link(page, std::string(page.study.tests.text_of(column::test_id, comparison.row))));
    table.cell(quantity_html(quantity));
    table.cell(derived(number_words(comparison.ours, 5), fmt::format("{}/{}", row, id)),
               CellKind::number);
    table.cell(derived(number_words(comparison.vendors, 5), fmt::format("{}/{}", row, vendors_id)),
               CellKind::number);
    table.cell(
        derived(percent(comparison.difference_percent()), fmt::format("{}/difference={}", row, id)),
        CellKind::number);
}

}  // namespace

void write_vendor_values(std::ostream& out, const ReportPage& page) {
    HtmlTable summary("vendor-summary",
                      "Means over the tests that have both; the difference is ours against the "
                      "instrument's, in percent of the instrument's");
    summary.head("quantity");
    for (const std::string_view head :
         {"tests", "mean, ours", "mean, instrument", "mean difference (%)", "largest (%)"})
        summary.head(head, CellKind::number);
    summary.head("test of the largest");
    HtmlTable tests("vendor-tests", "Test by test");
    tests.head("test");
    tests.head("quantity");
    for (const std::string_view head : {"ours", "instrument", "difference (%)"})
        tests.head(head, CellKind::number);

    std::size_t listed = 0, all = 0;
    for (const std::string& head : page.study.tests.heads) {
        const auto quantity = find_quantity(Head::vendors_key(head));
        if (!quantity) continue;
        const auto comparisons = compared(page.study, *quantity);
        if (comparisons.empty()) continue;
        all += comparisons.size();
        add_summary_row(summary, page, *quantity, comparisons);
        for (const Comparison& comparison : comparisons) {
            if (listed == most_comparisons) break;
            ++listed;
            add_test_row(tests, page, *quantity, comparison);
        }
    }
    if (all == 0) return;
    out << "<section id=\"vendor\">\n<h2>Beside the instrument's own results</h2>\n"
        << "<p>The files hold results of the instrument's program. Differences come from other "
        << "choices (fit range, load and depth at the peak, area function, drift): the recipe "
        << "below says ours.</p>\n"
        << summary.take() << "<details>\n<summary>Test by test</summary>\n"
        << tests.take();
    if (listed < all)
        out << "<p>" << shown_count(listed) << " of " << shown_count(all)
            << " comparisons are listed; tests.csv has all.</p>\n";
    out << "</details>\n</section>\n";
}

}  // namespace sneddon
