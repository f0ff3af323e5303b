// What to know before the results: warnings, and what could fool us.
#include <fmt/core.h>

#include <algorithm>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

std::vector<std::string> texts_of(const Findings& findings, const std::string& list) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < findings.size(list); ++i)
        texts.push_back(findings.text(fmt::format("{}/{}", list, i)));
    return texts;
}

std::string verdict_words(const std::string& verdict) {
    if (verdict == "not_seen") return "not seen";
    if (verdict == "not_checked") return "not checked";
    return verdict;
}

void write_warnings(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    for (std::size_t i = 0; i < findings.size("/warnings"); ++i) {
        const std::string place = fmt::format("/warnings/{}", i);
        const std::string code = findings.text(place + "/code");
        const auto tests = texts_of(findings, place + "/tests");
        out << "<li>" << code_html(code) << " " << text_html(findings, place + "/text");
        if (!tests.empty())
            out << " <span class=\"concerns\"><span data-ref=\"" << place << "/tests\">"
                << count_text(tests.size()) << "</span> test" << (tests.size() == 1 ? "" : "s")
                << ": " << test_links(page, tests) << "</span>";
        if (const CodePage* known = find_code(code); known && !known->remedy.empty())
            out << " <span class=\"remedy\">" << escaped_markup(known->remedy) << "</span>";
        out << "</li>\n";
    }
}

bool is_alert(const Findings& findings, std::size_t check) {
    const std::string verdict = findings.text(fmt::format("/checks/{}/verdict", check));
    return verdict == "likely" || verdict == "possible";
}

void write_raised_checks(std::ostream& out, const Findings& findings) {
    for (std::size_t i = 0; i < findings.size("/checks"); ++i) {
        if (!is_alert(findings, i)) continue;
        const std::string place = fmt::format("/checks/{}", i);
        out << "<li class=\"" << escaped_markup(findings.text(place + "/verdict")) << "\"><strong>"
            << text_html(findings, place + "/code") << ": "
            << text_html(findings, place + "/verdict") << "</strong> "
            << text_html(findings, place + "/text") << "</li>\n";
    }
}

std::string checks_table(const Findings& findings) {
    HtmlTable table("checks-table", "What could fool us, and what was seen of it");
    for (const std::string_view head : {"check", "verdict", "what was seen"}) table.head(head);
    for (std::size_t i = 0; i < findings.size("/checks"); ++i) {
        const std::string place = fmt::format("/checks/{}", i);
        table.begin_row(
            fmt::format("id=\"check-{}\"", escaped_markup(findings.text(place + "/code"))));
        table.row_head(text_html(findings, place + "/code"));
        table.cell(escaped_markup(verdict_words(findings.text(place + "/verdict"))));
        std::string seen = text_html(findings, place + "/text");
        if (!findings.text(place + "/reason").empty())
            seen += " " + text_html(findings, place + "/reason");
        table.cell(seen, CellKind::remarks);
    }
    return table.take();
}

}  // namespace

void write_alerts(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    const std::size_t checks = findings.size("/checks");
    bool is_raised = false;
    for (std::size_t i = 0; i < checks; ++i) is_raised |= is_alert(findings, i);
    out << "<section id=\"alerts\">\n<h2>Alerts</h2>\n";
    if (findings.size("/warnings") == 0 && !is_raised) out << "<p>None.</p>\n";
    if (findings.size("/warnings") > 0 || is_raised) {
        out << "<ul class=\"warnings\">\n";
        write_raised_checks(out, findings);
        write_warnings(out, page);
        out << "</ul>\n";
    }
    if (checks > 0) out << checks_table(findings);
    out << "</section>\n";
}

}  // namespace sneddon
