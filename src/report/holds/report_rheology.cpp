// Rheological models of the mean hold curves, beside the creep law.
#include "report/holds/report_rheology.hpp"

#include <cmath>

#include "report/html_text.hpp"
#include "report/results_table.hpp"

namespace sneddon {
namespace {

struct CurveModel {
    WrittenCreepCurve curve;
    WrittenRetardationModel model;

    bool is_chosen() const { return model.model().value() == curve.rheology().chosen().value(); }
    bool is_quoted() const { return model.is_separable().is_true(); }
};

std::vector<CurveModel> fitted_models(const List<WrittenCreepCurve>& curves) {
    std::vector<CurveModel> all;
    for (const WrittenCreepCurve curve : curves)
        for (const WrittenRetardationModel model : curve.rheology().models())
            if (model.aicc().is_there()) all.push_back({curve, model});
    return all;
}

/// The number with its interval; "not separable" where the hold cannot tell.
std::string value_html(const Number& value, const Numbers& interval, bool is_quoted) {
    if (!value.is_there()) return "";
    return is_quoted ? number_cell(value, 3) + " (" + interval_cell(interval) + ")"
                     : std::string("not separable");
}

std::string elements_html(const CurveModel& of) {
    if (!of.is_quoted()) return of.model.elements().is_empty() ? "" : "not separable";
    std::string html;
    for (const WrittenElement element : of.model.elements())
        html += (html.empty() ? "" : "; ") +
                value_html(element.L_per_GPa(), element.L_ci95(), true) +
                " at τ = " + value_html(element.tau_s(), element.tau_ci95(), true) + " s";
    return html;
}

std::string verdict_html(const CurveModel& of) {
    std::string html = of.is_chosen() ? "lowest AICc" : "";
    if (of.model.has_slow_noise().is_true())
        html += std::string(html.empty() ? "" : "; ") + "residuals are not noise";
    return html;
}

}  // namespace

std::string rheology_table(const List<WrittenCreepCurve>& curves, const ClusterNames& names) {
    const std::vector<CurveModel> models = fitted_models(curves);
    if (models.empty()) return "";
    ResultsTable<CurveModel> table(
        "rheology-table",
        "Rheological models of the mean hold curves after their ramp, with <span "
        "data-fixed>95 %</span> intervals within the mean curve; compliance of the contact, in "
        "GPa⁻¹. AICc counts correlated readings once and is on one scale with that of the creep "
        "law");
    table.text("load function", [](const CurveModel& of) { return of.curve.load_function(); });
    table.label([](const CurveModel& of) { return of.curve.label(); }, names);
    table.text("model", [](const CurveModel& of) { return of.model.model(); });
    table.html("verdict", verdict_html);
    table.number(
        "AICc", [](const CurveModel& of) { return of.model.aicc(); }, 5);
    table.number(
        "AICc of the creep law",
        [](const CurveModel& of) { return of.curve.rheology().creep_law_aicc(); }, 5);
    table.html("L<sub>0</sub> (1/GPa)", [](const CurveModel& of) {
        return value_html(of.model.L_0_per_GPa(), of.model.L_0_ci95(), of.is_quoted());
    });
    table.html("1/η (1/(GPa s))", [](const CurveModel& of) {
        return value_html(of.model.flow_per_GPa_s(), of.model.flow_ci95(), of.is_quoted());
    });
    table.number(
        "1/η of the drift",
        [](const CurveModel& of) { return of.curve.rheology().u_drift_flow_per_GPa_s(); }, 2);
    table.html("elements L<sub>i</sub> (1/GPa)", elements_html);
    table.number(
        "rms (nm)", [](const CurveModel& of) { return of.model.rms_nm(); }, 2);
    table.number(
        "lag 1", [](const CurveModel& of) { return of.model.lag1(); }, 2);
    table.number(
        "Durbin–Watson", [](const CurveModel& of) { return of.model.durbin_watson(); }, 3);
    return table.take(models);
}

}  // namespace sneddon
