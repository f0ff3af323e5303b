// The results of the instrument's own program beside ours.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "html_table.hpp"
#include "html_text.hpp"
#include "report_page.hpp"
#include "vendor_columns.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_comparisons = 500;

struct Comparison {
    const TestRow* row;
    double ours;
    double vendors;
    double difference_percent() const { return 100 * (ours / vendors - 1); }
};

std::vector<Comparison> compared(const StudyResult& study, const VendorColumn& column) {
    std::vector<Comparison> comparisons;
    for (const TestRow& row : study.tests) {
        const double ours = row.values[*column.quantity], vendors = vendor_value(row, column);
        if (std::isfinite(ours) && std::isfinite(vendors) && vendors != 0)
            comparisons.push_back({&row, ours, vendors});
    }
    return comparisons;
}

std::string percent(double value) {
    const std::string number = number_html(value, 3);
    return value > 0 ? "+" + number : number;
}

double mean(const std::vector<Comparison>& comparisons, double Comparison::*member) {
    double sum = 0;
    for (const Comparison& comparison : comparisons) sum += comparison.*member;
    return sum / static_cast<double>(comparisons.size());
}

void add_summary_row(HtmlTable& table, const ReportPage& page, QuantityIndex quantity,
                     const std::vector<Comparison>& comparisons) {
    double sum = 0;
    const Comparison* farthest = &comparisons.front();
    for (const Comparison& comparison : comparisons) {
        sum += comparison.difference_percent();
        if (std::fabs(comparison.difference_percent()) > std::fabs(farthest->difference_percent()))
            farthest = &comparison;
    }
    table.begin_row();
    table.row_head(quantity_html(quantity));
    table.cell(count_text(comparisons.size()), CellKind::number);
    table.cell(number_html(mean(comparisons, &Comparison::ours), 4), CellKind::number);
    table.cell(number_html(mean(comparisons, &Comparison::vendors), 4), CellKind::number);
    table.cell(percent(sum / static_cast<double>(comparisons.size())), CellKind::number);
    table.cell(percent(farthest->difference_percent()), CellKind::number);
    table.cell(test_link(page, farthest->row->test_id));
}

void add_test_row(HtmlTable& table, const ReportPage& page, QuantityIndex quantity,
                  const Comparison& comparison) {
    table.begin_row();
    table.row_head(test_link(page, comparison.row->test_id));
    table.cell(quantity_html(quantity));
    table.cell(number_html(comparison.ours, 5), CellKind::number);
    table.cell(number_html(comparison.vendors, 5), CellKind::number);
    table.cell(percent(comparison.difference_percent()), CellKind::number);
}

}  // namespace

void write_vendor_values(std::ostream& out, const ReportPage& page) {
    HtmlTable summary("vendor-summary",
                      "Means over the tests that have both; the difference is ours against the "
                      "instrument's, in percent of the instrument's");
    for (const std::string_view head : {"quantity"}) summary.head(head);
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
    for (const VendorColumn& column : vendor_columns(page.study)) {
        if (!column.quantity) continue;
        const std::vector<Comparison> comparisons = compared(page.study, column);
        if (comparisons.empty()) continue;
        all += comparisons.size();
        add_summary_row(summary, page, *column.quantity, comparisons);
        for (const Comparison& comparison : comparisons) {
            if (listed == most_comparisons) break;
            ++listed;
            add_test_row(tests, page, *column.quantity, comparison);
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
        out << fmt::format("<p>{} of {} comparisons are listed; tests.csv has all.</p>\n",
                           count_text(listed), count_text(all));
    out << "</details>\n</section>\n";
}

}  // namespace sneddon
