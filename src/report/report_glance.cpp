// The table per load function.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "figure/study/side_by_side.hpp"
#include "papers/paper.hpp"
#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

constexpr std::array glance_quantities = {"H_IT_GPa"_q,      "E_r_GPa"_q,       "E_IT_GPa"_q,
                                          "H_profile_GPa"_q, "E_profile_GPa"_q, "eta_IT"_q,
                                          "W_elast_pJ"_q,    "W_plast_pJ"_q,    "creep_nm"_q};

bool has_statistics(const List<WrittenGroup>& groups, QuantityIndex quantity) {
    for (const WrittenGroup group : groups)
        if (std::isfinite(group.of_quantity(quantity).mean().value())) return true;
    return false;
}

/// Mean ± sd; below it median, quartiles and the interval of the mean, where they were computed.
std::string cell_html(const WrittenSummary& summary, double n_of_group) {
    const Words value = summary.mean_sd();
    if (value.is_empty()) return "<span title=\"no test of it has a value\">–</span>";
    std::string html = html_of(value);
    if (summary.n().value() != n_of_group)
        html += " <small>(n " + html_of(summary.n().count()) + ")</small>";
    if (summary.median().is_there() && summary.n().value() > 1)
        html += "<small class=\"more\">" +
                html_of(Words()
                            .add(summary.median().words(3))
                            .add(" [")
                            .add(summary.q25().words(3))
                            .add(", ")
                            .add(summary.q75().words(3))
                            .add("]")) +
                "</small>";
    // One test has neither quartiles nor an interval.
    if (const Numbers ci95 = summary.ci95(); ci95.size() == 2 && ci95[0].is_there())
        html += "<small class=\"more\">" +
                html_of(Words().add(ci95[0].words(4)).add(" to ").add(ci95[1].words(4))) +
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

/// Of samples: what a reader compares first, the others stand in the table below.
std::vector<QuantityIndex> compared_quantities(const std::vector<QuantityIndex>& quantities) {
    std::vector<QuantityIndex> chosen;
    for (const QuantityIndex quantity : {"H_IT_GPa"_q, "E_IT_GPa"_q, "creep_nm"_q})
        if (std::ranges::find(quantities, quantity) != quantities.end()) chosen.push_back(quantity);
    return chosen;
}

std::optional<WrittenGroup> group_of(const List<WrittenGroup>& groups, const std::string& sample,
                                     const std::string& load_function) {
    for (const WrittenGroup group : groups)
        if (group.sample().value() == sample && group.load_function().value() == load_function)
            return group;
    return std::nullopt;
}

/// A row of one quantity, or of n: what stands below each other is compared.
void add_samples_row(HtmlTable& table, const std::string& head, const std::string& row,
                     const std::vector<std::string>& cells, bool is_first) {
    table.begin_row(is_first ? "class=\"begins\"" : "");
    table.row_head(is_first ? head : "");
    table.cell("<span class=\"name\">" + escaped_markup(row) + "</span>");
    for (const std::string& cell : cells) table.cell(cell.empty() ? "–" : cell, CellKind::number);
}

/// Quantity by quantity, sample x load function; the longer of the two lists goes down the page.
std::string samples_table(const WrittenStudy& study, const std::vector<QuantityIndex>& quantities) {
    const auto groups = study.results.groups();
    std::vector<std::string> samples = sample_names(study), functions;
    for (const WrittenGroup group : groups)
        if (const std::string name = group.load_function().value();
            std::ranges::find(functions, name) == functions.end())
            functions.push_back(name);
    const auto shown = compared_quantities(quantities);
    if (samples.empty() || functions.size() < 2 || shown.empty()) return "";
    const bool are_samples_rows = samples.size() >= functions.size();
    const auto& down = are_samples_rows ? samples : functions;
    const auto& across = are_samples_rows ? functions : samples;
    HtmlTable table("glance-samples-table",
                    "Each sample at each load function: mean ± standard deviation of one test");
    table.head("");
    table.head(are_samples_rows ? "sample" : "load function");
    for (const std::string& name : across) table.head(escaped_markup(name), CellKind::number);
    const auto add_rows = [&](const std::string& head, const auto& value) {
        for (const std::string& row : down) {
            std::vector<std::string> cells;
            for (const std::string& column : across) {
                const auto group = are_samples_rows ? group_of(groups, row, column)
                                                    : group_of(groups, column, row);
                cells.push_back(group ? value(*group) : "");
            }
            add_samples_row(table, head, row, cells, row == down.front());
        }
    };
    for (const QuantityIndex quantity : shown)
        add_rows(quantity_html(quantity), [quantity](const WrittenGroup& group) {
            return html_of(group.of_quantity(quantity).mean_sd());
        });
    add_rows("<i>n</i>", [](const WrittenGroup& group) { return html_of(group.n().count()); });
    return table.take_at_once();
}

}  // namespace

void write_glance(std::ostream& out, const ReportPage& page) {
    const auto groups = page.study.results.groups();
    std::vector<QuantityIndex> quantities;
    for (const QuantityIndex quantity : glance_quantities)
        if (has_statistics(groups, quantity)) quantities.push_back(quantity);
    HtmlTable table("glance-table",
                    "Used tests per load function: mean ± standard deviation (n − <span "
                    "data-fixed>1</span>) of one test, not of the mean; below it the median "
                    "[quartiles] and the <span "
                    "data-fixed>95 %</span> interval of the mean. Point at a head for its "
                    "definition.");
    table.head("load function");
    table.head("<i>n</i>", CellKind::number);
    for (const QuantityIndex quantity : quantities)
        table.head(quantity_html(quantity), CellKind::number);
    const Paper* paper = paper_of(page.study.results);
    std::vector<const PaperHold*> published;
    for (const WrittenGroup group : groups) {
        table.begin_row();
        table.row_head(html_of(group.name()));
        table.cell(html_of(group.n().count()), CellKind::number);
        for (const QuantityIndex quantity : quantities)
            table.cell(cell_html(group.of_quantity(quantity), group.n().value()), CellKind::number);
        const double hold_s = group.of_quantity("hold_s"_q).mean().value();
        if (const auto* hold = paper_hold(paper, hold_s)) published.push_back(hold);
    }
    for (const PaperHold* hold : published) add_paper_row(table, *hold, quantities);
    out << "<section id=\"glance\">\n<h2>At a glance</h2>\n"
        << samples_table(page.study, quantities)
        << (groups.is_empty() ? "<p>No test could be used.</p>\n" : table.take());
    if (!published.empty())
        out << "<p class=\"muted\">Published values: " << escaped_markup(paper->citation)
            << ".</p>\n";
    out << "</section>\n";
}

}  // namespace sneddon
