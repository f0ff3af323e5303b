// The drawn sections: each figure with its caption, what weakens it, and its data.
#include <fmt/core.h>

#include <algorithm>
#include <ostream>

#include "base/base64.hpp"
#include "figure/plot/figure_places.hpp"
#include "papers/paper.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

constexpr std::size_t largest_table_in_page =
    400'000;  // bytes; the file of the folder has any size

std::string verdict_class(const WrittenCheck& check) {
    return check.is_raised() ? check.verdict().value() : "quiet";
}

/// "pooling: likely", with a link to what was seen.
std::string verdicts_html(const WrittenStudy& study, const Figure& figure) {
    std::string html;
    for (const WrittenCheck check : study.results.checks()) {
        const std::string code = check.code().value();
        if (std::ranges::find(figure.checks, code) == figure.checks.end()) continue;
        html += fmt::format("<li class=\"{}\"><a href=\"#check-{}\">{}</a>: {}</li>",
                            verdict_class(check), escaped_markup(code), html_of(check.code()),
                            html_of(check.verdict()));
    }
    return html.empty() ? "" : "<ul class=\"verdicts\" aria-label=\"Checks\">" + html + "</ul>\n";
}

std::string number_of_paper(const WrittenStudy& study, const std::string& id) {
    const Paper* paper = paper_of(study.results);
    const std::string_view number = paper ? paper_number(*paper, id) : "";
    return number.empty()
               ? ""
               : " <small>(Fig. " + html_of(Words().fixed(number)) + " of the paper)</small>";
}

/// 2.7 MB of the page for a million tests: two figures are brushed, the others are drawn.
void write_places(std::ostream& out, const ReportPage& page, const Figure& figure) {
    if (figure.id != "clusters" && figure.id != "order") return;
    const std::string places = figure_places(figure, page.study.tests.rows);
    if (places.empty()) return;
    out << "<script type=\"application/octet-stream\" class=\"places\">" << base64_text(places)
        << "</script>\n";
}

/// 85 bytes a curve: a selected test's curve is drawn over the raster of all.
void write_curves(std::ostream& out, const ReportPage& page, const Figure& figure) {
    const std::string curves = figure_curves(figure, page.study.tests.rows);
    if (curves.empty()) return;
    out << "<script type=\"application/octet-stream\" class=\"curves\">" << base64_text(curves)
        << "</script>\n";
}

void write_figure(std::ostream& out, const ReportPage& page, const Figure& figure,
                  const std::vector<std::string>& ids) {
    const std::string id = escaped_markup(figure.id);
    const std::string csv = figure_csv(figure, ids);
    out << fmt::format("<figure id=\"figure-{}\" class=\"drawn{}\" data-figure=\"{}\">\n", id,
                       figure.width_mm > 100 ? " double" : "", id)
        << "<h3>" << escaped_markup(figure.title) << number_of_paper(page.study, figure.id)
        << "</h3>\n"
        << figure_svg(figure, SvgPlace::in_page) << "<figcaption>" << html_of(figure.caption)
        << "</figcaption>\n"
        << verdicts_html(page.study, figure)
        << fmt::format("<p class=\"files\">figures/{}.svg, figures/{}.csv</p>\n", id, id);
    if (csv.size() <= largest_table_in_page)
        out << "<script type=\"text/csv\" class=\"data\">" << escaped_markup(csv) << "</script>\n";
    write_places(out, page, figure);
    write_curves(out, page, figure);
    out << "</figure>\n";
}

void write_part(std::ostream& out, const ReportPage& page, std::string_view part) {
    const std::vector<std::string>& ids = page.study.tests.test_ids();
    std::string missing;
    out << "<div class=\"figures\">\n";
    for (const DrawnEntry& entry : page.figures) {
        if (entry.entry->part != part) continue;
        for (const Figure& figure : entry.drawn.figures) write_figure(out, page, figure, ids);
        if (entry.drawn.figures.empty())
            missing += fmt::format("<li>{}: {}.</li>\n", escaped_markup(entry.entry->name),
                                   html_of(entry.drawn.reason));
    }
    out << "</div>\n";
    if (!missing.empty())
        out << "<h3>Not drawn</h3>\n<ul class=\"not-drawn\">\n" << missing << "</ul>\n";
}

}  // namespace

void write_figures(std::ostream& out, const ReportPage& page) {
    if (page.figures.empty()) return;
    out << "<section id=\"figures\">\n<h2>Figures</h2>\n";
    write_part(out, page, "main");
    out << "</section>\n";
}

void write_supplement(std::ostream& out, const ReportPage& page) {
    if (page.figures.empty()) return;
    out << "<section id=\"supplement\">\n<h2>Supplement</h2>\n";
    write_part(out, page, "supplement");
    out << "</section>\n";
}

}  // namespace sneddon
