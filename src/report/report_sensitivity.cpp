// How much the results owe to choices: those of the analysis, the inputs of the uncertainty, and
// checks of one result against another.
#include <fmt/core.h>

#include <ostream>

#include "report/html_text.hpp"
#include "report/report_cells.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

std::string choices_table(const Findings& findings) {
    HtmlTable table("choices-table",
                    "Means of the load functions when one choice of the analysis is changed at a "
                    "time");
    heads(table, {"load function", "change", "quantity"},
          {"<i>n</i>", "mean", "mean when changed", "change (%)"});
    for (std::size_t i = 0; i < findings.size("/sensitivity"); ++i) {
        const std::string place = fmt::format("/sensitivity/{}", i);
        table.begin_row();
        table.row_head(text_html(findings, place + "/group"));
        table.cell(text_html(findings, place + "/variant"));
        table.cell(quantity_cell(findings.text(place + "/quantity")));
        table.cell(html_of(findings.count(place + "/n")), CellKind::number);
        table.cell(number_cell(findings, place + "/mean", 4), CellKind::number);
        table.cell(number_cell(findings, place + "/variant_mean", 4), CellKind::number);
        table.cell(number_cell(findings, place + "/change_percent", 2), CellKind::number);
    }
    return table.take();
}

std::string creep_law_table(const Findings& findings) {
    HtmlTable table("creep-sensitivity-table",
                    "The creep law of the mean hold curves when one choice is changed at a time");
    heads(table, {"load function", "cluster", "change"}, {"a (nm/s)", "b (nm)", "c"});
    for (std::size_t i = 0; i < findings.size("/creep_curves"); ++i) {
        const std::string curve = fmt::format("/creep_curves/{}", i);
        for (std::size_t j = 0; j < findings.size(curve + "/sensitivity"); ++j) {
            const std::string place = fmt::format("{}/sensitivity/{}", curve, j);
            table.begin_row();
            table.row_head(text_html(findings, curve + "/load_function"));
            table.cell(label_cell(findings, curve + "/label"));
            table.cell(text_html(findings, place + "/change"));
            for (const char* key : {"a_nm_per_s", "b_nm", "c"})
                table.cell(number_cell(findings, place + "/" + key, 3), CellKind::number);
        }
    }
    return table.take();
}

bool has_creep_law(const Findings& findings) {
    for (std::size_t i = 0; i < findings.size("/creep_curves"); ++i)
        if (findings.size(fmt::format("/creep_curves/{}/sensitivity", i)) > 0) return true;
    return false;
}

std::string inputs_table(const Findings& findings) {
    HtmlTable table("uncertainty-inputs-table",
                    "Standard uncertainties that the analysis was given or assumed");
    heads(table, {"input", "source"}, {"value"});
    for (std::size_t i = 0; i < findings.size("/uncertainty_inputs"); ++i) {
        const std::string place = fmt::format("/uncertainty_inputs/{}", i);
        table.begin_row();
        table.row_head("<code>" + escaped_markup(findings.text(place + "/input")) + "</code>");
        table.cell(text_html(findings, place + "/source"));
        const bool is_number = findings.text(place + "/value").empty();
        table.cell(is_number ? number_cell(findings, place + "/value", 4)
                             : text_html(findings, place + "/value"),
                   CellKind::number);
    }
    return table.take();
}

std::string cross_checks_table(const Findings& findings) {
    HtmlTable table("cross-checks-table", "Results that should agree");
    heads(table, {"load function", "what was seen", "doubt"}, {});
    for (std::size_t i = 0; i < findings.size("/cross_checks"); ++i) {
        const std::string place = fmt::format("/cross_checks/{}", i);
        const std::string doubt = findings.text(place + "/doubt");
        table.begin_row();
        table.row_head(text_html(findings, place + "/group"));
        table.cell(text_html(findings, place + "/text"), CellKind::remarks);
        table.cell(doubt.empty() ? "none" : code_html(doubt));
    }
    return table.take();
}

std::string pop_ins_table(const Findings& findings) {
    HtmlTable table("pop-ins-table",
                    "First pop-ins of the loading, and the Weibull law of their "
                    "loads");
    heads(table, {"load function"},
          {"tests searched", "with a pop-in", "pop-ins", "shape <i>k</i>", "scale λ (µN)"});
    for (std::size_t i = 0; i < findings.size("/pop_ins"); ++i) {
        const std::string place = fmt::format("/pop_ins/{}", i);
        table.begin_row();
        table.row_head(text_html(findings, place + "/group"));
        for (const char* key : {"tests_searched", "tests_with_pop_in", "pop_ins"})
            table.cell(html_of(findings.count(place + "/" + key)), CellKind::number);
        table.cell(number_cell(findings, place + "/weibull_k", 3), CellKind::number);
        table.cell(number_cell(findings, place + "/weibull_lambda_uN", 4), CellKind::number);
    }
    return table.take();
}

}  // namespace

void write_sensitivity(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    std::string tables;
    if (findings.size("/sensitivity") > 0) tables += choices_table(findings);
    if (has_creep_law(findings)) tables += creep_law_table(findings);
    if (findings.size("/uncertainty_inputs") > 0) tables += inputs_table(findings);
    if (findings.size("/cross_checks") > 0) tables += cross_checks_table(findings);
    if (findings.size("/pop_ins") > 0) tables += pop_ins_table(findings);
    if (tables.empty()) return;
    out << "<section id=\"sensitivity\">\n<h2>Sensitivity and uncertainty</h2>\n"
        << tables << "</section>\n";
}

}  // namespace sneddon
