// The activation volume behind the first pop-ins, and the rates of load that it comes from.
#include <ostream>
#include <vector>

#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

using Found = WrittenActivation;
using Rate = WrittenActivationRate;

std::string sample_html(const Found& found) {
    return found.sample().value().empty() ? "all tests" : html_of(found.sample());
}

/// Why there is no number, or what speaks against it.
std::string remarks_html(const Found& found) {
    std::string html = found.reason().value().empty() ? "" : html_of(found.reason());
    for (const Text remark : found.remarks()) html += (html.empty() ? "" : " ") + html_of(remark);
    return html.empty() ? "none" : html;
}

std::string zone_html(const Found& found) {
    std::string volume = number_cell(found.zone().volume_nm3(), 2);
    return volume.empty()
               ? ""
               : volume + " (sphere of " + number_cell(found.zone().diameter_nm(), 2) + " nm)";
}

std::string cooperative_html(const Found& found) {
    std::string volume = number_cell(found.stz_volume_nm3().value(), 2);
    if (!volume.empty() || found.stz_volume_nm3().reason().value().empty()) return volume;
    return html_of(found.stz_volume_nm3().reason());
}

std::string volumes_table(const List<Found>& all) {
    ResultsTable<Found> table(
        "activation-table",
        "Activation volume <i>V</i>* of the first pop-in by maximum likelihood over all rates of "
        "load, with <span data-fixed>95 %</span> profile intervals; <i>V</i>* is proportional to "
        "the radius of the tip, whose error is in no interval");
    table.html("sample", sample_html);
    table.number("T (°C)", &Found::temperature_C, 3);
    table.number("R (nm)", &Found::radius_nm, 3);
    table.number("E<sub>r</sub> of Hertz (GPa)", &Found::E_r_hertz_GPa, 3);
    table.number("E<sub>r</sub> of the unloading (GPa)", &Found::E_r_GPa, 3);
    table.count("tests", &Found::tests_searched);
    table.count("with a pop-in", &Found::tests_with_pop_in);
    table.number("<i>V</i>* (nm³)", &Found::volume_nm3, 3);
    table.interval("interval", &Found::volume_ci95);
    table.number("share that can pop in", &Found::share, 3);
    table.interval("interval", &Found::share_ci95);
    table.html("zone, shear <span data-fixed>0.1</span> (nm³)", zone_html);
    table.html("zone, cooperative shear (nm³)", cooperative_html);
    table.html("remarks", remarks_html);
    return table.take(all);
}

/// The same volume by other ways, and whether time matters as heat makes it matter.
std::string other_ways_table(const List<Found>& all) {
    bool is_any = false;
    for (const Found found : all) is_any = is_any || found.volume_nm3().is_there();
    if (!is_any) return "";
    ResultsTable<Found> table(
        "activation-ways-table",
        "<i>V</i>* by other ways: attempts in the stressed volume instead of at a fixed number of "
        "places, a line through <i>ln(−ln(1 − F))</i>, the spread and the shift with the rate of "
        "load alone; and the power of the rate, which is <span data-fixed>1</span> for thermal "
        "activation");
    table.html("sample", sample_html);
    table.number("stressed volume (nm³)", &Found::sites_volume_nm3, 3);
    table.number("line (nm³)", &Found::line_volume_nm3, 3);
    table.number("spread alone (nm³)", &Found::spread_volume_nm3, 3);
    table.number("shift alone (nm³)", &Found::shift_volume_nm3, 3);
    table.number("power of the rate", &Found::rate_power, 3);
    table.interval("interval", &Found::rate_power_ci95);
    table.number("p", &Found::rate_power_p, 2);
    return table.take(all);
}

std::string rates_table(const List<Found>& all) {
    std::vector<Rate> rates;
    for (const Found found : all)
        for (const Rate rate : found.rates()) rates.push_back(rate);
    if (rates.empty()) return "";
    ResultsTable<Rate> table("activation-rates-table",
                             "The loadings of the fit: tests with a pop-in beside how many the fit "
                             "expects to show one");
    table.text("load function", &Rate::load_function);
    table.number("rate of load (µN/s)", &Rate::load_rate_uN_per_s, 3);
    table.count("tests", &Rate::tests_searched);
    table.count("with a pop-in", &Rate::tests_with_pop_in);
    table.number("expected", &Rate::expected_with, 3);
    table.number("median τ<sub>max</sub> (GPa)", &Rate::median_tau_GPa, 3);
    return table.take(rates);
}

}  // namespace

void write_activation(std::ostream& out, const ReportPage& page) {
    const List<Found> all = page.study.results.activation();
    if (all.is_empty()) return;
    out << "<section id=\"activation\">\n<h2>Activation of the first pop-in</h2>\n"
        << volumes_table(all) << other_ways_table(all) << rates_table(all) << "</section>\n";
}

}  // namespace sneddon
