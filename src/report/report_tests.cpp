// Flags by code and the table of tests.
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/nan.hpp"
#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/typeset.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
std::vector<Head> test_columns() {
    return {column::order,
            column::cluster,
            column::cluster_posterior,
            "F_max_uN"_q,
            "h_max_nm"_q,
            "hold_s"_q,
            "S_uN_per_nm"_q,
            "m"_q,
            "h_c_nm"_q,
            "H_IT_GPa"_q,
            "E_r_GPa"_q,
            "E_IT_GPa"_q,
            "eta_IT"_q,
            "W_elast_pJ"_q,
            "W_plast_pJ"_q,
            "creep_nm"_q,
            "C_IT_percent"_q,
            "creep_a_nm_per_s"_q,
            "creep_c"_q};
}

namespace {

std::string column_html(const Head& head) {
    const auto quantity = find_quantity(head.name());
    if (quantity) return quantity_html(*quantity);
    std::string words = head.name();
    std::ranges::replace(words, '_', ' ');
    return "<span class=\"quantity\">" + escaped_markup(words) + "</span>";
}

std::string cell_html(const Head& head, double value) {
    if (!is_finite(value)) return "";
    const bool is_whole = head.name() == column::order.head || head.name() == column::cluster.head;
    return is_whole ? fmt::format("{:.0f}", value) : number_words(value, 4);
}

/// The words of the flags stand in results.json; their codes in tests.csv.
std::string remarks_html(const ReportPage& page, std::size_t row) {
    std::string html = typeset(page.study.tests.text_of(column::reason, row));
    const auto flags = page.study.flag_texts.find(row);
    if (flags == page.study.flag_texts.end()) return html;
    for (const std::string& text : flags->second) {
        if (text.empty()) continue;
        if (!html.empty()) html += "; ";
        html += typeset(text);
    }
    return html;
}

std::string listed_sentence(const ReportPage& page) {
    const std::size_t all = page.study.tests.rows, listed = page.listed_rows.size();
    const std::string count =
        fmt::format("<span data-ref=\"{}\">{}</span>", page.study.results.counts().rows().pointer(),
                    count_text(all));
    if (listed == all) return "All " + count + (all == 1 ? " row." : " rows.");
    return shown_count(listed) + " of " + count + " rows: the first " + shown_count(most_rows) +
           " and the first " + shown_count(most_rows) + " with flags; tests.csv has all.";
}

}  // namespace

void write_flags(std::ostream& out, const ReportPage& page) {
    const TestTable& tests = page.study.tests;
    std::map<std::string, std::vector<std::string>> tests_of_code;
    for (std::size_t row = 0; row < tests.rows; ++row)
        for (const std::string& code : tests.flags(row)) {
            auto& ids = tests_of_code[code];
            const std::string_view id = tests.text_of(column::test_id, row);
            if (ids.empty() || ids.back() != id) ids.emplace_back(id);
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
    for (const auto& [code, ids] : tests_of_code) {
        const CodePage* page_of_code = find_code(code);
        table.begin_row();
        table.row_head(code_html(code));
        table.cell(page_of_code ? escaped_markup(page_of_code->title) : "");
        table.cell(fmt::format("<span data-ref=\"tests.csv/flags={}\">{}</span>",
                               escaped_markup(code), count_text(ids.size())),
                   CellKind::number);
        table.cell(test_links(page, ids));
        table.cell(page_of_code ? escaped_markup(page_of_code->remedy) : "");
    }
    out << table.take() << "</section>\n";
}

void write_tests(std::ostream& out, const ReportPage& page) {
    const TestTable& tests = page.study.tests;
    std::vector<Head> columns;
    for (const Head& head : test_columns())
        if (has_values(page.study, head)) columns.push_back(head);
    bool has_remarks = false;
    for (const std::size_t row : page.listed_rows)
        has_remarks |= !tests.text_of(column::reason, row).empty() ||
                       !tests.text_of(column::flags, row).empty();
    HtmlTable table("tests-table", listed_sentence(page));
    table.head("test", CellKind::text, column::test_id.head);
    table.head("status", CellKind::text, column::status.head);
    table.head("load function", CellKind::text, column::load_function.head);
    if (has_remarks) table.head("flags");
    for (const Head& head : columns) table.head(column_html(head), CellKind::number, head.name());
    if (has_remarks) table.head("reason, what the flags say");
    for (const std::size_t row : page.listed_rows) {
        table.begin_row(
            fmt::format("id=\"{}\" data-ref=\"tests.csv/{}\"", row_anchor(row), row + 1));
        std::string name = "<code class=\"name\">" +
                           escaped_markup(tests.text_of(column::test_id, row)) + "</code>";
        const double cycle = tests.value(column::cycle, row);
        if (cycle > 1) name += fmt::format(" <small data-shown>cycle {:.0f}</small>", cycle);
        table.row_head(name);
        table.cell(escaped_markup(tests.text_of(column::status, row)));
        table.cell(escaped_markup(tests.text_of(column::load_function, row)));
        if (has_remarks) {
            std::string codes;
            for (const std::string& code : tests.flags(row))
                codes += (codes.empty() ? "" : " ") + code_html(code);
            table.cell(codes);
        }
        for (const Head& head : columns)  // set to the right by their place
            table.cell(cell_html(head, tests.value(head, row)));
        if (has_remarks) table.cell(remarks_html(page, row), CellKind::remarks);
    }
    // With the script the table is drawn from the data, as far as it is looked at.
    out << "<section id=\"tests\" class=\"landscape\">\n<h2>Tests</h2>\n<noscript>\n"
        << table.take_at_once() << "</noscript>\n</section>\n";
}

}  // namespace sneddon
