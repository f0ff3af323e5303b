// How the numbers were made: recipe, facts of the study, inputs, symbols.
#include <fmt/format.h>

#include <algorithm>

#include "html_table.hpp"
#include "html_text.hpp"
#include "report_page.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

void add_fact(HtmlTable& table, std::string_view what, const std::string& html) {
    if (html.empty()) return;
    table.begin_row();
    table.row_head(what);
    table.cell(html);
}

std::string number_or_nothing(const std::optional<double>& number, std::string_view unit) {
    return number ? fmt::format("{}{}", number_text(*number), unit) : "";
}

std::string facts_html(const StudyFacts& facts) {
    HtmlTable table("facts-table", "Facts of the study, from " + escaped_markup(facts.source));
    table.head("fact");
    table.head("value");
    add_fact(table, "sample", escaped_markup(facts.sample));
    add_fact(table, "Poisson's ratio of the sample", number_or_nothing(facts.poisson_ratio, ""));
    add_fact(table, "modulus of the indenter", number_or_nothing(facts.indenter_E_GPa, " GPa"));
    add_fact(table, "Poisson's ratio of the indenter",
             number_or_nothing(facts.indenter_poisson_ratio, ""));
    if (facts.area_function)
        add_fact(table, "area function", escaped_markup(facts.area_function->source));
    if (const auto& grid = facts.grid)
        add_fact(table, "grid of each load function",
                 fmt::format("{} × {}, pitch {} µm × {} µm, {}", grid->nx, grid->ny,
                             number_text(grid->pitch_x_um), number_text(grid->pitch_y_um),
                             grid->order == GridOrder::raster ? "raster" : "serpentine"));
    add_fact(table, "uncertainty of the area",
             number_or_nothing(facts.u_area_relative, " (relative)"));
    add_fact(table, "uncertainty of the drift", number_or_nothing(facts.u_drift_nm_per_s, " nm/s"));
    add_fact(table, "roughness", number_or_nothing(facts.roughness_nm, " nm"));
    return table.take();
}

std::string inputs_html(const ReportPage& page) {
    const auto& inputs = page.study.inputs;
    HtmlTable table("inputs-table", fmt::format("Input files and their SHA-256 ({} of {})",
                                                count_text(std::min(inputs.size(), most_rows)),
                                                count_text(inputs.size())));
    table.head("file");
    table.head("format");
    table.head("tests", CellKind::number);
    table.head("status");
    table.head("SHA-256");
    for (std::size_t i = 0; i < std::min(inputs.size(), most_rows); ++i) {
        table.begin_row();
        table.row_head(escaped_markup(inputs[i].path));
        table.cell(escaped_markup(inputs[i].format));
        table.cell(count_text(inputs[i].tests), CellKind::number);
        table.cell(name(inputs[i].status));
        table.cell(inputs[i].sha256.empty()
                       ? "could not be read"
                       : "<code>" + escaped_markup(inputs[i].sha256) + "</code>");
    }
    return table.take();
}

}  // namespace

void write_recipe(std::ostream& out, const ReportPage& page) {
    HtmlTable table("recipe-table", "Every option in force; those that are not defaults are bold");
    for (const std::string_view head : {"option", "value", "from", "meaning"}) table.head(head);
    for (const RecipeEntry& entry : page.study.recipe) {
        const bool is_default = entry.origin == "default";
        const std::string value =
            entry.value.empty() ? "not given" : "<code>" + escaped_markup(entry.value) + "</code>";
        table.begin_row();
        table.row_head("<code>" + escaped_markup(entry.key) + "</code>");
        table.cell(is_default ? value : "<strong>" + value + "</strong>");
        table.cell(escaped_markup(entry.origin));
        table.cell(escaped_markup(entry.text));
    }
    out << "<section id=\"recipe\">\n<h2>Recipe in force</h2>\n" << table.take();
    if (!page.study.facts.source.empty()) out << facts_html(page.study.facts);
    out << "</section>\n";
}

void write_reproduction(std::ostream& out, const ReportPage& page) {
    out << "<section id=\"reproduction\">\n<h2>Reproduction</h2>\n<p>Made by sneddon "
        << escaped_markup(page.study.version)
        << ". The same files with the same recipe and version give the same tests.csv and "
        << "results.json, byte for byte: <code>sneddon run PATH... --recipe recipe.toml</code>."
        << "</p>\n<details>\n<summary>" << count_text(page.study.inputs.size(), "input file")
        << "</summary>\n"
        << inputs_html(page) << "</details>\n</section>\n";
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
