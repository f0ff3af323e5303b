// Every file and test without a result, with its reason.
#include <ostream>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/typeset.hpp"

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
        table.row_head("<code>" + escaped_markup(input.path().value()) + "</code>");
        for (const Text& text : {input.status(), input.format(), input.reason()})
            table.cell(typeset(text.value()));
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
        table.row_head("<code class=\"name\">" +
                       escaped_markup(study.tests.text_of(column::test_id, row)) + "</code>");
        table.cell("<code>" + escaped_markup(study.tests.text_of(column::file, row)) + "</code>");
        for (const Column& cells : {column::status, column::reason})
            table.cell(typeset(study.tests.text_of(cells, row)));
    }
    if (all == 0) return;
    out << table.take();
    if (listed < all)
        out << "<p>" << shown_count(listed) << " of " << shown_count(all)
            << " are listed; tests.csv has all.</p>\n";
}

/// What the user left out would change: the choice is open to a reader's judgement.
void write_effect(std::ostream& out, const WrittenStudy& study) {
    const auto effects = study.results.left_out();
    if (effects.is_empty()) return;
    HtmlTable table("left-out-effect", "Means without and with the tests left out by hand");
    for (const std::string_view head : {"group", "quantity", "mean", "n", "mean with", "n with"})
        table.head(head);
    for (const WrittenLeftOut effect : effects) {
        table.begin_row();
        table.row_head(escaped_markup(effect.group().value()));
        const auto quantity = find_quantity(effect.quantity().value());
        table.cell(quantity ? quantity_html(*quantity) : "");
        for (const auto& [mean, n] : {std::pair(effect.mean(), effect.n()),
                                      std::pair(effect.mean_with(), effect.n_with())}) {
            table.cell(html_of(mean.words(4)));
            table.cell(html_of(n.count()));
        }
    }
    out << table.take();
}

}  // namespace

void write_left_out(std::ostream& out, const ReportPage& page) {
    out << "<section id=\"left-out\">\n<h2>Excluded and refused</h2>\n";
    write_files(out, page.study);
    write_tests_left_out(out, page.study);
    write_effect(out, page.study);
    out << "</section>\n";
}

}  // namespace sneddon
