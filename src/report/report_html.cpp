#include "report/report_html.hpp"

#include <fmt/core.h>

#include <ostream>
#include <sstream>

#include "base/base64.hpp"
#include "base/sha256.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

std::string bytes_of_hex(const std::string& hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return bytes;
}

/// Nothing from elsewhere; the one script is known by its hash (CSP level 2, 4.2.5).
std::string content_policy() {
    const std::string hash = base64_text(bytes_of_hex(sha256_hex(report_script())));
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src "
           "'sha256-" +
           hash + "'; base-uri 'none'; form-action 'none'";
}

std::string title_html(const Findings& findings) {
    const std::string sample = escaped_markup(findings.text("/study/sample"));
    const std::string title =
        sample.empty() ? "Nanoindentation study" : "Nanoindentation of " + sample;
    return findings.is_simulated() ? title + " (simulated)" : title;
}

/// "1,200 files given = 1,198 used + 0 excluded + 2 refused".
Words sum_words(const Findings& findings, const std::string& given, const std::string& noun,
                const std::string& prefix) {
    const double count = findings.number(given);
    return findings.count(given)
        .add(count == 1 ? " " + noun : " " + noun + "s")
        .add(" = ")
        .add(findings.count("/counts/" + prefix + "used"))
        .add(" used + ")
        .add(findings.count("/counts/" + prefix + "excluded"))
        .add(" excluded + ")
        .add(findings.count("/counts/" + prefix + "refused"))
        .add(" refused");
}

void write_badges(std::ostream& out, const Findings& findings) {
    const bool has_cycles = findings.number("/counts/tests") != findings.number("/counts/rows");
    out << "<ul class=\"badges\">\n<li>"
        << html_of(sum_words(findings, "/counts/files_given", "file", "")) << "</li>\n<li>"
        << html_of(sum_words(findings, "/counts/rows", has_cycles ? "cycle" : "test", "rows_"))
        << "</li>\n<li>" << html_of(findings.count("/counts/rows_flagged"))
        << " of the used flagged</li>\n<li><span data-ref=\"/groups\">" << findings.size("/groups")
        << "</span> load function" << (findings.size("/groups") == 1 ? "" : "s")
        << "</li>\n<li><a href=\"#alerts\"><span data-ref=\"/warnings\">"
        << findings.size("/warnings") << "</span> warning"
        << (findings.size("/warnings") == 1 ? "" : "s") << "</a></li>\n</ul>\n";
}

/// The days on which the files say they were made.
std::string time_span_html(const Findings& findings) {
    std::string_view first, last;
    for (std::size_t row = 0; row < findings.tests.rows; ++row) {
        const std::string_view stamp = findings.tests.text("time_stamp", row);
        if (stamp.empty()) continue;
        if (first.empty() || stamp < first) first = stamp;
        if (last.empty() || stamp > last) last = stamp;
    }
    if (first.empty()) return "";
    return fmt::format("<p class=\"muted\">Time stamps of the files: {}{}.</p>\n",
                       escaped_markup(first),
                       first == last ? std::string() : " to " + escaped_markup(last));
}

void write_header(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    out << "<header>\n<h1>" << title_html(findings) << "</h1>\n";
    if (findings.is_simulated())
        out << "<p class=\"simulated\">SIMULATED: these curves were computed from a known truth. "
            << "Nothing here was measured.</p>\n";
    out << "<p class=\"finding\">" << html_of(finding_words(findings)) << "</p>\n";
    write_badges(out, findings);
    if (!page.options.date.empty())
        out << "<p class=\"muted\">" << escaped_markup(page.options.date) << "</p>\n";
    out << time_span_html(findings) << "</header>\n";
}

struct Section {
    std::string_view id, name;
    void (*write)(std::ostream&, const ReportPage&);
};

constexpr Section sections[] = {
    {"glance", "At a glance", write_glance},
    {"alerts", "Alerts", write_alerts},
    {"figures", "Figures", write_figures},
    {"tables", "Tables", write_tables},
    {"tests", "Tests", write_tests},
    {"flags", "Flags", write_flags},
    {"left-out", "Excluded and refused", write_left_out},
    {"sensitivity", "Sensitivity", write_sensitivity},
    {"vendor", "Instrument's results", write_vendor_values},
    {"supplement", "Supplement", write_supplement},
    {"methods", "Methods", write_methods},
    {"reproduction", "Reproduction", write_reproduction},
    {"glossary", "Symbols", write_glossary},
};

}  // namespace

void write_report_html(std::ostream& out, const Findings& findings,
                       const std::vector<DrawnEntry>& figures, const ReportOptions& options) {
    const ReportPage page = make_report_page(findings, figures, options);
    std::string contents, body;
    for (const Section& section : sections) {
        std::ostringstream text;
        section.write(text, page);
        if (text.view().empty()) continue;  // nothing to show, nothing to link to
        contents += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.name);
        body += text.view();
    }
    const std::string version = escaped_markup(findings.text("/version"));
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << content_policy() << "\">\n"
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        << "<meta name=\"generator\" content=\"sneddon " << version << "\">\n"
        << "<title>" << title_html(findings) << "</title>\n<style>" << report_style()
        << "</style>\n</head>\n<body>\n";
    write_header(out, page);
    out << "<nav aria-label=\"Contents\">\n<ul>\n"
        << contents << "</ul>\n</nav>\n<main>\n"
        << body << "</main>\n<footer>\n<p>Sneddon " << version
        << ". This page loads nothing from the network.</p>\n</footer>\n<script>" << report_script()
        << "</script>\n</body>\n</html>\n";
}

}  // namespace sneddon
