// Hardness against strain rate over the window of the hold, cluster by cluster.
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/hold_subsets.hpp"

namespace sneddon {
namespace {

void add_interval(const Numbers& interval, Words& words) {
    if (interval.size() != 2 || !interval[0].is_there() || !interval[1].is_there()) return;
    words.add(" (").add(interval[0].words(2)).add(" to ").add(interval[1].words(2)).add(")");
}

std::vector<double> logarithms(const Numbers& numbers) {
    std::vector<double> values = numbers.values();
    for (double& value : values) value = std::log(value);
    return values;
}

void add_curve(const WrittenStudy& study, const WrittenCreepCurve& curve, Panel& panel) {
    const LabelLook look = label_look(study, curve.label());
    Mark line;
    line.name = line.legend = look.name;
    line.style = look.style;
    line.x = logarithms(curve.strain_rates().strain_rate_per_s());
    line.y = logarithms(curve.strain_rates().H_GPa());
    if (line.x.empty()) return;
    // In grey the lines are one colour: the ends of the window carry the cluster's shape.
    Mark ends = line;
    ends.kind = MarkKind::points;
    ends.name = "ends of the window, " + look.name;
    ends.legend = "";
    ends.style.size_mm = 1.7;
    ends.x = {line.x.front(), line.x.back()};
    ends.y = {line.y.front(), line.y.back()};
    panel.marks.push_back(std::move(line));
    panel.marks.push_back(std::move(ends));
}

Drawn hold_rates_of(const WrittenStudy& study, const std::string& sample) {
    const auto curves = subsets_of_longest_hold(study, study.results.creep_curves(), sample);
    if (curves.empty())
        return {{}, study.results.why_not(key::creep_curves, "there are no mean hold curves")};
    Figure figure = new_figure(study, "hold-rates", "Hardness against strain rate in the hold");
    Panel& panel = figure.panels[0];
    // Not logarithmic axes: the slope that is read from the page is m.
    panel.x_axis = {"ln(strain rate · s)", "", "", "ln_strain_rate_per_s"};
    panel.y_axis = {"ln(H/GPa)", "", "", "ln_H_GPa"};
    Words sensitivities;
    for (const WrittenCreepCurve& curve : curves) {
        add_curve(study, curve, panel);
        const WrittenRatedValue m = curve.strain_rates().sensitivity();
        if (!m.value().is_there()) continue;
        sensitivities.add(sensitivities.is_empty() ? "" : "; ")
            .add(label_words(study, curve.label()))
            .add(" ")
            .add(m.value().words(3));
        add_interval(m.ci95_tests_and_drift(), sensitivities);
        sensitivities.add(", n = ").add(curve.n().count());
    }
    if (panel.marks.empty()) {
        const Text reason = curves.front().strain_rates().reason();
        return {{}, reason.value().empty() ? Words("no curve has strain rates") : reason.words()};
    }
    const WrittenRates rates = curves.front().strain_rates();
    figure.caption.add("Mean contact of ")
        .add(curves.front().load_function().words())
        .add(" from ")
        .add(rates.window_begin_s().words(3))
        .add(" to ")
        .add(rates.window_end_s().words(3))
        .add(
            " s of the hold, from the creep law: time runs to lower rates. The slope is the rate "
            "sensitivity m (interval over tests and drift): ")
        .add(sensitivities)
        .add(". Another window gives another m.");
    return {{figure}, {}};
}

}  // namespace

Drawn draw_hold_rates(const WrittenStudy& study) {
    return side_by_side(study, hold_rates_of);
}

}  // namespace sneddon
