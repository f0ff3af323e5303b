// How to get the same numbers again: command, recipe, inputs; and the symbols.
#include <algorithm>
#include <ostream>

#include "base/sha256.hpp"
#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/typeset.hpp"

namespace sneddon {
namespace {

/// A row has 250 bytes, and results.json has them all.
constexpr std::size_t most_inputs = 500;

std::string inputs_html(const List<WrittenInput>& inputs) {
    const std::size_t all = inputs.size(), listed = std::min(all, most_inputs);
    HtmlTable table("inputs-table", "Input files and their SHA-256 (" + shown_count(listed) +
                                        " of " + shown_count(all) +
                                        (listed < all ? "; results.json has all)" : ")"));
    for (const std::string_view head : {"file", "format", "tests", "status", "SHA-256"})
        table.head(head);
    for (std::size_t i = 0; i < listed; ++i) {
        const WrittenInput input = inputs[i];
        const std::string sha = input.sha256().value();
        table.begin_row();
        table.row_head("<code>" + escaped_markup(input.path().value()) + "</code>");
        table.cell(escaped_markup(input.format().value()));
        table.cell(html_of(input.tests().count()), CellKind::number);
        table.cell(escaped_markup(input.status().value()));
        table.cell(sha.empty() ? "could not be read" : "<code>" + escaped_markup(sha) + "</code>");
    }
    return table.take();
}

/// Options that are not defaults: what a reader must know to repeat the run.
std::string changed_options(const WrittenResults& results) {
    const auto recipe = results.recipe();
    if (!recipe.is_there()) return "";
    HtmlTable table("recipe-table", "Options that are not defaults");
    for (const std::string_view head : {"option", "value", "from"}) table.head(head);
    bool is_any = false;
    for (const std::string& option : recipe.names()) {
        const Text origin = results.recipe_origins()[option];
        const bool is_default = !origin.is_there() || origin.value() == "default";
        if (is_default || !recipe[option].is_there()) continue;
        is_any = true;
        table.begin_row();
        table.row_head("<code>" + escaped_markup(option) + "</code>");
        table.cell("<code>" + escaped_markup(recipe[option].as_json()) + "</code>");
        table.cell(escaped_markup(origin.value()));
    }
    return is_any ? table.take() : "<p>Every option has its default.</p>\n";
}

}  // namespace

void write_reproduction(std::ostream& out, const ReportPage& page) {
    const WrittenStudy& study = page.study;
    const auto inputs = study.results.inputs();
    out << "<section id=\"reproduction\">\n<h2>Reproduction</h2>\n<p>Made by sneddon "
        << html_of(study.results.version())
        << ". The same files with the same recipe and version give the same files of results, byte "
        << "for byte:</p>\n<pre><code>sneddon run PATH... --recipe recipe.toml -o OUT\n"
        << "sneddon report OUT      # this page and its figures again, without analysing"
        << "</code></pre>\n"
        << changed_options(study.results)
        << "<details>\n<summary>The recipe in force, with the meaning "
        << "of each option (recipe.toml)</summary>\n<pre id=\"recipe-toml\" tabindex=\"0\">"
        << escaped_markup(study.recipe_toml) << "</pre>\n</details>\n<details>\n<summary>"
        << "<span data-ref=\"" << inputs.pointer() << "\">" << count_text(inputs.size())
        << "</span> input files</summary>\n"
        << inputs_html(inputs) << "</details>\n</section>\n";
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
        table.cell(typeset(quantity.formula));
        table.cell(typeset(quantity.text));
    }
    out << "<section id=\"glossary\">\n<h2>Symbols</h2>\n" << table.take() << "</section>\n";
}

}  // namespace sneddon
