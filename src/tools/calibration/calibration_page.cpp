#include "tools/calibration/calibration_page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "analyse/calibrate/calibration_classes.hpp"
#include "base/files/file_hash.hpp"
#include "base/nan.hpp"
#include "figure/plot/figure.hpp"
#include "model/units.hpp"
#include "numeric/sum/tails.hpp"
#include "report/html_table.hpp"
#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/version.hpp"
#include "tools/calibration/calibration_figures.hpp"
#include "tools/calibration/calibration_words.hpp"
#include "tools/calibration/number_ledger.hpp"

namespace sneddon {
namespace {

std::string section(std::string_view id, std::string_view title, const std::string& content) {
    return fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n{}</section>\n", id, title, content);
}

std::string title_of(const ShownCalibration& shown) {
    return "Calibration of tip and frame on " + reference_names(shown.options) +
           (shown.is_simulated ? " (simulated)" : "");
}

Words interval_words(NumberLedger& ledger, const std::string& place, double value, double reach,
                     int digits) {
    if (!is_finite(value) || !is_finite(reach)) return {};
    return ledger.number(place + ".0", value - reach, digits)
        .add(" to ")
        .add(ledger.number(place + ".1", value + reach, digits));
}

/// Of Student's t with the freedom that the tests, or the correlation of the residuals, leave.
double t_of(const ShownCalibration& shown) {
    const double independent =
        shown.found.tests > 0 ? static_cast<double>(shown.found.tests) : shown.found.independent;
    const double freedom = independent - static_cast<double>(shown.found.fitted());
    return freedom > 0 ? student_quantile(0.975, freedom) : nan;
}

std::string finding_html(NumberLedger& ledger, const ShownCalibration& shown) {
    const AreaCalibration& found = shown.found;
    Words words("A_p(h_c): ");
    words.add(ledger.text("form", shown.form));
    if (found.area.h_c_min_nm)
        words.add(", valid from ")
            .add(ledger.number("h_c_min_nm", *found.area.h_c_min_nm, 4))
            .add(" to ")
            .add(ledger.number("h_c_max_nm", *found.area.h_c_max_nm, 4))
            .add(" nm of contact depth, where E of ")
            .add(shown.options.reference.name)
            .add(" is ")
            .add(ledger.number("E.mean_GPa", found.E_GPa, 4))
            .add(" ± ")
            .add(ledger.number("E.u_GPa", found.u_E_GPa, 2))
            .add(" GPa (standard error of the mean; the reference's own uncertainty is not in it)");
    else
        words.add(", valid nowhere: no class of depths has the modulus of the reference");
    words.add(". Frame compliance ")
        .add(ledger.number("frame.C_f_nm_per_mN", uN_per_mN * found.C_f_nm_per_uN, 4));
    if (is_finite(found.u_C_f_nm_per_uN))
        words.add(" ± ").add(
            ledger.number("frame.u_nm_per_mN", uN_per_mN * found.u_C_f_nm_per_uN, 2));
    words.add(" nm/mN, ").add(ledger.text("frame.from", shown.frame_from)).add(".");
    return "<p class=\"finding\">" + html_of(words) + "</p>\n";
}

std::string warnings_html(NumberLedger& ledger, const ShownCalibration& shown) {
    const AreaCalibration& found = shown.found;
    ledger.truth("is_too_stiff", found.is_too_stiff());
    ledger.truth("frame.is_zero_within_error", shown.is_frame_zero);
    std::string items;
    if (found.is_too_stiff())
        items += "<li>" +
                 html_of(Words("The form is too stiff: its residuals along the depth are not "
                               "chance (P = ")
                             .add(ledger.number("p_form", found.p_form, 1))
                             .add("). Class means of the area are off by ")
                             .add(ledger.number("class_means_rms_percent",
                                                100 * found.u_area_relative, 2))
                             .add(" % rms; a frame that was found with it is off as well.")) +
                 "</li>\n";
    if (shown.is_frame_zero)
        items +=
            "<li>The frame compliance was found negative by less than <span "
            "data-fixed>3</span> standard errors: <span data-fixed>0</span> was taken.</li>\n";
    return items.empty() ? "" : "<ul class=\"warnings\">\n" + items + "</ul>\n";
}

std::string header_html(NumberLedger& ledger, const ShownCalibration& shown) {
    std::string html = "<header>\n<h1>" + escaped_markup(title_of(shown)) + "</h1>\n";
    ledger.truth("is_simulated", shown.is_simulated);
    if (shown.is_simulated)
        html += "<p class=\"simulated\">Simulated: nothing here was measured.</p>\n";
    html += finding_html(ledger, shown);
    html += "<ul class=\"badges\">\n<li>" + html_of(ledger.count("n", shown.found.n)) + " " +
            shown.points_name + "</li>\n<li>" + html_of(ledger.count("files", shown.files.size())) +
            " files</li>\n</ul>\n";
    if (!shown.first_day.empty())
        html += "<p class=\"muted\">Tests of " +
                html_of(ledger.text("first_day", shown.first_day)) + " to " +
                html_of(ledger.text("last_day", shown.last_day)) + ".</p>\n";
    return html + warnings_html(ledger, shown) + "</header>\n";
}

std::string figures_html(const std::vector<Figure>& figures) {
    std::string html = "<div class=\"figures\">\n";
    for (const Figure& figure : figures)
        html += fmt::format(
            "<figure id=\"{0}\" class=\"drawn\">\n<h3>{1}</h3>\n{2}<figcaption>{3}</figcaption>\n"
            "<p class=\"files\">{0}.svg, {0}.csv</p>\n</figure>\n",
            figure.id, escaped_markup(figure.title), figure_svg(figure, SvgPlace::in_page),
            html_of(figure.caption));
    return section("figures", "Figures", html + "</div>\n");
}

std::string parameters_html(NumberLedger& ledger, const ShownCalibration& shown) {
    const AreaCalibration& found = shown.found;
    HtmlTable table("parameters-table",
                    "Parameters with standard uncertainty <i>u</i> from " +
                        std::string(shown.found.tests > 0 ? "how the tests differ"
                                                          : "the scatter of the unloadings") +
                        " and <span data-fixed>95 %</span> interval (Student's "
                        "<i>t</i>)" +
                        std::string(shown.spread ? "; <i>u</i> of drawn tests: the calibration "
                                                   "made again with tests drawn anew"
                                                 : ""));
    table.head("parameter");
    for (const char* head : {"value", "<i>u</i>", "<span data-fixed>95 %</span> interval"})
        table.head(head, CellKind::number);
    if (shown.spread) table.head("<i>u</i> of drawn tests", CellKind::number);
    const double t = t_of(shown);
    const auto add = [&](std::size_t row, const std::string& name, double value, double u,
                         double u_drawn) {
        const std::string place = fmt::format("parameters.{}", row);
        table.begin_row();
        table.row_head(html_of(ledger.text(place + ".name", name)));
        table.cell(html_of(ledger.number(place + ".value", value, 6)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".u", u, 2)), CellKind::number);
        table.cell(html_of(interval_words(ledger, place + ".ci95", value, t * u, 6)),
                   CellKind::number);
        if (shown.spread)
            table.cell(html_of(ledger.number(place + ".u_drawn", u_drawn, 2)), CellKind::number);
    };
    const std::vector<std::string> names = parameter_words(found);
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        add(k, names[k], found.parameters[k], found.standard_error(k),
            shown.spread ? shown.spread->u_parameters[k] : nan);
    add(found.parameters.size(), "frame compliance (nm/mN)", uN_per_mN * found.C_f_nm_per_uN,
        uN_per_mN * found.u_C_f_nm_per_uN,
        shown.spread ? uN_per_mN * shown.spread->u_C_f_nm_per_uN : nan);
    return section("parameters", "Parameters", table.take_at_once());
}

std::string classes_html(NumberLedger& ledger, const ShownCalibration& shown) {
    HtmlTable table("classes-table",
                    "Classes of contact depth: mean modulus with the standard deviation of one of "
                    "them, mean residual of the area. A class is true to the reference when "
                    "its mean is within <span data-fixed>1 GPa</span> of it (<span "
                    "data-fixed>1/72</span> of a stiffer one) or within <span data-fixed>2</span> "
                    "standard errors");
    table.head("material");
    for (const char* head : {"<i>h</i><sub>c</sub> (nm)", shown.points_name.c_str(),
                             "<i>E</i> (GPa)", "sd (GPa)", "residual (%)"})
        table.head(head, CellKind::number);
    table.head("true to the reference");
    for (std::size_t i = 0; i < shown.found.classes.size(); ++i) {
        const CalibrationClass& at = shown.found.classes[i];
        const std::string place = fmt::format("classes.{}", i);
        table.begin_row();
        table.row_head(html_of(
            ledger.text(place + ".material", reference_material(shown.options, at.material).name)));
        table.cell(html_of(ledger.number(place + ".h_c_nm", at.h_c_nm, 4)), CellKind::number);
        table.cell(html_of(ledger.count(place + ".n", at.n)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".E_GPa", at.E_GPa, 4)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".sd_E_GPa", at.sd_E_GPa, 2)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".residual_percent", 100 * at.area_residual, 2)),
                   CellKind::number);
        ledger.truth(place + ".is_true", at.is_true);
        table.cell(at.is_true ? "yes" : "no");
    }
    return section("classes", "Depths", table.take_at_once());
}

std::string band_html(NumberLedger& ledger, const ShownCalibration& shown) {
    if (!shown.spread) return "";
    HtmlTable table("band-table",
                    "The area function with the <span data-fixed>95 %</span> band of calibrations "
                    "of tests drawn anew (Maculotti, Giorio, Genta and Galetto 2025): " +
                        html_of(ledger.count("drawn.replicates", shown.spread->replicates)) +
                        " draws of " + html_of(ledger.count("drawn.tests", shown.spread->tests)) +
                        " tests");
    table.head("<i>h</i><sub>c</sub> (nm)", CellKind::number);
    for (const char* head : {"<i>A</i><sub>p</sub> (nm²)", "from", "to", "<i>u</i> (%)"})
        table.head(head, CellKind::number);
    constexpr std::size_t every = 4;  // of 25 depths: the figure's table has them all
    for (std::size_t i = 0; i < shown.spread->band.size(); i += every) {
        const AreaBand& at = shown.spread->band[i];
        const std::string place = fmt::format("band.{}", i / every);
        table.begin_row();
        table.row_head(html_of(ledger.number(place + ".h_c_nm", at.h_c_nm, 4)));
        table.cell(html_of(ledger.number(place + ".A_nm2", at.A_nm2, 4)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".low_nm2", at.low_nm2, 4)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".high_nm2", at.high_nm2, 4)), CellKind::number);
        table.cell(html_of(ledger.number(place + ".u_percent", 100 * at.u_relative, 2)),
                   CellKind::number);
    }
    return section("band", "Uncertainty of the area", table.take_at_once());
}

std::string forms_html(NumberLedger& ledger, const ShownCalibration& shown) {
    HtmlTable table("forms-table",
                    "All forms fitted to the same " + shown.points_name +
                        ", the best by AICc first. A form whose "
                        "<i>P</i> is below <span data-fixed>0.01</span> is too stiff for this tip");
    table.head("form");
    for (const char* head : {"AICc − smallest", "residual rms (%)", "of class means (%)",
                             "<i>P</i> of the form", "valid (nm)"})
        table.head(head, CellKind::number);
    for (std::size_t i = 0; i < shown.ranked.size(); ++i) {
        const RankedForm& each = shown.ranked[i];
        const std::string place = fmt::format("forms.{}", i);
        table.begin_row();
        table.row_head(html_of(ledger.text(place + ".form", form_words(each.form, each.terms))));
        if (!each.found) {
            table.cell("refused: " + html_of(ledger.text(place + ".refused", each.refusal)));
            for (int cell = 0; cell < 4; ++cell) table.cell("");
            continue;
        }
        const AreaCalibration& found = *each.found;
        table.cell(html_of(ledger.number(place + ".aicc_difference",
                                         found.aicc - shown.ranked[0].found->aicc, 3)),
                   CellKind::number);
        table.cell(html_of(ledger.number(place + ".residual_percent", 100 * found.residual_rms, 2)),
                   CellKind::number);
        table.cell(
            html_of(ledger.number(place + ".class_means_percent", 100 * found.u_area_relative, 2)),
            CellKind::number);
        table.cell(html_of(ledger.number(place + ".p_form", found.p_form, 2)), CellKind::number);
        table.cell(
            found.area.h_c_min_nm
                ? html_of(ledger.number(place + ".valid_nm.0", *found.area.h_c_min_nm, 4)
                              .add(" to ")
                              .add(ledger.number(place + ".valid_nm.1", *found.area.h_c_max_nm, 4)))
                : "none",
            CellKind::number);
    }
    return section("forms", "Forms", table.take_at_once());
}

std::string methods_html(NumberLedger& ledger, const ShownCalibration& shown) {
    std::string html;
    for (const Words& paragraph : methods_words(ledger, shown))
        html += "<p>" + html_of(paragraph) + "</p>\n";
    return section("methods", "Methods", "<div class=\"methods\">\n" + html + "</div>\n");
}

std::string files_html(NumberLedger& ledger, const ShownCalibration& shown) {
    HtmlTable table("files-table", "Files of the reference, as they were read");
    table.head("file");
    table.head("SHA-256");
    for (std::size_t i = 0; i < shown.files.size(); ++i) {
        const std::string place = fmt::format("inputs.{}", i);
        table.begin_row();
        table.row_head("<code class=\"name\">" +
                       html_of(ledger.text(place + ".file", shown.files[i])) + "</code>");
        table.cell("<code>" +
                   html_of(ledger.text(place + ".sha256", sha256_of_file(shown.files[i]))) +
                   "</code>");
    }
    return folded(section("inputs", "Files", table.take_at_once()));
}

std::string page_html(NumberLedger& ledger, const ShownCalibration& shown,
                      const std::vector<Figure>& figures) {
    const std::string title = escaped_markup(title_of(shown));
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; base-uri 'none'; form-action 'none'; img-src data:\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        title + "</title>\n<style>" + std::string(report_style()) + "</style>\n</head>\n<body>\n";
    html += header_html(ledger, shown) + "<main>\n" + figures_html(figures);
    html += parameters_html(ledger, shown) + classes_html(ledger, shown);
    html += band_html(ledger, shown) + forms_html(ledger, shown);
    html += methods_html(ledger, shown) + files_html(ledger, shown);
    return html + "</main>\n<footer>\n<p>Sneddon " + std::string(version) +
           ". This page loads nothing from the network. Its numbers with all digits: "
           "calibration.json.</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace

std::vector<ReportFile> calibration_report_files(const ShownCalibration& shown) {
    NumberLedger ledger;
    ledger.text("schema", "sneddon-calibration-1");
    ledger.text("version", std::string(version));
    const std::vector<Figure> figures = calibration_figures(shown);
    std::vector<ReportFile> files;
    files.push_back({"calibration.html", page_html(ledger, shown, figures)});
    files.push_back({"calibration.json", ledger.json_text()});
    for (const Figure& figure : figures) {
        files.push_back({figure.id + ".svg", figure_svg(figure, SvgPlace::own_file)});
        files.push_back({figure.id + ".csv", figure_csv(figure, test_names(shown))});
    }
    return files;
}

}  // namespace sneddon
