// The table per load function.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "papers/paper_values.hpp"
#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

constexpr std::array glance_quantities = {"H_IT_GPa"_q,   "E_r_GPa"_q,    "E_IT_GPa"_q, "eta_IT"_q,
                                          "W_elast_pJ"_q, "W_plast_pJ"_q, "creep_nm"_q};

std::string place_of(std::size_t group, QuantityIndex quantity) {
    return fmt::format("/groups/{}/{}", group, quantity.info().id);
}

bool has_statistics(const Findings& findings, QuantityIndex quantity) {
    for (std::size_t i = 0; i < findings.size("/groups"); ++i)
        if (std::isfinite(findings.number(place_of(i, quantity) + "/mean"))) return true;
    return false;
}

/// Mean ± sd; below it median, quartiles and the interval of the mean, where they were computed.
std::string cell_html(const Findings& findings, const std::string& place, double n_of_group) {
    const Words value = findings.mean_sd(place);
    if (value.is_empty()) return "";
    std::string html = html_of(value);
    if (findings.number(place + "/n") != n_of_group)
        html += " <small>(n " + html_of(findings.count(place + "/n")) + ")</small>";
    if (findings.find(place + "/median") != nullptr)
        html += "<small class=\"more\">" +
                html_of(Words("median ")
                            .add(findings.words(place + "/median", 3))
                            .add(" [")
                            .add(findings.words(place + "/q25", 3))
                            .add(", ")
                            .add(findings.words(place + "/q75", 3))
                            .add("]")) +
                "</small>";
    if (findings.size(place + "/ci95") == 2)
        html += "<small class=\"more\">" +
                html_of(Words("mean, ")
                            .fixed("95 %")
                            .add(": ")
                            .add(findings.words(place + "/ci95/0", 4))
                            .add(" to ")
                            .add(findings.words(place + "/ci95/1", 4))) +
                "</small>";
    return html;
}

const PaperHold* paper_hold(const Paper* paper, double hold_s) {
    if (paper == nullptr) return nullptr;
    for (const PaperHold& hold : paper->holds)
        if (std::fabs(hold.hold_s - hold_s) < 0.5) return &hold;
    return nullptr;
}

void add_paper_row(HtmlTable& table, const PaperHold& hold,
                   const std::vector<QuantityIndex>& quantities) {
    table.begin_row("class=\"reference\"");
    table.row_head(html_of(Words("published, hold ").fixed(fmt::format("{:.0f} s", hold.hold_s))));
    table.cell("");
    for (const QuantityIndex quantity : quantities) {
        const std::string_view text = quantity == "H_IT_GPa"_q ? hold.H_IT_GPa
                                      : quantity == "eta_IT"_q ? hold.eta_IT
                                                               : "";
        table.cell(text.empty() ? "" : html_of(Words().fixed(text)), CellKind::number);
    }
}

}  // namespace

void write_glance(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    std::vector<QuantityIndex> quantities;
    for (const QuantityIndex quantity : glance_quantities)
        if (has_statistics(findings, quantity)) quantities.push_back(quantity);
    HtmlTable table("glance-table",
                    "Used tests per load function: mean ± standard deviation (n − <span "
                    "data-fixed>1</span>) of one test, not of the mean. Point at a head for its "
                    "definition.");
    table.head("load function");
    table.head("<i>n</i>", CellKind::number);
    for (const QuantityIndex quantity : quantities)
        table.head(quantity_html(quantity), CellKind::number);
    const Paper* paper = find_paper(findings.text("/recipe/report.reference"));
    std::vector<const PaperHold*> published;
    for (std::size_t i = 0; i < findings.size("/groups"); ++i) {
        const std::string group = fmt::format("/groups/{}", i);
        table.begin_row();
        table.row_head(text_html(findings, group + "/name"));
        table.cell(html_of(findings.count(group + "/n")), CellKind::number);
        for (const QuantityIndex quantity : quantities)
            table.cell(cell_html(findings, place_of(i, quantity), findings.number(group + "/n")),
                       CellKind::number);
        if (const auto* hold = paper_hold(paper, findings.number(group + "/hold_s/mean")))
            published.push_back(hold);
    }
    for (const PaperHold* hold : published) add_paper_row(table, *hold, quantities);
    out << "<section id=\"glance\">\n<h2>At a glance</h2>\n"
        << (findings.size("/groups") == 0 ? "<p>No test could be used.</p>\n" : table.take());
    if (!published.empty())
        out << "<p class=\"muted\">Published values: " << escaped_markup(paper->citation)
            << ".</p>\n";
    out << "</section>\n";
}

}  // namespace sneddon
