// ln(-ln(1 - F)) of the first pop-ins against tau_max, rate by rate, with the fit.
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/side_by_side.hpp"

namespace sneddon {
namespace {

MarkStyle style_of(std::size_t place) {
    MarkStyle style = load_function_style(place);  // colour belongs to clusters
    style.size_mm = 0.8;
    style.fill = MarkFill::open;
    return style;
}

void add_rate(const WrittenActivationRate& rate, std::size_t place, Panel& panel) {
    if (rate.tau_GPa().is_empty()) return;
    Mark points, line;
    points.kind = MarkKind::points;
    points.name = points.legend = rate.load_rate_uN_per_s().words(3).plain() + " µN/s";
    line.name = points.name + ", fit";
    points.style = line.style = style_of(place);
    points.x = rate.tau_GPa().values();
    points.y = rate.log_log().values();
    line.x = rate.model_tau_GPa().values();
    line.y = rate.model_log_log().values();
    panel.marks.push_back(std::move(points));
    panel.marks.push_back(std::move(line));
}

void add_interval(const Numbers& interval, Words& words) {
    if (interval.size() != 2 || !interval[0].is_there() || !interval[1].is_there()) return;
    words.add(" (").add(interval[0].words(3)).add(" to ").add(interval[1].words(3)).add(")");
}

void add_caption(const WrittenActivation& found, Words& caption) {
    caption
        .add(
            "First pop-ins (points: F of the tests that can pop in, weighed by the inverse of "
            "p(detect)) and "
            "thermally activated ones of one volume at all rates of load (lines). Activation "
            "volume ")
        .add(found.volume_nm3().words(3));
    add_interval(found.volume_ci95(), caption);
    caption.add(" nm³, share that can pop in ").add(found.share().words(3));
    add_interval(found.share_ci95(), caption);
    if (found.rate_power().is_there()) {
        caption.add(", power of the rate ").add(found.rate_power().words(3));
        add_interval(found.rate_power_ci95(), caption);
        caption.add(", of thermal activation ").fixed("1");
    }
    caption.add("; n = ").add(found.tests_with_pop_in().count());
    caption.add(" of ").add(found.tests_searched().count()).add(" tests.");
}

Drawn activation_of(const WrittenStudy& study, const std::string& sample) {
    Words reason = study.results.why_not(key::activation, "no test has a pop-in in its loading");
    for (const WrittenActivation found : study.results.activation()) {
        if (!is_of_sample(found, sample)) continue;
        if (!found.volume_nm3().is_there()) {
            reason = found.reason().words();
            continue;
        }
        Figure figure = new_figure(study, "pop-in-activation", "Activation of the first pop-in");
        Panel& panel = figure.panels[0];
        panel.x_axis = {"Largest shear stress", "τ_max", "GPa", "tau_max_GPa"};
        // Not a logarithmic axis: the slope that is read from the page is V*/(k T).
        panel.y_axis = {"ln(−ln(1 − F))", "", "", "ln_minus_ln_survival"};
        std::size_t place = 0;
        for (const WrittenActivationRate rate : found.rates()) add_rate(rate, place++, panel);
        add_caption(found, figure.caption);
        return {{figure}, {}};
    }
    return {{}, reason};
}

}  // namespace

Drawn draw_activation(const WrittenStudy& study) {
    return side_by_side(study, activation_of);
}

}  // namespace sneddon
