// Head of the report: the finding in words, the table per load function, the warnings.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "html_table.hpp"
#include "html_text.hpp"
#include "report_page.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

constexpr std::array glance_quantities = {"H_IT_GPa"_q,   "E_r_GPa"_q,    "E_IT_GPa"_q, "eta_IT"_q,
                                          "W_elast_pJ"_q, "W_plast_pJ"_q, "creep_nm"_q};

const GroupStatistic* statistic_of(const Group& group, QuantityIndex quantity) {
    const auto found = group.statistics.find(quantity.at);
    return found == group.statistics.end() ? nullptr : &found->second;
}

/// "H_IT 4.30 ± 0.39 GPa" of one load function, "mean H_IT 4.30 to 4.89 GPa" of several.
std::string quantity_finding(const std::vector<Group>& groups, QuantityIndex quantity) {
    std::vector<GroupStatistic> statistics;
    for (const Group& group : groups)
        if (const auto* statistic = statistic_of(group, quantity)) statistics.push_back(*statistic);
    if (statistics.empty()) return "";
    const QuantityInfo& info = quantity.info();
    const std::string unit =
        info.unit.empty() ? std::string() : fmt::format(" {}", escaped_markup(info.unit));
    const std::string symbol = symbol_html(info.symbol);
    if (statistics.size() == 1) {
        const bool has_sd = std::isfinite(statistics[0].sd);
        return fmt::format("{} {}{} ({}n = {})", symbol, mean_sd_html(statistics[0]), unit,
                           has_sd ? "mean ± standard deviation, " : "",
                           count_text(statistics[0].n));
    }
    const auto [low, high] = std::ranges::minmax_element(statistics, {}, &GroupStatistic::mean);
    return fmt::format("mean {} {} to {}{}", symbol, number_html(low->mean, 3),
                       number_html(high->mean, 3), unit);
}

bool has_statistics(const ReportPage& page, QuantityIndex quantity) {
    return std::ranges::any_of(page.study.groups, [&](const Group& group) {
        return statistic_of(group, quantity) != nullptr;
    });
}

void add_glance_row(HtmlTable& table, const Group& group,
                    const std::vector<QuantityIndex>& quantities) {
    table.begin_row();
    table.row_head(escaped_markup(group.name));
    table.cell(count_text(group.n), CellKind::number);
    for (const QuantityIndex quantity : quantities) {
        const GroupStatistic* statistic = statistic_of(group, quantity);
        std::string html = statistic ? mean_sd_html(*statistic) : "";
        if (statistic && statistic->n != group.n)
            html += fmt::format(" <small>(n {})</small>", count_text(statistic->n));
        table.cell(html, CellKind::number);
    }
}

}  // namespace

std::string finding_html(const ReportPage& page) {
    const StudyCounts& counts = page.counts;
    const bool has_cycles = counts.tests != counts.rows.given();
    std::string finding =
        fmt::format("{} of {} used", count_text(counts.rows.used),
                    count_text(counts.rows.given(), has_cycles ? "test cycle" : "test"));
    if (page.study.groups.size() > 1)
        finding += fmt::format(" in {} load functions", count_text(page.study.groups.size()));
    const std::string hardness = quantity_finding(page.study.groups, "H_IT_GPa"_q);
    const QuantityIndex modulus = has_statistics(page, "E_IT_GPa"_q) ? "E_IT_GPa"_q : "E_r_GPa"_q;
    for (const std::string& part : {hardness, quantity_finding(page.study.groups, modulus),
                                    quantity_finding(page.study.groups, "eta_IT"_q)})
        if (!part.empty()) finding += "; " + part;
    finding += ".";
    if (hardness.empty() && counts.rows.used > 0)
        finding += " No test has a hardness: the warnings say why.";
    return finding;
}

void write_glance(std::ostream& out, const ReportPage& page) {
    std::vector<QuantityIndex> quantities;
    for (const QuantityIndex quantity : glance_quantities)
        if (has_statistics(page, quantity)) quantities.push_back(quantity);
    HtmlTable table("glance-table",
                    "Used tests per load function: mean ± standard deviation (n − 1) of one test, "
                    "not of the mean. Point at a head for its definition.");
    table.head("load function");
    table.head("<i>n</i>", CellKind::number);
    for (const QuantityIndex quantity : quantities)
        table.head(quantity_html(quantity), CellKind::number);
    for (const Group& group : page.study.groups) add_glance_row(table, group, quantities);
    out << "<section id=\"glance\">\n<h2>At a glance</h2>\n"
        << (page.study.groups.empty() ? "<p>No test could be used.</p>\n" : table.take())
        << "</section>\n";
}

void write_warnings(std::ostream& out, const ReportPage& page) {
    out << "<section id=\"warnings\">\n<h2>Warnings</h2>\n";
    if (page.study.warnings.empty()) {
        out << "<p>None.</p>\n</section>\n";
        return;
    }
    out << "<ul class=\"warnings\">\n";
    for (const Warning& warning : page.study.warnings) {
        out << "<li>" << code_html(warning.code) << " " << escaped_markup(warning.text);
        if (!warning.tests.empty())
            out << " <span class=\"concerns\">" << count_text(warning.tests.size(), "test") << ": "
                << test_links(page, warning.tests) << "</span>";
        if (const CodePage* code = find_code(warning.code); code && !code->remedy.empty())
            out << " <span class=\"remedy\">" << escaped_markup(code->remedy) << "</span>";
        out << "</li>\n";
    }
    out << "</ul>\n</section>\n";
}

}  // namespace sneddon
