// The drawn sections: each figure with its caption, what weakens it, and its data.
#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <sstream>

#include "base/base64.hpp"
#include "figure/plot/figure_places.hpp"
#include "papers/paper.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

constexpr std::size_t largest_table_in_page =
    340'000;  // bytes; the file of the folder has any size

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

bool is_key(const ReportPage& page, const std::string& id) {
    return std::ranges::find(page.key_figures, id) != page.key_figures.end();
}

/// Figures that answer one question, by the beginnings of their ids.
struct Topic {
    std::string_view id, name;
    std::vector<std::string_view> beginnings;
};

const std::vector<Topic>& topics() {
    static const std::vector<Topic> list = {
        {"figures-load",
         "Load functions, hardness, samples",
         {"xrd", "load-functions", "hardness", "image", "samples"}},
        {"figures-work", "Works", {"work", "energies"}},
        {"figures-clusters", "Clusters", {"criteria", "clusters", "shares"}},
        {"figures-map", "On the surface", {"map"}},
        {"figures-creep", "Creep and contact", {"creep", "contact"}},
        {"figures-profiles", "Against depth", {"profile"}},
        {"figures-distributions", "Distributions", {"ccdf"}},
        {"figures-other", "Further figures", {""}},
    };
    return list;
}

std::size_t topic_of(std::string_view id) {
    for (std::size_t i = 0; i < topics().size(); ++i)
        for (const std::string_view beginning : topics()[i].beginnings)
            if (id.starts_with(beginning)) return i;
    return topics().size() - 1;
}

/// "5 figures"; which of them stand above.
void write_topic(std::ostream& out, const ReportPage& page, std::string_view id,
                 std::string_view name, const std::vector<const Figure*>& figures) {
    if (figures.empty()) return;
    const std::vector<std::string>& test_ids = page.study.tests.test_ids();
    std::string above;
    for (const Figure* figure : figures)
        if (is_key(page, figure->id))
            above += fmt::format("{}<a href=\"#figure-{}\">{}</a>", above.empty() ? "" : ", ",
                                 escaped_markup(figure->id), escaped_markup(figure->title));
    out << fmt::format(
        "<details class=\"fold\" id=\"{}\"><summary><h3>{} <small>{}</small></h3></summary>\n", id,
        name, count_text(figures.size(), "figure"));
    if (!above.empty()) out << "<p>Among the key figures: " << above << ".</p>\n";
    std::ostringstream drawn;
    drawn << "<div class=\"figures\">\n";
    for (const Figure* figure : figures)
        if (!is_key(page, figure->id)) write_figure(drawn, page, *figure, test_ids);
    drawn << "</div>\n";
    out << later(drawn.str()) << "</details>\n";
}

void write_missing(std::ostream& out, const ReportPage& page) {
    std::string missing;
    std::size_t count = 0;
    for (const DrawnEntry& entry : page.figures) {
        if (!entry.drawn.figures.empty()) continue;
        ++count;
        missing += fmt::format("<li>{}: {}.</li>\n", escaped_markup(entry.entry->name),
                               html_of(entry.drawn.reason));
    }
    if (count > 0)
        out << fmt::format(
                   "<details class=\"fold\"><summary><h3>Not drawn <small>{}</small></h3>"
                   "</summary>\n<ul class=\"not-drawn\">\n",
                   count_text(count, "figure"))
            << missing << "</ul>\n</details>\n";
}

}  // namespace

void write_key_figures(std::ostream& out, const ReportPage& page) {
    if (page.key_figures.empty()) return;
    out << "<section id=\"key\">\n<h2>Key figures</h2>\n<div class=\"figures key-figures\">\n";
    for (const std::string& id : page.key_figures)
        for (const DrawnEntry& entry : page.figures)
            for (const Figure& figure : entry.drawn.figures)
                if (figure.id == id) write_figure(out, page, figure, page.study.tests.test_ids());
    out << "</div>\n</section>\n";
}

void write_figures(std::ostream& out, const ReportPage& page) {
    if (page.figures.empty()) return;
    std::vector<std::vector<const Figure*>> of_topic(topics().size());
    std::vector<const Figure*> supplement;
    for (const DrawnEntry& entry : page.figures)
        for (const Figure& figure : entry.drawn.figures) {
            const bool is_main = entry.entry->part == "main";
            (is_main ? of_topic[topic_of(figure.id)] : supplement).push_back(&figure);
        }
    out << "<section id=\"figures\">\n<h2>Figures</h2>\n";
    for (std::size_t i = 0; i < topics().size(); ++i)
        write_topic(out, page, topics()[i].id, topics()[i].name, of_topic[i]);
    write_topic(out, page, "supplement", "Supplement: curves, fits, order, uncertainty",
                supplement);
    write_missing(out, page);
    out << "</section>\n";
}

}  // namespace sneddon
