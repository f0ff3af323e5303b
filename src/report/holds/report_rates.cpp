// Strain rates of the holds, the rate sensitivity of the hardness and what follows from it.
#include <ostream>

#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

using Curve = WrittenCreepCurve;

/// Why there is no number, or the codes that doubt it.
std::string remarks_html(const Curve& curve) {
    const WrittenRates rates = curve.strain_rates();
    std::string html = html_of(rates.reason());
    for (const std::string& code : rates.doubts().values())
        html += (html.empty() ? "" : ", ") + code_html(code);
    return html.empty() ? "none" : html;
}

std::string window_html(const Curve& curve) {
    const WrittenRates rates = curve.strain_rates();
    if (!rates.window_begin_s().is_there()) return "";
    return number_cell(rates.window_begin_s(), 3) + " to " + number_cell(rates.window_end_s(), 3);
}

using Rated = WrittenRatedValue (WrittenRates::*)() const;

void add_rated(ResultsTable<Curve>& table, const std::string& head, Rated rated) {
    table.number(
        head, [rated](const Curve& curve) { return (curve.strain_rates().*rated)().value(); }, 3);
    table.interval("tests and drift", [rated](const Curve& curve) {
        return (curve.strain_rates().*rated)().ci95_tests_and_drift();
    });
}

bool has_volumes(const List<Curve>& curves) {
    for (const Curve curve : curves)
        if (curve.strain_rates().stz_volume_nm3().value().is_there()) return true;
    return false;
}

std::string rates_table(const List<Curve>& curves, const ClusterNames& names) {
    ResultsTable<Curve> table(
        "hold-rates-table",
        "Strain rate at the end of the hold and rate sensitivity <i>m</i> of the hardness over the "
        "window, from the creep law of the mean curve; <span data-fixed>95 %</span> intervals "
        "between tests (bootstrap), and between tests and with a drift that all of them share. The "
        "window alone moves <i>m</i>: compare only equal ones. What flows back in the unloading "
        "makes the stiffness too small and both numbers too large");
    table.text("load function", &Curve::load_function);
    table.label(&Curve::label, names);
    table.count("<i>n</i>", &Curve::n);
    table.html("window (s)", window_html, CellKind::number);
    add_rated(table, "strain rate (1/s)", &WrittenRates::strain_rate_end_per_s);
    table.number(
        "<i>m</i>", [](const Curve& curve) { return curve.strain_rates().sensitivity().value(); },
        3);
    table.interval("between tests", [](const Curve& curve) {
        return curve.strain_rates().sensitivity().ci95_tests();
    });
    table.interval("tests and drift", [](const Curve& curve) {
        return curve.strain_rates().sensitivity().ci95_tests_and_drift();
    });
    table.number(
        "stress exponent 1/<i>m</i>",
        [](const Curve& curve) { return curve.strain_rates().stress_exponent().value(); }, 3);
    if (has_volumes(curves)) add_rated(table, "STZ volume (nm³)", &WrittenRates::stz_volume_nm3);
    table.html("doubts", remarks_html);
    return table.take(curves);
}

}  // namespace

void write_hold_rates(std::ostream& out, const ReportPage& page) {
    const List<WrittenCreepCurve> curves = page.study.results.creep_curves();
    if (curves.is_empty()) return;
    out << "<section id=\"strain-rates\">\n<h2>Strain rates of the holds</h2>\n"
        << rates_table(curves, page.study.results.facts().stated()) << "</section>\n";
}

}  // namespace sneddon
