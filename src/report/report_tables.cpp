// The numbers behind the figures: clusters, creep law, distributions, comparisons.
#include <fmt/core.h>

#include <cmath>
#include <ostream>

#include "report/html_text.hpp"
#include "report/report_cells.hpp"
#include "report/report_page.hpp"

namespace sneddon {
namespace {

std::vector<std::string> features(const Findings& findings) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < findings.size("/clusters/features"); ++i)
        ids.push_back(findings.text(fmt::format("/clusters/features/{}", i)));
    return ids;
}

std::string clusters_table(const Findings& findings) {
    HtmlTable table("clusters-table",
                    "Clusters: the fitted Gaussians and how stable they are (Jaccard: mean overlap "
                    "with the clusters of resampled tests; above <span data-fixed>0.75</span> is "
                    "stable)");
    heads(table, {"cluster"}, {"<i>n</i>", "share", "weight"});
    for (const std::string& id : features(findings))
        table.head("centre " + quantity_cell(id), CellKind::number);
    heads(table, {}, {"mean posterior", "Jaccard"});
    for (std::size_t i = 0; i < findings.size("/clusters/items"); ++i) {
        const std::string place = fmt::format("/clusters/items/{}", i);
        table.begin_row();
        table.row_head(label_cell(findings, place + "/label"));
        table.cell(html_of(findings.count(place + "/n")), CellKind::number);
        table.cell(number_cell(findings, place + "/share", 3), CellKind::number);
        table.cell(number_cell(findings, place + "/weight", 3), CellKind::number);
        for (const std::string& id : features(findings))
            table.cell(number_cell(findings, place + "/mean/" + id, 4), CellKind::number);
        table.cell(number_cell(findings, place + "/mean_posterior", 3), CellKind::number);
        table.cell(number_cell(findings, place + "/jaccard", 3), CellKind::number);
    }
    return table.take();
}

std::string coordinates_table(const Findings& findings) {
    HtmlTable table(
        "coordinates-table",
        "Mean coordinates (± standard deviation) of each cluster in each load function");
    heads(table, {"load function", "cluster"}, {"<i>n</i>"});
    for (const std::string& id : features(findings))
        table.head(quantity_cell(id), CellKind::number);
    for (std::size_t i = 0; i < findings.size("/clusters/coordinates"); ++i) {
        const std::string place = fmt::format("/clusters/coordinates/{}", i);
        table.begin_row();
        table.row_head(text_html(findings, place + "/load_function"));
        table.cell(label_cell(findings, place + "/label"));
        table.cell(html_of(findings.count(place + "/n")), CellKind::number);
        for (const std::string& id : features(findings))
            table.cell(html_of(findings.mean_sd(place + "/" + id)), CellKind::number);
    }
    return table.take();
}

std::string creep_table(const Findings& findings) {
    HtmlTable table("creep-table",
                    "Creep law h = a t + b t<sup>c</sup> of the mean hold curves (t in s), ± "
                    "standard error");
    heads(table, {"load function", "cluster"},
          {"<i>n</i>", "a (nm/s)", "b (nm)", "c", "R²", "rms (nm)", "drift u (nm/s)"});
    table.head("at a bound");
    for (std::size_t i = 0; i < findings.size("/creep_curves"); ++i) {
        const std::string place = fmt::format("/creep_curves/{}", i), fit = place + "/fit";
        table.begin_row();
        table.row_head(text_html(findings, place + "/load_function"));
        table.cell(label_cell(findings, place + "/label"));
        table.cell(html_of(findings.count(place + "/n")), CellKind::number);
        table.cell(plus_minus(findings, fit + "/a_nm_per_s", fit + "/se/a"), CellKind::number);
        table.cell(plus_minus(findings, fit + "/b_nm", fit + "/se/b"), CellKind::number);
        table.cell(plus_minus(findings, fit + "/c", fit + "/se/c"), CellKind::number);
        table.cell(number_cell(findings, fit + "/r_squared", 5), CellKind::number);
        table.cell(number_cell(findings, fit + "/rms_nm", 2), CellKind::number);
        table.cell(number_cell(findings, fit + "/u_drift_nm_per_s", 2), CellKind::number);
        std::string bounds;
        for (std::size_t j = 0; j < findings.size(fit + "/at_bound"); ++j)
            bounds += (j == 0 ? "" : ", ") +
                      escaped_markup(findings.text(fmt::format("{}/at_bound/{}", fit, j)));
        table.cell(bounds);
    }
    return table.take();
}

std::string parameters_html(const Findings& findings, const std::string& place) {
    std::string html;
    const Json* parameters = findings.find(place);
    if (parameters == nullptr || !parameters->is_object()) return html;
    for (const auto& [key, value] : parameters->items())
        html += (html.empty() ? "" : ", ") + escaped_markup(key) + " " +
                number_cell(findings, place + "/" + key, 4);
    return html;
}

std::string ccdf_table(const Findings& findings) {
    HtmlTable table("distribution-table",
                    "Distributions by maximum likelihood: parameters, scores, goodness of fit");
    heads(table, {"quantity", "unit", "load function", "cluster", "model", "parameters"},
          {"<i>n</i>", "log L", "AIC", "BIC", "R² (likelihood)", "R² (least squares)", "p (KS)"});
    table.head("preferred");
    for (std::size_t i = 0; i < findings.size("/ccdf"); ++i)
        for (std::size_t j = 0; j < findings.size(fmt::format("/ccdf/{}/models", i)); ++j) {
            const std::string place = fmt::format("/ccdf/{}", i);
            const std::string model = fmt::format("{}/models/{}", place, j);
            table.begin_row();
            table.row_head(escaped_markup(findings.text(place + "/quantity")));
            table.cell(escaped_markup(findings.text(place + "/unit")));
            table.cell(text_html(findings, place + "/load_function"));
            table.cell(label_cell(findings, place + "/label"));
            const std::string name = findings.text(model + "/model");
            table.cell(text_html(findings, model + "/model"));
            table.cell(parameters_html(findings, model + "/parameters"));
            table.cell(html_of(findings.count(place + "/n")), CellKind::number);
            for (const char* key : {"loglik", "aic", "bic"})
                table.cell(number_cell(findings, model + "/" + key, 5), CellKind::number);
            for (const char* key : {"r2_mle", "r2_lsq"})
                table.cell(number_cell(findings, model + "/" + key, 4), CellKind::number);
            table.cell(number_cell(findings, model + "/p_ks", 2), CellKind::number);
            table.cell(name == findings.text(place + "/preferred")
                           ? text_html(findings, place + "/evidence")
                           : "");
        }
    return table.take();
}

std::string comparisons_table(const Findings& findings) {
    HtmlTable table("comparisons-table",
                    "Welch's test between load functions; p after Holm over the pairs of a "
                    "quantity; g: Hedges' effect size");
    heads(
        table, {"quantity", "a", "b"},
        {"difference a − b", "<span data-fixed>95 %</span> interval", "t", "df", "p (Holm)", "g"});
    for (std::size_t i = 0; i < findings.size("/comparisons"); ++i) {
        const std::string place = fmt::format("/comparisons/{}", i);
        table.begin_row();
        table.row_head(quantity_cell(findings.text(place + "/quantity")));
        table.cell(text_html(findings, place + "/a"));
        table.cell(text_html(findings, place + "/b"));
        table.cell(number_cell(findings, place + "/difference", 3), CellKind::number);
        table.cell(interval(findings, place + "/ci95"), CellKind::number);
        table.cell(number_cell(findings, place + "/t", 3), CellKind::number);
        table.cell(number_cell(findings, place + "/df", 4), CellKind::number);
        table.cell(number_cell(findings, place + "/p_holm", 2), CellKind::number);
        table.cell(number_cell(findings, place + "/hedges_g", 2), CellKind::number);
    }
    return table.take();
}

/// The paper's reading, only as such, with what speaks for it and against it.
void write_mechanism(std::ostream& out, const Findings& findings) {
    if (findings.find("/mechanism") == nullptr) return;
    out << "<h3>The published reading, and the evidence</h3>\n<p>"
        << text_html(findings, "/mechanism/paper") << "</p>\n";
    for (const std::string side : {"for", "against"}) {
        const std::string list = "/mechanism/" + side;
        if (findings.size(list) == 0) continue;
        out << "<p>" << (side == "for" ? "For it:" : "Against it:") << "</p>\n<ul>\n";
        for (std::size_t i = 0; i < findings.size(list); ++i)
            out << "<li>" << text_html(findings, fmt::format("{}/{}", list, i)) << "</li>\n";
        out << "</ul>\n";
    }
}

}  // namespace

void write_tables(std::ostream& out, const ReportPage& page) {
    const Findings& findings = page.findings;
    std::string tables;
    if (findings.size("/clusters/items") > 0) tables += clusters_table(findings);
    if (findings.size("/clusters/coordinates") > 0) tables += coordinates_table(findings);
    if (findings.size("/creep_curves") > 0) tables += creep_table(findings);
    if (findings.size("/ccdf") > 0) tables += ccdf_table(findings);
    if (findings.size("/comparisons") > 0)
        tables += "<details>\n<summary>Comparisons of the load functions</summary>\n" +
                  comparisons_table(findings) + "</details>\n";
    const bool has_reading = findings.find("/mechanism") != nullptr;
    if (tables.empty() && !has_reading) return;
    out << "<section id=\"tables\">\n<h2>Tables</h2>\n" << tables;
    write_mechanism(out, findings);
    out << "</section>\n";
}

}  // namespace sneddon
