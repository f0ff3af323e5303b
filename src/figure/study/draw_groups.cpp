// Figures of the load functions: loads, hardness, work.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/full_curves.hpp"
#include "figure/study/side_by_side.hpp"

namespace sneddon {
namespace {

Mark summary_mark(const WrittenStudy& study, QuantityIndex quantity,
                  const std::string& sample = "") {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name =
        fmt::format("mean of {}, whiskers: standard deviation of one test", quantity.info().id);
    for (const WrittenGroup group : study.results.groups()) {
        if (!is_of_sample(group, sample)) continue;
        const WrittenSummary summary = group.of_quantity(quantity);
        const double mean = summary.mean().value(), sd = summary.sd().value();
        mark.x.push_back(static_cast<double>(mark.x.size()));
        mark.y.push_back(mean);
        mark.low.push_back(mean - sd);
        mark.high.push_back(mean + sd);
    }
    mark.style.size_mm = 1.9;
    return mark;
}

/// Tests beside their mean, side by side by a low-discrepancy step: the same at every run.
Mark strip_mark(const WrittenStudy& study, QuantityIndex quantity,
                const std::vector<std::string>& groups) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = "tests";
    mark.style.size_mm = 0.6;
    mark.style.colour = "#6E7781";  // 4.5:1 on white, 3.9:1 on the dark page
    for (std::size_t g = 0; g < groups.size(); ++g) {
        double part = 0;
        for (const std::size_t row : used_rows(study, groups[g])) {
            part = std::fmod(part + 0.6180339887498949, 1.0);
            mark.x.push_back(static_cast<double>(g) + 0.28 * (2 * part - 1));
            mark.y.push_back(study.tests.value(quantity, row));
            mark.tests.push_back(row);
        }
    }
    return mark;
}

/// "hold 0 s: 4.89 ± 0.38 GPa (n = 300); ..."
Words group_values(const WrittenStudy& study, QuantityIndex quantity,
                   const std::string& sample = "") {
    Words words;
    const auto groups = study.results.groups();
    for (std::size_t i = 0; i < std::min(groups.size(), most_load_functions); ++i) {
        if (!is_of_sample(groups[i], sample)) continue;
        const WrittenSummary summary = groups[i].of_quantity(quantity);
        const Words value = summary.mean_sd();
        if (value.is_empty()) continue;
        if (!words.is_empty()) words.add("; ");
        words.add(groups[i].name().words()).add(": ").add(value);
        words.add(" ").add(quantity.info().unit).add(" (n = ");
        words.add(summary.n().count()).add(")");
    }
    return words;
}

struct ContactLoop {
    Mark loop, back;  ///< all of the contact; unloading and drift hold alone
};

ContactLoop contact_loop(const CurvePreview& curve) {
    ContactLoop marks;
    for (std::size_t i = 0; i < curve.time_s.size(); ++i) {
        const double t = curve.time_s[i];
        for (const auto& edge : curve.segments) {
            if (t < edge.begin_s || t > edge.end_s) continue;
            if (edge.kind == SegmentKind::approach || edge.kind == SegmentKind::retract) break;
            marks.loop.x.push_back(curve.depth_nm[i]);
            marks.loop.y.push_back(std::max(0.0, curve.load_uN[i]));
            if (edge.kind == SegmentKind::unload || edge.kind == SegmentKind::drift_hold) {
                marks.back.x.push_back(marks.loop.x.back());
                marks.back.y.push_back(marks.loop.y.back());
            }
            break;
        }
    }
    return marks;
}

}  // namespace

Drawn draw_load_functions(const WrittenStudy& study) {
    const auto names = group_names(study);
    if (study.curves.empty() || names.empty())
        return {{}, Words("there are no curves in curves.json")};
    Figure figure = new_figure(study, "load-functions", "Load functions");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Time", "t", "s", "t_s"};
    panel.y_axis = {"Load", "F", "µN", "F_uN"};
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < names.size() && drawn < most_load_functions; ++i) {
        const CurvePreview* thin = first_curve(study, names[i]);
        if (thin == nullptr) continue;
        const CurvePreview* curve = &as_measured(study, *thin);
        Mark mark;
        mark.name = mark.legend = names[i];
        mark.x = curve->time_s;
        mark.y = curve->load_uN;
        leave_out_unseen(mark);
        mark.style = load_function_style(drawn++);
        mark.style.width_mm = 0.4;
        panel.marks.push_back(std::move(mark));
    }
    if (drawn == 0) return {{}, Words("curves.json has no curve of a load function")};
    figure.height_mm = 56 + 1.8 * static_cast<double>(drawn);
    figure.caption.add("Load against time as measured: the first test of each of ")
        .value(fmt::format("{}", names.size()), study.results.groups().pointer())
        .add(names.size() == 1 ? " load function" : " load functions")
        .add(drawn < names.size() ? "; the first ones are drawn." : ".");
    return {{figure}, {}};
}

namespace {

/// The hold times of the groups where each has one of its own; empty else.
std::vector<double> distinct_holds_s(const WrittenStudy& study) {
    std::vector<double> holds;
    for (const WrittenGroup group : study.results.groups()) holds.push_back(mean_hold_s(group));
    std::vector<double> sorted = holds;
    if (sorted.size() < 2 ||
        std::ranges::any_of(sorted, [](double s) { return !std::isfinite(s); }))
        return {};
    std::ranges::sort(sorted);
    constexpr double least_step_s = 0.5;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i] - sorted[i - 1] < least_step_s) return {};
    return holds;
}

/// From the places 0, 1, ... to hold times: strips that neither fill the axis nor meet.
void move_to_holds(const std::vector<double>& holds_s, Mark& mark) {
    std::vector<double> sorted = holds_s;
    std::ranges::sort(sorted);
    double least = sorted.back() - sorted.front();
    const double most = least / 9;  // a place is that wide at most; a strip, 0.56 of it
    for (std::size_t i = 1; i < sorted.size(); ++i)
        least = std::min(least, sorted[i] - sorted[i - 1]);
    const double wide = std::min(most, 1.4 * least);
    for (double& x : mark.x) {
        const double place = std::round(x);
        x = holds_s[static_cast<std::size_t>(place)] + wide * (x - place);
    }
}

}  // namespace

Drawn draw_hardness(const WrittenStudy& study) {
    const auto names = group_names(study);
    Mark means = summary_mark(study, "H_IT_GPa"_q);
    if (std::ranges::none_of(means.y, [](double y) { return std::isfinite(y); }))
        return {{}, Words("no test has a hardness")};
    Figure figure = new_figure(study, "hardness", "Hardness of each load function");
    Panel& panel = figure.panels[0];
    Mark tests = strip_mark(study, "H_IT_GPa"_q, names);
    const std::vector<double> holds_s = distinct_holds_s(study);
    if (holds_s.empty()) {
        panel.x_axis.column = "load_function";
        panel.x_axis.categories = names;
    } else {
        figure.title = "Hardness against hold time";
        panel.x_axis = quantity_axis("hold_s"_q);
        panel.x_axis.symbol = "";
        move_to_holds(holds_s, means);
        move_to_holds(holds_s, tests);
    }
    panel.y_axis = quantity_axis("H_IT_GPa"_q);
    const bool are_drawn = tests.x.size() <= most_marks;
    if (are_drawn) panel.marks.push_back(std::move(tests));
    panel.marks.push_back(means);
    figure.caption.add("Hardness: mean and standard deviation of one test (whiskers)");
    figure.caption
        .add(!are_drawn        ? ". "
             : holds_s.empty() ? ", single tests as dots. "
                               : ", single tests as dots beside their hold time. ")
        .add(group_values(study, "H_IT_GPa"_q))
        .add(".");
    return {{figure}, {}};
}

Drawn draw_work_areas(const WrittenStudy& study) {
    const auto group = longest_hold(study);
    const std::string name = group ? group->name().value() : "";
    const CurvePreview* typical = typical_curve(study, name, "W_plast_pJ"_q);
    if (typical == nullptr || typical->segments.empty())
        return {{}, Words("curves.json has no curve with segments")};
    auto [loop, back] = contact_loop(*typical);
    Mark line = contact_loop(as_measured(study, *typical)).loop;
    if (back.x.empty()) return {{}, Words("the curve has no unloading")};
    Figure figure = new_figure(study, "work-areas", "Elastic and plastic work as areas");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Depth", "h", "nm", "h_nm"};
    panel.y_axis = {"Load", "F", "µN", "F_uN"};
    loop.kind = back.kind = MarkKind::area;
    loop.name = loop.legend = "plastic work";
    back.name = back.legend = "elastic work";
    // Pomes et al. 2025, Fig. 3a: elastic yellow, plastic light blue. In grey, too, one area is
    // darker than the other.
    const bool are_of_paper =
        study.results.recipe()["report.reference"].text().value() == "pomes2025";
    loop.style.colour = are_of_paper ? "#9AD1F0" : palette[4];
    loop.style.opacity = are_of_paper ? 1 : 0.3;
    back.style.colour = are_of_paper ? "#F0D43A" : palette[5];
    back.style.opacity = 0.9;
    line.name = "measured curve";
    leave_out_unseen(line);
    line.style.width_mm = 0.2;  // the noise of every sample stays visible
    panel.marks = {loop, back, line};
    const std::size_t row = row_of(study, typical->test_id);
    const auto value = [&](QuantityIndex quantity) { return test_words(study, quantity, row, 3); };
    figure.caption.add("Test ")
        .add(test_id_words(study, row))
        .add(", the one with the median plastic work of its load function: W_total = ")
        .add(value("W_total_pJ"_q))
        .add(" pJ, of which W_elast = ")
        .add(value("W_elast_pJ"_q))
        .add(" pJ comes back on unloading and W_plast = ")
        .add(value("W_plast_pJ"_q))
        .add(" pJ does not; W_elast/W_total = ")
        .add(value("eta_IT"_q))
        .add(".");
    return {{figure}, {}};
}

namespace {

Drawn work_vs_hold_of(const WrittenStudy& study, const std::string& sample) {
    if (study.results.has_tables()) return {{}, Words("a table of results says no hold")};
    Figure figure = new_figure(study, "work-vs-hold", "Elastic and plastic work against hold time");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis("hold_s"_q);
    panel.x_axis.symbol = "";
    panel.y_axis = {"Work", "W", "pJ", "W_pJ"};
    std::size_t place = 0;
    for (const QuantityIndex quantity : {"W_plast_pJ"_q, "W_elast_pJ"_q}) {
        Mark mark = summary_mark(study, quantity, sample);
        if (std::ranges::none_of(mark.y, [](double y) { return std::isfinite(y); })) continue;
        mark.x.clear();
        for (const WrittenGroup group : study.results.groups()) {
            if (!is_of_sample(group, sample)) continue;
            const double hold_s = mean_hold_s(group);
            mark.x.push_back(std::isfinite(hold_s) ? hold_s : 0);
        }
        mark.style = load_function_style(place++);
        mark.style.size_mm = 1.9;
        mark.legend = quantity == "W_plast_pJ"_q ? "plastic work" : "elastic work";
        Mark line = mark;
        line.kind = MarkKind::line;
        line.name = fmt::format("line between the means of {}", quantity.info().id);
        line.legend = "";
        line.low.clear();
        line.high.clear();
        line.style.width_mm = 0.25;
        panel.marks.push_back(std::move(line));
        panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty()) return {{}, Words("no test has its works")};
    figure.caption.add("Mean work of one test, whiskers: standard deviation of one test. Elastic: ")
        .add(group_values(study, "W_elast_pJ"_q, sample))
        .add(". Plastic: ")
        .add(group_values(study, "W_plast_pJ"_q, sample))
        .add(".");
    return {{figure}, {}};
}

}  // namespace

Drawn draw_work_vs_hold(const WrittenStudy& study) {
    return side_by_side(study, work_vs_hold_of);
}

}  // namespace sneddon
