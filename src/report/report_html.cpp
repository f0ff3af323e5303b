#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>

#include "html_text.hpp"
#include "report_page.hpp"
#include "sneddon/report/write_results.hpp"

namespace sneddon {
namespace {

// No script, no font, no picture from elsewhere: the page needs itself alone.
constexpr std::string_view content_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

std::string title_html(const StudyFacts& facts) {
    const std::string sample = escaped_markup(facts.sample);
    const std::string title =
        sample.empty() ? "Nanoindentation study" : "Nanoindentation of " + sample;
    return facts.is_simulated ? title + " (simulated)" : title;
}

std::string sum_html(const StatusCounts& counts) {
    return fmt::format("= {} used + {} excluded + {} refused", count_text(counts.used),
                       count_text(counts.excluded), count_text(counts.refused));
}

void write_badges(std::ostream& out, const ReportPage& page) {
    const StudyCounts& counts = page.counts;
    out << "<ul class=\"badges\">\n"
        << fmt::format("<li>{} given {}</li>\n", count_text(counts.files.given(), "file"),
                       sum_html(counts.files))
        << fmt::format("<li>{}{} {}</li>\n", count_text(counts.tests, "test"),
                       counts.tests == counts.rows.given()
                           ? std::string()
                           : ", " + count_text(counts.rows.given(), "cycle"),
                       sum_html(counts.rows))
        << fmt::format("<li>{} of the used flagged</li>\n", count_text(counts.rows_flagged))
        << fmt::format("<li>{}</li>\n", count_text(page.study.groups.size(), "load function"))
        << fmt::format("<li><a href=\"#warnings\">{}</a></li>\n</ul>\n",
                       count_text(page.study.warnings.size(), "warning"));
}

/// The days on which the files say they were made: the page has no date of its own.
std::string time_span_html(const StudyResult& study) {
    std::string first, last;
    for (const TestRow& row : study.tests) {
        if (!row.time_stamp) continue;
        if (first.empty() || *row.time_stamp < first) first = *row.time_stamp;
        if (last.empty() || *row.time_stamp > last) last = *row.time_stamp;
    }
    if (first.empty()) return "";
    return fmt::format("<p class=\"muted\">Time stamps of the files: {}{}.</p>\n",
                       escaped_markup(first),
                       first == last ? std::string() : " to " + escaped_markup(last));
}

void write_header(std::ostream& out, const ReportPage& page) {
    out << "<header>\n<h1>" << title_html(page.study.facts) << "</h1>\n";
    if (page.study.facts.is_simulated)
        out << "<p class=\"simulated\">Simulated: these curves were computed from a known truth. "
            << "Nothing here was measured.</p>\n";
    out << "<p class=\"finding\">" << finding_html(page) << "</p>\n";
    write_badges(out, page);
    out << time_span_html(page.study) << "</header>\n";
}

struct Section {
    std::string_view id, name;
    void (*write)(std::ostream&, const ReportPage&);
};

constexpr Section sections[] = {
    {"glance", "At a glance", write_glance},
    {"warnings", "Warnings", write_warnings},
    {"load-functions", "Load functions", write_load_functions},
    {"curves", "Curves", write_curves},
    {"flags", "Flags", write_flags},
    {"tests", "Tests", write_tests},
    {"left-out", "Excluded and refused", write_left_out},
    {"vendor", "Instrument's results", write_vendor_values},
    {"recipe", "Recipe", write_recipe},
    {"reproduction", "Reproduction", write_reproduction},
    {"glossary", "Symbols", write_glossary},
};

}  // namespace

void write_report_html(std::ostream& out, const StudyResult& study) {
    const ReportPage page = make_report_page(study);
    std::string contents, body;
    for (const Section& section : sections) {
        std::ostringstream text;
        section.write(text, page);
        if (text.view().empty()) continue;  // nothing to show, nothing to link to
        contents += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.name);
        body += text.view();
    }
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << content_policy << "\">\n"
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        << "<meta name=\"generator\" content=\"sneddon " << escaped_markup(study.version) << "\">\n"
        << "<title>" << title_html(study.facts) << "</title>\n<style>" << report_style()
        << "</style>\n</head>\n<body>\n";
    write_header(out, page);
    out << "<nav aria-label=\"Contents\">\n<ul>\n"
        << contents << "</ul>\n</nav>\n<main>\n"
        << body << "</main>\n<footer>\n<p>Sneddon " << escaped_markup(study.version)
        << ". This page loads nothing from the network.</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace sneddon
