// First pop-ins against the load with their laws, sizes of all of them, and which are found.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/nan.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "results/written/law_words.hpp"
#include "results/written/pop_ins.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_panels = 4;  // one below the other

std::vector<WrittenPopInFits> fits_of(const WrittenStudy& study) {
    std::vector<WrittenPopInFits> all;
    for (const WrittenPopIns pop_ins : study.results.pop_ins()) {
        const WrittenPopInFits fits(pop_ins);
        if (!fits.kaplan_meier().load_uN().is_empty()) all.push_back(fits);
    }
    return all;
}

std::optional<WrittenFirstLoadModel> preferred_of(const WrittenPopInFits& fits) {
    for (const WrittenFirstLoadModel model : fits.first_load_models())
        if (model.popped().is_there() && model.model().value() == fits.preferred_first().value())
            return model;
    return std::nullopt;
}

/// 1 - S to what a figure and its table need: a millionth.
double popped_in(double survival) {
    constexpr double millionth = 1e6;
    return std::round((1 - survival) * millionth) / millionth;
}

/// The share that has popped in, as stairs, with the band between its ends.
void add_stairs(const WrittenPopInFits& fits, Panel& panel) {
    const WrittenSurvival steps = fits.kaplan_meier();
    const auto load = steps.load_uN().values(), survival = steps.survival().values(),
               low = steps.low().values(), high = steps.high().values();
    Mark band, stairs;
    band.kind = MarkKind::band;
    band.name = "Kaplan-Meier, 95 % band";
    stairs.name = "Kaplan-Meier";
    band.legend = "95 % band";
    stairs.legend = "Kaplan-Meier";
    band.style.opacity = 0.18;
    double before = 0, low_before = nan, high_before = nan;
    for (std::size_t i = 0; i < load.size(); ++i) {
        stairs.x.insert(stairs.x.end(), {load[i], load[i]});
        stairs.y.insert(stairs.y.end(), {before, popped_in(survival[i])});
        before = popped_in(survival[i]);
        if (is_finite(low_before)) {
            band.x.push_back(load[i]);
            band.low.push_back(low_before);
            band.high.push_back(high_before);
        }
        if (!is_finite(low[i])) continue;
        low_before = popped_in(high[i]);
        high_before = popped_in(low[i]);
        band.x.push_back(load[i]);
        band.low.push_back(low_before);
        band.high.push_back(high_before);
    }
    panel.marks.push_back(std::move(band));
    panel.marks.push_back(std::move(stairs));
}

void add_law(const WrittenPopInFits& fits, const WrittenFirstLoadModel& model, Panel& panel) {
    Mark shown, popped;
    shown.legend = "law, as seen";
    popped.legend = "law, with unseen";
    shown.name = law_words(model.model().value()) + ", seen";
    popped.name = law_words(model.model().value()) + ", with those too small to be seen";
    shown.x = popped.x = fits.curve_load_uN().values();
    shown.y = model.shown().values();
    popped.y = model.popped().values();
    shown.style.colour = std::string(palette[0]);
    popped.style.colour = std::string(palette[1]);
    popped.style.dash = "1.2 0.6";
    shown.style.width_mm = popped.style.width_mm = 0.45;
    panel.marks.push_back(std::move(shown));
    panel.marks.push_back(std::move(popped));
}

void say_law(const WrittenPopInFits& fits, Words& caption) {
    caption.add(" ").add(fits.group().words()).add(": ");
    caption.add(fits.tests_with_pop_in().count()).add(" of ").add(fits.tests_searched().count());
    const auto model = preferred_of(fits);
    if (!model) {
        caption.add(", no law.");
        return;
    }
    caption.add(", ").add(law_words(model->model().value())).add(" law, ");
    caption.add(model->share().words(2)).add(" of the tests pop in.");
}

void say_size_law(const WrittenSizes& sizes, Words& caption) {
    caption.add(law_words(sizes.preferred().value()));
    for (const WrittenSizeModel model : sizes.models())
        if (model.model().value() == sizes.preferred().value() && model.p_ks().is_there())
            caption.add(", p = ").add(model.p_ks().words(2));
    caption.add(".");
}

Figure panels_of(const WrittenStudy& study, std::string id, std::string title, std::size_t count) {
    Figure figure = new_figure(study, std::move(id), std::move(title));
    figure.panels.resize(count, figure.panels[0]);
    figure.row_heights.assign(count, 1);
    constexpr double labels_mm = 12, legend_mm = 7, panel_mm = 43;
    figure.height_mm = labels_mm + legend_mm + panel_mm * static_cast<double>(count);
    for (std::size_t row = 0; row < count; ++row) figure.panels[row].row = row;
    return figure;
}

std::vector<double> share_above(std::size_t count) {
    std::vector<double> share;
    for (std::size_t i = 0; i < count; ++i)
        share.push_back(1 - (static_cast<double>(i) + 0.5) / static_cast<double>(count));
    return share;
}

}  // namespace

Drawn draw_pop_in_loads(const WrittenStudy& study) {
    const std::vector<WrittenPopInFits> all = fits_of(study);
    if (all.empty()) return {{}, Words("no test has a pop-in that was searched for")};
    const std::size_t count = std::min(all.size(), most_panels);
    Figure figure = panels_of(study, "pop-in-loads", "First pop-ins", count);
    figure.caption
        .add(
            "Share of the tests with a first pop-in below a load: Kaplan-Meier estimate of those "
            "that were seen (stairs, ")
        .fixed("95 %")
        .add(
            " band), the law of the lowest AIC as it would be seen (solid) and with the pop-ins "
            "that are too small to be seen (dashed).");
    for (std::size_t i = 0; i < count; ++i) {
        Panel& panel = figure.panels[i];
        panel.title = all[i].group().value();
        panel.x_axis = {"Load of the first pop-in", "F", "µN", "load_uN"};
        panel.y_axis = {"Share of the tests", "", "", "share"};
        add_stairs(all[i], panel);
        if (const auto model = preferred_of(all[i])) {
            add_law(all[i], *model, panel);
            panel.title += ", law: " + law_words(model->model().value());
        }
        say_law(all[i], figure.caption);
    }
    if (all.size() > count)
        figure.caption.add(" Of more load functions than these, results.json has the rest.");
    return {{figure}, {}};
}

Drawn draw_pop_in_sizes(const WrittenStudy& study) {
    std::vector<WrittenPopInFits> all = fits_of(study);
    std::erase_if(
        all, [](const WrittenPopInFits& fits) { return fits.size_curve().size_nm().is_empty(); });
    if (all.empty())
        return {{}, Words("no load function has enough pop-ins that are found for certain")};
    const std::size_t count = std::min(all.size(), most_panels);
    Figure figure = panels_of(study, "pop-in-sizes", "Sizes of pop-ins", count);
    figure.caption
        .add(
            "Share of the pop-ins of the loading above a size, of those that are found for "
            "certain, "
            "with the law of the lowest AIC; p is the share of samples of the law that lie as far "
            "from "
            "it as these; at most ")
        .fixed("0.1")
        .add(": the law does not describe them.");
    for (std::size_t i = 0; i < count; ++i) {
        Panel& panel = figure.panels[i];
        panel.title = all[i].group().value();
        panel.x_axis = {"Jump", "Δh", "nm", "jump_nm"};
        panel.y_axis = {"Share above", "", "", "share"};
        panel.x_axis.scale = panel.y_axis.scale = AxisScale::logarithm;
        Mark points, law;
        points.kind = MarkKind::points;
        points.name = points.legend = "pop-ins";
        law.legend = "law";
        points.x = all[i].size_curve().jumps_nm().values();
        points.y = share_above(points.x.size());
        law.name = law_words(all[i].jump_sizes().preferred().value());
        panel.title += ", law: " + law.name;
        law.x = all[i].size_curve().size_nm().values();
        law.y = all[i].size_curve().survival().values();
        law.style.colour = std::string(palette[0]);
        law.style.width_mm = 0.45;
        panel.marks.push_back(std::move(points));
        panel.marks.push_back(std::move(law));
        figure.caption.add(" ").add(all[i].group().words()).add(" (n = ");
        figure.caption.add(all[i].jump_sizes().n().count()).add("): ");
        say_size_law(all[i].jump_sizes(), figure.caption);
    }
    return {{figure}, {}};
}

Drawn draw_pop_in_detection(const WrittenStudy& study) {
    const std::vector<WrittenPopInFits> all = fits_of(study);
    if (all.empty()) return {{}, Words("no test has a pop-in that was searched for")};
    Figure figure = new_figure(study, "pop-in-detection", "Which pop-ins are found");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Jump", "Δh", "nm", "jump_nm"};
    panel.y_axis = {"Probability of being found", "", "", "p"};
    figure.caption.add(
        "Probability that a pop-in is found against its jump, at the median limit "
        "and noise of each load function. Limits:");
    for (std::size_t i = 0; i < all.size() && i < most_panels; ++i) {
        Mark line;
        line.name = line.legend = all[i].group().value();
        line.style = load_function_style(i);
        line.x = all[i].detection().size_nm().values();
        line.y = all[i].detection().p().values();
        panel.marks.push_back(std::move(line));
        figure.caption.add(i == 0 ? " " : "; ").add(all[i].group().words()).add(" ");
        figure.caption.add(all[i].limit_nm().words(3)).add(" nm");
    }
    figure.caption.add(".");
    return {{figure}, {}};
}

}  // namespace sneddon
