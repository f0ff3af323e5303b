// What could fool us: every check with its verdict, seen or not.
#include <fmt/core.h>

#include <algorithm>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {

void write_checks(std::ostream& out, const ReportPage& page) {
    const auto checks = page.study.results.checks();
    if (checks.is_empty()) return;
    HtmlTable table("checks-table", "What could fool us, and what was seen of it");
    for (const std::string_view head : {"check", "verdict", "what was seen"}) table.head(head);
    for (const WrittenCheck check : checks) {
        table.begin_row(fmt::format("id=\"check-{}\"", escaped_markup(check.code().value())));
        table.row_head(html_of(check.code()));
        table.cell(html_of(check.verdict()));
        std::string seen = html_of(check.text());
        if (!check.reason().value().empty()) seen += " " + html_of(check.reason());
        table.cell(seen, CellKind::remarks);
    }
    out << "<section id=\"checks\">\n<h2>What could fool us</h2>\n"
        << table.take() << "</section>\n";
}

}  // namespace sneddon
