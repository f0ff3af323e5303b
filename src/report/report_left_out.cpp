// Every file and test without a result, with its reason.
#include <ostream>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

void write_files(std::ostream& out, const WrittenStudy& study) {
    HtmlTable table("left-out-files", "Files that gave no test, with the reason");
    for (const std::string_view head : {"file", "status", "format", "reason", "code"})
        table.head(head);
    std::size_t listed = 0, all = 0;
    for (const WrittenInput input : study.results.inputs()) {
        if (input.status().value() == name(Status::used)) continue;
        ++all;
        if (listed == most_rows) continue;
        ++listed;
        table.begin_row();
        table.row_head(escaped_markup(input.path().value()));
        for (const Text& text : {input.status(), input.format(), input.reason()})
            table.cell(escaped_markup(text.value()));
        table.cell(code_html(input.code().value()));
    }
    const WrittenCounts counts = study.results.counts();
    Words sum;
    sum.add("Files: ")
        .add(counts.files_given().count())
        .add(" given = ")
        .add(counts.used().count())
        .add(" used + ")
        .add(counts.excluded().count())
        .add(" excluded + ")
        .add(counts.refused().count())
        .add(" refused.");
    out << "<p>" << html_of(sum) << "</p>\n";
    if (listed > 0) out << table.take();
    if (listed < all)
        out << "<p>" << shown_count(listed) << " of " << shown_count(all)
            << " are listed; results.json has all.</p>\n";
}

void write_tests_left_out(std::ostream& out, const WrittenStudy& study) {
    HtmlTable table("left-out-tests", "Tests without a result, with the reason");
    for (const std::string_view head : {"test", "file", "status", "reason"}) table.head(head);
    std::size_t listed = 0, all = 0;
    for (std::size_t row = 0; row < study.tests.rows; ++row) {
        if (study.tests.is_used(row)) continue;
        ++all;
        if (listed == most_rows) continue;
        ++listed;
        table.begin_row();
        table.row_head(escaped_markup(study.tests.text_of(column::test_id, row)));
        for (const Column& cells : {column::file, column::status, column::reason})
            table.cell(escaped_markup(study.tests.text_of(cells, row)));
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
    write_files(out, page.study);
    write_tests_left_out(out, page.study);
    out << "</section>\n";
}

}  // namespace sneddon
