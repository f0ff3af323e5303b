// The compliance of the longest hold with its model, what the model leaves, and the spectrum.
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/hold_subsets.hpp"
#include "figure/study/side_by_side.hpp"

namespace sneddon {
namespace {

constexpr std::size_t curve_row = 0, residual_row = 1, spectrum_row = 2;

/// Compliances of a cone and a sphere begin far from 0: only what was gained is drawn.
std::vector<double> since(double start, std::vector<double> values) {
    for (double& value : values) value -= start;
    return values;
}

void add_compliance(const WrittenStudy& study, const WrittenCreepCurve& curve, Panel& panel) {
    const WrittenRheologyProfile profile = curve.rheology().profile();
    const LabelLook look = label_look(study, curve.label());
    Mark measured, model;
    measured.name = measured.legend = look.name;
    model.name = look.name + ", " + curve.rheology().chosen().value();
    measured.style = model.style = look.style;
    measured.kind = MarkKind::points;
    measured.x = model.x = profile.t_s().values();
    const std::vector<double> fitted = profile.fitted_per_GPa().values();
    const double start = fitted.empty() ? 0 : fitted.front();
    measured.y = since(start, profile.compliance_per_GPa().values());
    model.y = since(start, fitted);
    measured.style.size_mm = 0.8;
    model.style.colour = "currentColor";
    model.style.width_mm = 0.3;
    panel.marks.push_back(std::move(measured));
    panel.marks.push_back(std::move(model));
}

void add_residuals(const WrittenStudy& study, const WrittenCreepCurve& curve, Panel& panel) {
    const LabelLook look = label_look(study, curve.label());
    Mark mark;
    mark.name = look.name + ", residuals";
    mark.style = look.style;
    mark.x = curve.rheology().profile().t_s().values();
    mark.y = curve.rheology().profile().residual_nm().values();
    panel.marks.push_back(std::move(mark));
}

/// The continuous spectrum as a line, the elements of the chosen model as points.
void add_spectrum(const WrittenStudy& study, const WrittenCreepCurve& curve, Panel& panel) {
    const WrittenRheology rheology = curve.rheology();
    const LabelLook look = label_look(study, curve.label());
    Mark line, points;
    line.name = look.name + ", t dL/dt";
    points.name = look.name + ", elements";
    points.kind = MarkKind::points;
    line.style = points.style = look.style;
    points.style.size_mm = 1.8;
    line.x = rheology.spectrum().t_s().values();
    line.y = rheology.spectrum().t_dL_dt_per_GPa().values();
    for (const WrittenRetardationModel model : rheology.models()) {
        const bool is_quoted =
            model.model().value() == rheology.chosen().value() && model.is_separable().is_true();
        if (!is_quoted) continue;
        for (const WrittenElement element : model.elements()) {
            points.x.push_back(element.tau_s().value());
            points.y.push_back(element.L_per_GPa().value());
        }
    }
    panel.marks.push_back(std::move(line));
    if (!points.x.empty()) panel.marks.push_back(std::move(points));
}

Words curve_words(const WrittenStudy& study, const WrittenCreepCurve& curve) {
    Words words;
    const Number label = curve.label();
    if (label.value() >= 0)
        words.add(cluster_words(study, label));
    else
        words.add("all tests");
    return words.add(" (n = ")
        .add(curve.n().count())
        .add("): ")
        .add(curve.rheology().chosen().words());
}

Drawn rheology_of(const WrittenStudy& study, const std::string& sample) {
    std::vector<WrittenCreepCurve> curves;
    Words reason("there are no mean hold curves");
    for (const WrittenCreepCurve& curve :
         subsets_of_longest_hold(study, study.results.creep_curves(), sample)) {
        if (curve.rheology().chosen().is_there())
            curves.push_back(curve);
        else if (curve.rheology().reason().is_there())
            reason = curve.rheology().reason().words();
    }
    if (curves.empty()) return {{}, reason};
    Figure figure = new_figure(study, "rheology", "Rheology of the hold");
    figure.panels.resize(3, figure.panels[0]);
    figure.row_heights = {2, 1, 2};
    figure.height_mm = 120;
    for (std::size_t row = 0; row < figure.panels.size(); ++row) {
        figure.panels[row].row = row;
        figure.panels[row].x_axis = {"Time of the hold", "t", "s", "time_s"};
    }
    figure.panels[curve_row].y_axis = {"Compliance", "ΔL", "1/GPa", "compliance_per_GPa"};
    figure.panels[residual_row].y_axis = {"Residual", "", "nm", "residual_nm"};
    Panel& spectrum = figure.panels[spectrum_row];
    spectrum.x_axis = {"Retardation time", "τ", "s", "tau_s"};
    spectrum.x_axis.scale = AxisScale::logarithm;
    spectrum.y_axis = {"Strength", "L", "1/GPa", "L_per_GPa"};
    Words models;
    for (const WrittenCreepCurve& curve : curves) {
        add_compliance(study, curve, figure.panels[curve_row]);
        add_residuals(study, curve, figure.panels[residual_row]);
        add_spectrum(study, curve, figure.panels[spectrum_row]);
        models.add(models.is_empty() ? "" : "; ").add(curve_words(study, curve));
    }
    figure.caption.add("Contact compliance gained in the hold of ")
        .add(curves.front().load_function().words())
        .add(
            " (points: means over equal times) with the model of the lowest AICc, what the model "
            "leaves as depth, and the spectrum: t dL/dt of the model (lines), its elements where "
            "the hold can tell them apart (points). ")
        .add(models)
        .add(".");
    return {{figure}, {}};
}

}  // namespace

/// A figure for each sample: three panels of each side by side would be too small to read.
Drawn draw_rheology(const WrittenStudy& study) {
    const std::vector<std::string> samples = sample_names(study);
    if (samples.empty()) return rheology_of(study, "");
    Drawn all;
    for (const std::string& sample : samples) {
        Drawn drawn = rheology_of(study, sample);
        if (drawn.figures.empty()) {
            if (all.reason.is_empty()) all.reason = drawn.reason;
            continue;
        }
        Figure& figure = drawn.figures.front();
        figure.id += "-" + std::to_string(all.figures.size() + 1);
        figure.title += ": " + sample;
        Words caption;
        caption.add(sample + ". ").add(figure.caption);
        figure.caption = caption;
        all.figures.push_back(std::move(figure));
    }
    if (!all.figures.empty()) all.reason = {};
    return all;
}

}  // namespace sneddon
