// How much the results owe to choices: those of the analysis, the inputs of the uncertainty, and
// checks of one result against another.
#include <ostream>

#include "report/html_text.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

std::string choices_table(const List<WrittenSensitivity>& choices) {
    ResultsTable<WrittenSensitivity> table(
        "choices-table",
        "Means of the load functions when one choice of the analysis is changed at a time");
    table.text("load function", &WrittenSensitivity::group);
    table.text("change", &WrittenSensitivity::variant);
    table.quantity(&WrittenSensitivity::quantity);
    table.count("<i>n</i>", &WrittenSensitivity::n);
    table.number("mean", &WrittenSensitivity::mean, 4);
    table.number("mean when changed", &WrittenSensitivity::variant_mean, 4);
    table.number("change (%)", &WrittenSensitivity::change_percent, 2);
    return table.take(choices);
}

/// A creep law under another choice, and the curve that it belongs to.
struct ChangedLaw {
    WrittenCreepCurve curve;
    WrittenCreepVariant variant;
};

std::vector<ChangedLaw> changed_laws(const List<WrittenCreepCurve>& curves) {
    std::vector<ChangedLaw> all;
    for (const WrittenCreepCurve curve : curves)
        for (const WrittenCreepVariant variant : curve.sensitivity())
            all.push_back({curve, variant});
    return all;
}

std::string creep_law_table(const std::vector<ChangedLaw>& laws, const ClusterNames& names) {
    ResultsTable<ChangedLaw> table(
        "creep-sensitivity-table",
        "The creep law of the mean hold curves when one choice is changed at a time");
    table.text("load function", [](const ChangedLaw& law) { return law.curve.load_function(); });
    table.label([](const ChangedLaw& law) { return law.curve.label(); }, names);
    table.text("change", [](const ChangedLaw& law) { return law.variant.change(); });
    table.number(
        "a (nm/s)", [](const ChangedLaw& law) { return law.variant.a_nm_per_s(); }, 3);
    table.number(
        "b (nm)", [](const ChangedLaw& law) { return law.variant.b_nm(); }, 3);
    table.number(
        "c", [](const ChangedLaw& law) { return law.variant.c(); }, 3);
    return table.take(laws);
}

std::string input_value_html(const WrittenUncertaintyInput& input) {
    const RecipeValue value = input.value();
    return value.text().value().empty() ? number_cell(value.number(), 4) : html_of(value.text());
}

std::string inputs_table(const List<WrittenUncertaintyInput>& inputs) {
    ResultsTable<WrittenUncertaintyInput> table(
        "uncertainty-inputs-table",
        "Standard uncertainties that the analysis was given or assumed");
    table.html("input", [](const WrittenUncertaintyInput& input) {
        return "<code>" + escaped_markup(input.input().value()) + "</code>";
    });
    table.text("source", &WrittenUncertaintyInput::source);
    table.html("value", input_value_html, CellKind::number);
    return table.take(inputs);
}

std::string doubt_html(const WrittenCrossCheck& check) {
    const std::string doubt = check.doubt().value();
    return doubt.empty() ? "none" : code_html(doubt);
}

std::string cross_checks_table(const List<WrittenCrossCheck>& checks) {
    ResultsTable<WrittenCrossCheck> table("cross-checks-table", "Results that should agree");
    table.text("load function", &WrittenCrossCheck::group);
    table.text("what was seen", &WrittenCrossCheck::text, CellKind::remarks);
    table.html("doubt", doubt_html);
    return table.take(checks);
}

}  // namespace

void write_sensitivity(std::ostream& out, const ReportPage& page) {
    const WrittenResults& results = page.study.results;
    const std::vector<ChangedLaw> laws = changed_laws(results.creep_curves());
    std::string tables;
    if (!results.sensitivity().is_empty()) tables += choices_table(results.sensitivity());
    if (!laws.empty()) tables += creep_law_table(laws, page.study.results.facts().stated());
    if (!results.uncertainty_inputs().is_empty())
        tables += inputs_table(results.uncertainty_inputs());
    if (!results.cross_checks().is_empty()) tables += cross_checks_table(results.cross_checks());
    if (tables.empty()) return;
    out << "<section id=\"sensitivity\">\n<h2>Sensitivity and uncertainty</h2>\n"
        << tables << "</section>\n";
}

}  // namespace sneddon
