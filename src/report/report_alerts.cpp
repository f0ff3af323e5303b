// What to know before the results: warnings, and what could fool us.
#include <fmt/core.h>

#include <algorithm>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

/// "not_seen" -> "not seen".
std::string verdict_words(std::string verdict) {
    std::ranges::replace(verdict, '_', ' ');
    return verdict;
}

void write_warnings(std::ostream& out, const ReportPage& page) {
    for (const WrittenWarning warning : page.study.results.warnings()) {
        const std::string code = warning.code().value();
        const auto tests = warning.tests().values();
        out << "<li>" << code_html(code) << " " << html_of(warning.text());
        if (!tests.empty())
            out << " <span class=\"concerns\"><span data-ref=\"" << warning.tests().pointer()
                << "\">" << count_text(tests.size()) << "</span> test"
                << (tests.size() == 1 ? "" : "s") << ": " << test_links(page, tests) << "</span>";
        if (const CodePage* known = find_code(code); known && !known->remedy.empty())
            out << " <span class=\"remedy\">" << escaped_markup(known->remedy) << "</span>";
        out << "</li>\n";
    }
}

void write_raised_checks(std::ostream& out, const List<WrittenCheck>& checks) {
    for (const WrittenCheck check : checks) {
        if (!check.is_raised()) continue;
        out << "<li class=\"" << escaped_markup(check.verdict().value()) << "\"><strong>"
            << html_of(check.code()) << ": " << html_of(check.verdict()) << "</strong> "
            << html_of(check.text()) << "</li>\n";
    }
}

std::string checks_table(const List<WrittenCheck>& checks) {
    HtmlTable table("checks-table", "What could fool us, and what was seen of it");
    for (const std::string_view head : {"check", "verdict", "what was seen"}) table.head(head);
    for (const WrittenCheck check : checks) {
        table.begin_row(fmt::format("id=\"check-{}\"", escaped_markup(check.code().value())));
        table.row_head(html_of(check.code()));
        table.cell(escaped_markup(verdict_words(check.verdict().value())));
        std::string seen = html_of(check.text());
        if (!check.reason().value().empty()) seen += " " + html_of(check.reason());
        table.cell(seen, CellKind::remarks);
    }
    return table.take();
}

}  // namespace

void write_alerts(std::ostream& out, const ReportPage& page) {
    const auto checks = page.study.results.checks();
    bool has_alerts = !page.study.results.warnings().is_empty();
    for (const WrittenCheck check : checks) has_alerts |= check.is_raised();
    out << "<section id=\"alerts\">\n<h2>Alerts</h2>\n";
    if (has_alerts) {
        out << "<ul class=\"warnings\">\n";
        write_raised_checks(out, checks);
        write_warnings(out, page);
        out << "</ul>\n";
    } else {
        out << "<p>None.</p>\n";
    }
    if (!checks.is_empty()) out << checks_table(checks);
    out << "</section>\n";
}

}  // namespace sneddon
