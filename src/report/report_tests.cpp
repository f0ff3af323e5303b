// Flags by code and the table of tests.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 19> test_columns = {"order",
                                                           "cluster",
                                                           "cluster_posterior",
                                                           "F_max_uN",
                                                           "h_max_nm",
                                                           "hold_s",
                                                           "S_uN_per_nm",
                                                           "m",
                                                           "h_c_nm",
                                                           "H_IT_GPa",
                                                           "E_r_GPa",
                                                           "E_IT_GPa",
                                                           "eta_IT",
                                                           "W_elast_pJ",
                                                           "W_plast_pJ",
                                                           "creep_nm",
                                                           "C_IT_percent",
                                                           "creep_a_nm_per_s",
                                                           "creep_c"};

std::vector<std::string> codes_of(std::string_view flags) {
    std::vector<std::string> codes;
    while (!flags.empty()) {
        const std::size_t end = std::min(flags.find(';'), flags.size());
        codes.emplace_back(flags.substr(0, end));
        flags.remove_prefix(std::min(end + 1, flags.size()));
    }
    return codes;
}

std::string column_html(const std::string& head) {
    const auto quantity = find_quantity(head);
    if (quantity) return quantity_html(*quantity);
    return "<span class=\"quantity\">" + escaped_markup(head) + "</span>";
}

std::string cell_html(const std::string& head, double value) {
    if (!std::isfinite(value)) return "";
    if (head == "order" || head == "cluster") return fmt::format("{:.0f}", value);
    return number_words(value, 4);
}

/// The words of the flags stand in results.json; their codes in tests.csv.
std::string remarks_html(const ReportPage& page, std::size_t row) {
    std::string html = escaped_markup(page.findings.tests.text("reason", row));
    const auto flags = page.findings.flag_texts.find(row);
    if (flags == page.findings.flag_texts.end()) return html;
    for (const std::string& text : flags->second) {
        if (text.empty()) continue;
        if (!html.empty()) html += "; ";
        html += escaped_markup(text);
    }
    return html;
}

std::string listed_sentence(const ReportPage& page) {
    const std::size_t all = page.findings.tests.rows, listed = page.listed_rows.size();
    const std::string count =
        fmt::format("<span data-ref=\"/counts/rows\">{}</span>", count_text(all));
    if (listed == all) return "All " + count + (all == 1 ? " row." : " rows.");
    return shown_count(listed) + " of " + count + " rows: the first " + shown_count(most_rows) +
           " and the first " + shown_count(most_rows) + " with flags; tests.csv has all.";
}

}  // namespace

void write_flags(std::ostream& out, const ReportPage& page) {
    const ColumnTable& tests = page.findings.tests;
    std::map<std::string, std::vector<std::string>> tests_of_code;
    for (std::size_t row = 0; row < tests.rows; ++row)
        for (const std::string& code : codes_of(tests.text("flags", row))) {
            auto& own = tests_of_code[code];
            const std::string_view id = tests.text("test_id", row);
            if (own.empty() || own.back() != id) own.emplace_back(id);
        }
    out << "<section id=\"flags\">\n<h2>Flags</h2>\n";
    if (tests_of_code.empty()) {
        out << "<p>No test has a flag.</p>\n</section>\n";
        return;
    }
    HtmlTable table("flags-table", "Doubts about tests: a flagged test is used all the same");
    table.head("code");
    table.head("flag");
    table.head("tests", CellKind::number);
    table.head("which");
    table.head("what to do");
    for (const auto& [code, own] : tests_of_code) {
        const CodePage* page_of_code = find_code(code);
        table.begin_row();
        table.row_head(code_html(code));
        table.cell(page_of_code ? escaped_markup(page_of_code->title) : "");
        table.cell(fmt::format("<span data-ref=\"tests.csv/flags={}\">{}</span>",
                               escaped_markup(code), count_text(own.size())),
                   CellKind::number);
        table.cell(test_links(page, own));
        table.cell(page_of_code ? escaped_markup(page_of_code->remedy) : "");
    }
    out << table.take() << "</section>\n";
}

void write_tests(std::ostream& out, const ReportPage& page) {
    const ColumnTable& tests = page.findings.tests;
    std::vector<std::string> columns;
    for (const std::string_view column : test_columns)
        if (has_values(page.findings, std::string(column))) columns.emplace_back(column);
    bool has_remarks = false;
    for (const std::size_t row : page.listed_rows)
        has_remarks |= !tests.text("reason", row).empty() || !tests.text("flags", row).empty();
    HtmlTable table("tests-table", listed_sentence(page));
    table.head("test", CellKind::text, "test_id");
    table.head("status", CellKind::text, "status");
    table.head("load function", CellKind::text, "load_function");
    if (has_remarks) table.head("flags");
    for (const std::string& column : columns)
        table.head(column_html(column), CellKind::number, column);
    if (has_remarks) table.head("reason, what the flags say");
    for (const std::size_t row : page.listed_rows) {
        table.begin_row(
            fmt::format("id=\"{}\" data-ref=\"tests.csv/{}\"", row_anchor(row), row + 1));
        std::string name = escaped_markup(tests.text("test_id", row));
        const double cycle = page.findings.value("cycle", row);
        if (cycle > 1) name += fmt::format(" <small data-shown>cycle {:.0f}</small>", cycle);
        table.row_head(name);
        table.cell(escaped_markup(tests.text("status", row)));
        table.cell(escaped_markup(tests.text("load_function", row)));
        if (has_remarks) {
            std::string codes;
            for (const std::string& code : codes_of(tests.text("flags", row)))
                codes += (codes.empty() ? "" : " ") + code_html(code);
            table.cell(codes);
        }
        for (const std::string& column : columns)
            table.cell(cell_html(column, page.findings.value(column, row)), CellKind::number);
        if (has_remarks) table.cell(remarks_html(page, row), CellKind::remarks);
    }
    // A long table is laid out when it is looked at; its height must be known for links past it.
    const std::size_t rows = page.listed_rows.size();
    out << (rows > most_rows ? fmt::format("<section id=\"tests\" class=\"landscape long\" "
                                           "style=\"--rows:{}\">\n",
                                           rows + 1)
                             : "<section id=\"tests\" class=\"landscape\">\n")
        << "<h2>Tests</h2>\n"
        << table.take() << "</section>\n";
}

}  // namespace sneddon
