// How to get the same numbers again: command, recipe, inputs; and the symbols.
#include <fmt/core.h>

#include <algorithm>
#include <ostream>

#include "base/sha256.hpp"
#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

std::string inputs_html(const Findings& findings) {
    const std::size_t all = findings.size("/inputs");
    HtmlTable table("inputs-table", "Input files and their SHA-256 (" +
                                        shown_count(std::min(all, most_rows)) + " of " +
                                        shown_count(all) + ")");
    for (const std::string_view head : {"file", "format", "tests", "status", "SHA-256"})
        table.head(head);
    for (std::size_t i = 0; i < std::min(all, most_rows); ++i) {
        const std::string place = fmt::format("/inputs/{}", i);
        const std::string sha = findings.text(place + "/sha256");
        table.begin_row();
        table.row_head(escaped_markup(findings.text(place + "/path")));
        table.cell(escaped_markup(findings.text(place + "/format")));
        table.cell(html_of(findings.count(place + "/tests")), CellKind::number);
        table.cell(escaped_markup(findings.text(place + "/status")));
        table.cell(sha.empty() ? "could not be read" : "<code>" + escaped_markup(sha) + "</code>");
    }
    return table.take();
}

/// Options that are not defaults: what a reader must know to repeat the run.
std::string changed_options(const Findings& findings) {
    const Json* recipe = findings.find("/recipe");
    if (recipe == nullptr) return "";
    HtmlTable table("recipe-table", "Options that are not defaults");
    for (const std::string_view head : {"option", "value", "from"}) table.head(head);
    bool is_any = false;
    for (const auto& [key, value] : recipe->items()) {
        const std::string origin =
            findings.results.at("recipe_origins").value(key, std::string("default"));
        if (origin == "default" || value.is_null()) continue;
        is_any = true;
        table.begin_row();
        table.row_head("<code>" + escaped_markup(key) + "</code>");
        table.cell("<code>" + escaped_markup(value.dump()) + "</code>");
        table.cell(escaped_markup(origin));
    }
    return is_any ? table.take() : "<p>Every option has its default.</p>\n";
}

}  // namespace

void write_reproduction(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    out << "<section id=\"reproduction\">\n<h2>Reproduction</h2>\n<p>Made by sneddon "
        << text_html(findings, "/version")
        << ". The same files with the same recipe and version give the same files of results, byte "
        << "for byte:</p>\n<pre><code>sneddon run PATH... --recipe recipe.toml -o OUT\n"
        << "sneddon report OUT      # this page and its figures again, without analysing"
        << "</code></pre>\n"
        << changed_options(findings) << "<details>\n<summary>The recipe in force, with the meaning "
        << "of each option (recipe.toml)</summary>\n<pre id=\"recipe-toml\" tabindex=\"0\">"
        << escaped_markup(findings.recipe_toml) << "</pre>\n</details>\n<details>\n<summary>"
        << "<span data-ref=\"/inputs\">" << count_text(findings.size("/inputs"))
        << "</span> input files</summary>\n"
        << inputs_html(findings) << "</details>\n</section>\n";
}

void write_glossary(std::ostream& out, const ReportPage&) {
    HtmlTable table("glossary-table", "Quantities of tests.csv and results.json");
    for (const std::string_view head :
         {"symbol", "unit", "id", "ISO 14577-1", "formula", "meaning"})
        table.head(head);
    for (const QuantityInfo& quantity : quantity_table) {
        table.begin_row();
        table.row_head(symbol_html(quantity.symbol));
        table.cell(quantity.unit.empty() ? "1" : escaped_markup(quantity.unit));
        table.cell("<code>" + escaped_markup(quantity.id) + "</code>");
        table.cell(quantity.iso.empty() ? "" : symbol_html(quantity.iso));
        table.cell(escaped_markup(quantity.formula));
        table.cell(escaped_markup(quantity.text));
    }
    out << "<section id=\"glossary\">\n<h2>Symbols</h2>\n" << table.take() << "</section>\n";
}

}  // namespace sneddon
