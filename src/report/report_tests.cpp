// Flags by code, the table of tests, what was left out and why.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "html_table.hpp"
#include "html_text.hpp"
#include "report_page.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

constexpr std::array test_quantities = {
    "F_max_uN"_q,   "h_max_nm"_q,   "hold_s"_q,   "S_uN_per_nm"_q, "m"_q,
    "h_c_nm"_q,     "H_IT_GPa"_q,   "E_r_GPa"_q,  "E_IT_GPa"_q,    "eta_IT"_q,
    "W_elast_pJ"_q, "W_plast_pJ"_q, "creep_nm"_q, "C_IT_percent"_q};

std::string test_name_html(const TestRow& row) {
    std::string html = escaped_markup(row.test_id);
    if (row.cycle > 1) html += fmt::format(" <small>cycle {}</small>", row.cycle);
    return html;
}

std::string number_against_limit(const Flag& flag) {
    const std::string number = number_html(flag.number, 4), limit = number_html(flag.limit, 4);
    return number.empty() || limit.empty() ? "" : fmt::format(" ({}, limit {})", number, limit);
}

std::string codes_html(const TestRow& row) {
    std::string html;
    for (const Flag& flag : row.flags) {
        if (!html.empty()) html += ' ';
        html += code_html(flag.code);
    }
    return html;
}

std::string remarks_html(const TestRow& row) {
    std::string html = escaped_markup(row.reason);
    for (const Flag& flag : row.flags) {
        if (!html.empty()) html += "; ";
        html += escaped_markup(flag.text);
        if (flag.text.empty()) html += escaped_markup(flag.code) + number_against_limit(flag);
    }
    return html;
}

void add_test_row(HtmlTable& table, const TestRow& row, std::size_t index,
                  const std::vector<QuantityIndex>& quantities, bool has_remarks) {
    table.begin_row(row_anchor(index));
    table.row_head(test_name_html(row));
    table.cell(name(row.status));
    table.cell(escaped_markup(row.load_function));
    if (has_remarks) table.cell(codes_html(row));
    for (const QuantityIndex quantity : quantities)
        table.cell(number_html(row.values[quantity], 4), CellKind::number);
    if (has_remarks) table.cell(remarks_html(row), CellKind::remarks);
}

std::string listed_sentence(const ReportPage& page) {
    const std::size_t all = page.study.tests.size(), listed = page.listed_rows.size();
    if (listed == all) return fmt::format("All {}.", count_text(all, "row"));
    return fmt::format(
        "{} of {} rows: the first {} and the first {} with flags; tests.csv has all.",
        count_text(listed), count_text(all), count_text(most_rows), count_text(most_rows));
}

void write_files_left_out(std::ostream& out, const ReportPage& page) {
    const StatusCounts& files = page.counts.files;
    HtmlTable table("left-out-files", "Files that gave no test, with the reason");
    for (const std::string_view head : {"file", "status", "format", "reason", "code"})
        table.head(head);
    std::size_t listed = 0;
    for (const InputFile& input : page.study.inputs) {
        if (input.status == Status::used || listed == most_rows) continue;
        ++listed;
        table.begin_row();
        table.row_head(escaped_markup(input.path));
        table.cell(name(input.status));
        table.cell(escaped_markup(input.format));
        table.cell(escaped_markup(input.reason));
        table.cell(code_html(input.code));
    }
    const std::size_t all = files.excluded + files.refused;
    out << fmt::format("<p>{} given = {} used + {} excluded + {} refused.</p>\n",
                       count_text(files.given(), "file"), count_text(files.used),
                       count_text(files.excluded), count_text(files.refused));
    if (listed > 0) out << table.take();
    if (listed < all)
        out << fmt::format("<p>{} of {} are listed; results.json has all.</p>\n",
                           count_text(listed), count_text(all));
}

void write_tests_left_out(std::ostream& out, const ReportPage& page) {
    const StatusCounts& rows = page.counts.rows;
    const std::size_t all = rows.excluded + rows.refused;
    if (all == 0) return;
    HtmlTable table("left-out-tests", "Tests without a result, with the reason");
    for (const std::string_view head : {"test", "file", "status", "reason"}) table.head(head);
    std::size_t listed = 0;
    for (const TestRow& row : page.study.tests) {
        if (row.status == Status::used || listed == most_rows) continue;
        ++listed;
        table.begin_row();
        table.row_head(test_name_html(row));
        table.cell(escaped_markup(row.file));
        table.cell(name(row.status));
        table.cell(escaped_markup(row.reason));
    }
    out << table.take();
    if (listed < all)
        out << fmt::format("<p>{} of {} are listed; tests.csv has all.</p>\n", count_text(listed),
                           count_text(all));
}

}  // namespace

void write_flags(std::ostream& out, const ReportPage& page) {
    std::map<std::string, std::vector<std::string>> tests_of_code;
    for (const TestRow& row : page.study.tests)
        for (const Flag& flag : row.flags) {
            auto& tests = tests_of_code[flag.code];
            if (tests.empty() || tests.back() != row.test_id) tests.push_back(row.test_id);
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
    for (const auto& [code, tests] : tests_of_code) {
        const CodePage* page_of_code = find_code(code);
        table.begin_row();
        table.row_head(code_html(code));
        table.cell(page_of_code ? escaped_markup(page_of_code->title) : "");
        table.cell(count_text(tests.size()), CellKind::number);
        table.cell(test_links(page, tests));
        table.cell(page_of_code ? escaped_markup(page_of_code->remedy) : "");
    }
    out << table.take() << "</section>\n";
}

void write_tests(std::ostream& out, const ReportPage& page) {
    std::vector<QuantityIndex> quantities;
    for (const QuantityIndex quantity : test_quantities)
        if (has_values(page.study, quantity)) quantities.push_back(quantity);
    const bool has_remarks = std::ranges::any_of(page.study.tests, [](const TestRow& row) {
        return !row.reason.empty() || !row.flags.empty();
    });
    HtmlTable table("tests-table", listed_sentence(page));
    table.head("test");
    table.head("status");
    table.head("load function");
    if (has_remarks) table.head("flags");
    for (const QuantityIndex quantity : quantities)
        table.head(quantity_html(quantity), CellKind::number);
    if (has_remarks) table.head("reason, what the flags say");
    for (const std::size_t row : page.listed_rows)
        add_test_row(table, page.study.tests[row], row, quantities, has_remarks);
    out << "<section id=\"tests\" class=\"landscape\">\n<h2>Tests</h2>\n"
        << table.take() << "</section>\n";
}

void write_left_out(std::ostream& out, const ReportPage& page) {
    out << "<section id=\"left-out\">\n<h2>Excluded and refused</h2>\n";
    write_files_left_out(out, page);
    write_tests_left_out(out, page);
    out << "</section>\n";
}

}  // namespace sneddon
