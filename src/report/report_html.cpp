#include "report/report_html.hpp"

#include <fmt/core.h>

#include <iterator>
#include <ostream>
#include <sstream>
#include <utility>

#include "base/base64.hpp"
#include "base/ordered_parallel.hpp"
#include "base/sha256.hpp"
#include "report/html_text.hpp"
#include "report/pop_ins/report_pop_ins.hpp"
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

std::string title_html(const WrittenStudy& study) {
    const std::string sample = escaped_markup(study.results.facts().sample().value());
    const std::string title =
        sample.empty() ? "Nanoindentation study" : "Nanoindentation of " + sample;
    const bool is_said = title.ends_with("(simulated)");
    return study.results.is_simulated().is_true() && !is_said ? title + " (simulated)" : title;
}

/// "1,200 files given = 1,198 used + 0 excluded + 2 refused".
Words sum_words(const Number& given, const std::string& noun, const Number& used,
                const Number& excluded, const Number& refused) {
    return given.count()
        .add(given.value() == 1 ? " " + noun : " " + noun + "s")
        .add(" = ")
        .add(used.count())
        .add(" used + ")
        .add(excluded.count())
        .add(" excluded + ")
        .add(refused.count())
        .add(" refused");
}

/// "<span data-ref=...>4</span> warnings": how long a list is.
std::string length_html(const Place& list, std::size_t length, std::string_view noun) {
    return fmt::format("<span data-ref=\"{}\">{}</span> {}{}", list.pointer(), length, noun,
                       length == 1 ? "" : "s");
}

void write_badges(std::ostream& out, const WrittenStudy& study) {
    const WrittenCounts counts = study.results.counts();
    const auto groups = study.results.groups();
    const auto warnings = study.results.warnings();
    out << "<ul class=\"badges\">\n<li>"
        << html_of(sum_words(counts.files_given(), "file", counts.used(), counts.excluded(),
                             counts.refused()))
        << "</li>\n<li>"
        << html_of(sum_words(counts.rows(), counts.has_cycles() ? "cycle" : "test",
                             counts.rows_used(), counts.rows_excluded(), counts.rows_refused()))
        << "</li>\n<li>" << html_of(counts.rows_flagged().count())
        << " of the used ones flagged</li>\n<li>"
        << length_html(groups, groups.size(), "load function") << "</li>\n<li><a href=\"#alerts\">"
        << length_html(warnings, warnings.size(), "warning") << "</a></li>\n</ul>\n";
}

/// The days on which the files say they were made.
std::string time_span_html(const WrittenStudy& study) {
    std::string_view first, last;
    for (std::size_t row = 0; row < study.tests.rows; ++row) {
        const std::string_view stamp = study.tests.text_of(column::time_stamp, row);
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
    const WrittenStudy& study = page.study;
    out << "<header>\n<h1>" << title_html(study) << "</h1>\n";
    write_simulated_banner(out, study);
    out << "<p class=\"finding\">" << html_of(finding_words(study.results)) << "</p>\n";
    write_badges(out, study);
    if (!page.options.date.empty())
        out << "<p class=\"muted\">" << escaped_markup(page.options.date) << "</p>\n";
    out << time_span_html(study) << "</header>\n";
}

enum class SectionIs { open, folded };

struct Section {
    std::string_view id, name;
    void (*write)(std::ostream&, const ReportPage&);
    SectionIs is = SectionIs::folded;
};

constexpr Section sections[] = {
    {"glance", "At a glance", write_glance, SectionIs::open},
    {"key", "Key figures", write_key_figures, SectionIs::open},
    {"alerts", "Alerts", write_alerts, SectionIs::open},
    {"samples", "Samples", write_samples},
    {"compared", "Compared", write_compared},
    {"figures", "Figures", write_figures, SectionIs::open},  // its topics are folded
    {"depth-profiles", "Depth profiles", write_depth_profiles},
    {"tables", "Tables", write_tables},
    {"strain-rates", "Strain rates", write_hold_rates},
    {"pop-ins", "Pop-ins", write_pop_ins},
    {"activation", "Activation", write_activation},
    {"checks", "What could fool us", write_checks},
    {"flags", "Flags", write_flags},
    {"left-out", "Excluded and refused", write_left_out},
    {"sensitivity", "Sensitivity", write_sensitivity},
    {"vendor", "Instrument's results", write_vendor_values},
    {"methods", "Methods", write_methods},
    {"reproduction", "Reproduction", write_reproduction},
    {"glossary", "Symbols", write_glossary},
    {"tests", "Tests", write_tests, SectionIs::open},
};

}  // namespace

void write_report_html(std::ostream& out, const WrittenStudy& study,
                       const std::vector<DrawnEntry>& figures, const ReportOptions& options) {
    const ReportPage page = make_report_page(study, figures, options);
    std::string contents, body;
    ordered_parallel(
        std::size(sections), options.threads, {},
        [&](std::size_t i) {
            std::ostringstream text;
            sections[i].write(text, page);
            return std::move(text).str();
        },
        [&](std::size_t i, std::string&& text) {
            if (text.empty()) return;  // nothing to show, nothing to link to
            const Section& section = sections[i];
            contents += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.name);
            body += section.is == SectionIs::folded ? folded(text) : text;
        });
    std::ostringstream data;
    write_data(data, page);
    write_curve_data(data, page);
    const std::string version = escaped_markup(study.results.version().value());
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << content_policy() << "\">\n"
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        << "<meta name=\"generator\" content=\"sneddon " << version << "\">\n"
        << "<title>" << title_html(study) << "</title>\n<style>" << report_style()
        << "</style>\n</head>\n<body>\n";
    out << "<a class=\"skip\" href=\"#glance\">To the results</a>\n";
    write_header(out, page);
    out << "<nav aria-label=\"Contents\">\n<ul>\n"
        << contents << "</ul>\n</nav>\n<main>\n"
        << body << "</main>\n<footer>\n<p>Sneddon " << version
        << ". This page loads nothing from the network.</p>\n</footer>\n"
        << data.view() << "<script>" << report_script() << "</script>\n</body>\n</html>\n";
}

}  // namespace sneddon
