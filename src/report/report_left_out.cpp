// Every file and test without a result, with its reason.
#include <fmt/core.h>

#include <ostream>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

void write_files(std::ostream& out, const Findings& findings) {
    HtmlTable table("left-out-files", "Files that gave no test, with the reason");
    for (const std::string_view head : {"file", "status", "format", "reason", "code"})
        table.head(head);
    std::size_t listed = 0, all = 0;
    for (std::size_t i = 0; i < findings.size("/inputs"); ++i) {
        const std::string place = fmt::format("/inputs/{}", i);
        if (findings.text(place + "/status") == "used") continue;
        ++all;
        if (listed == most_rows) continue;
        ++listed;
        table.begin_row();
        table.row_head(escaped_markup(findings.text(place + "/path")));
        for (const char* key : {"status", "format", "reason"})
            table.cell(escaped_markup(findings.text(place + "/" + key)));
        table.cell(code_html(findings.text(place + "/code")));
    }
    Words sum;
    sum.add("Files: ")
        .add(findings.count("/counts/files_given"))
        .add(" given = ")
        .add(findings.count("/counts/used"))
        .add(" used + ")
        .add(findings.count("/counts/excluded"))
        .add(" excluded + ")
        .add(findings.count("/counts/refused"))
        .add(" refused.");
    out << "<p>" << html_of(sum) << "</p>\n";
    if (listed > 0) out << table.take();
    if (listed < all)
        out << "<p>" << shown_count(listed) << " of " << shown_count(all)
            << " are listed; results.json has all.</p>\n";
}

void write_tests_left_out(std::ostream& out, const Findings& findings) {
    HtmlTable table("left-out-tests", "Tests without a result, with the reason");
    for (const std::string_view head : {"test", "file", "status", "reason"}) table.head(head);
    std::size_t listed = 0, all = 0;
    for (std::size_t row = 0; row < findings.tests.rows; ++row) {
        if (findings.is_used(row)) continue;
        ++all;
        if (listed == most_rows) continue;
        ++listed;
        table.begin_row();
        table.row_head(escaped_markup(findings.tests.text("test_id", row)));
        for (const char* head : {"file", "status", "reason"})
            table.cell(escaped_markup(findings.tests.text(head, row)));
    }
    if (all == 0) return;
    out << table.take();
    if (listed < all)
        out << "<p>" << shown_count(listed) << " of " << shown_count(all)
            << " are listed; tests.csv has all.</p>\n";
}

}  // namespace

void write_left_out(std::ostream& out, const ReportPage& page) {
    out << "<section id=\"left-out\">\n<h2>Excluded and refused</h2>\n";
    write_files(out, page.findings);
    write_tests_left_out(out, page.findings);
    out << "</section>\n";
}

}  // namespace sneddon
