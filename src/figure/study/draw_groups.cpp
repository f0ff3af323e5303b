// Figures of the load functions: loads, hardness, work.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_load_functions = 12;

Mark summary_mark(const Findings& findings, const std::string& quantity) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = "mean of " + quantity + ", whiskers: standard deviation of one test";
    for (std::size_t i = 0; i < findings.size("/groups"); ++i) {
        const std::string place = fmt::format("/groups/{}/{}", i, quantity);
        const double mean = findings.number(place + "/mean"), sd = findings.number(place + "/sd");
        mark.x.push_back(static_cast<double>(i));
        mark.y.push_back(mean);
        mark.low.push_back(mean - sd);
        mark.high.push_back(mean + sd);
    }
    mark.style.size_mm = 1.9;
    return mark;
}

/// Tests beside their mean, side by side by a low-discrepancy step: the same at every run.
Mark strip_mark(const Findings& findings, const std::string& quantity,
                const std::vector<std::string>& groups) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = "tests";
    mark.style.size_mm = 0.6;
    mark.style.opacity = 0.45;
    mark.style.colour = "#6E7781";
    for (std::size_t g = 0; g < groups.size(); ++g) {
        double part = 0;
        for (const std::size_t row : used_rows(findings, groups[g])) {
            part = std::fmod(part + 0.6180339887498949, 1.0);
            mark.x.push_back(static_cast<double>(g) + 0.28 * (2 * part - 1));
            mark.y.push_back(findings.value(quantity, row));
            mark.tests.push_back(row);
        }
    }
    return mark;
}

/// "hold 0 s: 4.89 ± 0.38 GPa (n = 300); ..."
Words group_values(const Findings& findings, const std::string& quantity, const std::string& unit) {
    Words words;
    const auto names = group_names(findings);
    for (std::size_t i = 0; i < std::min(names.size(), most_load_functions); ++i) {
        const std::string place = fmt::format("/groups/{}/{}", i, quantity);
        const Words value = findings.mean_sd(place);
        if (value.is_empty()) continue;
        if (!words.is_empty()) words.add("; ");
        words.value(names[i], fmt::format("/groups/{}/name", i)).add(": ").add(value);
        words.add(unit.empty() ? " (n = " : " " + unit + " (n = ");
        words.add(findings.count(place + "/n")).add(")");
    }
    return words;
}

}  // namespace

Drawn draw_load_functions(const Findings& findings) {
    const auto names = group_names(findings);
    if (findings.curves.empty() || names.empty())
        return {{}, Words("there are no curves in curves.json")};
    Figure figure = new_figure(findings, "load-functions", "Load functions");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Time", "t", "s", "t_s"};
    panel.y_axis = {"Load", "F", "µN", "F_uN"};
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < names.size() && drawn < most_load_functions; ++i) {
        const auto curve =
            std::ranges::find(findings.curves, names[i], &CurvePreview::load_function);
        if (curve == findings.curves.end()) continue;
        Mark mark;
        mark.name = mark.legend = names[i];
        mark.x = curve->time_s;
        mark.y = curve->load_uN;
        mark.style = load_function_style(drawn++);
        mark.style.width_mm = 0.4;
        panel.marks.push_back(std::move(mark));
    }
    if (drawn == 0) return {{}, Words("curves.json has no curve of a load function")};
    figure.height_mm = 56 + 1.8 * static_cast<double>(drawn);
    figure.caption.add("Load against time as measured: the first test of each of ")
        .value(fmt::format("{}", names.size()), "/groups")
        .add(names.size() == 1 ? " load function" : " load functions")
        .add(drawn < names.size() ? "; the first ones are drawn." : ".");
    return {{figure}, {}};
}

Drawn draw_hardness(const Findings& findings) {
    const auto names = group_names(findings);
    const Mark means = summary_mark(findings, "H_IT_GPa");
    if (std::ranges::none_of(means.y, [](double y) { return std::isfinite(y); }))
        return {{}, Words("no test has a hardness")};
    Figure figure = new_figure(findings, "hardness", "Hardness of each load function");
    Panel& panel = figure.panels[0];
    panel.x_axis.column = "load_function";
    panel.x_axis.categories = names;
    panel.y_axis = quantity_axis("H_IT_GPa");
    Mark tests = strip_mark(findings, "H_IT_GPa", names);
    const bool are_drawn = tests.x.size() <= most_marks;
    if (are_drawn) panel.marks.push_back(std::move(tests));
    panel.marks.push_back(means);
    figure.caption.add("Hardness: mean and standard deviation of one test (whiskers)");
    figure.caption.add(are_drawn ? ", single tests as dots. " : ". ")
        .add(group_values(findings, "H_IT_GPa", "GPa"))
        .add(".");
    return {{figure}, {}};
}

Drawn draw_work_areas(const Findings& findings) {
    const auto group = longest_hold(findings);
    const std::string name = group ? group_names(findings)[*group] : "";
    const CurvePreview* typical = typical_curve(findings, name, "W_plast_pJ");
    if (typical == nullptr || typical->segments.empty())
        return {{}, Words("curves.json has no curve with segments")};
    const CurvePreview middle = middle_curve(*typical);
    const CurvePreview* curve = &middle;
    Mark loop, back;
    for (std::size_t i = 0; i < curve->time_s.size(); ++i) {
        const double t = curve->time_s[i];
        for (const auto& edge : curve->segments) {
            if (t < edge.begin_s || t > edge.end_s) continue;
            if (edge.kind == SegmentKind::approach || edge.kind == SegmentKind::retract) break;
            loop.x.push_back(curve->depth_nm[i]);
            loop.y.push_back(std::max(0.0, curve->load_uN[i]));
            if (edge.kind == SegmentKind::unload || edge.kind == SegmentKind::drift_hold) {
                back.x.push_back(loop.x.back());
                back.y.push_back(loop.y.back());
            }
            break;
        }
    }
    if (back.x.empty()) return {{}, Words("the curve has no unloading")};
    Figure figure = new_figure(findings, "work-areas", "Elastic and plastic work as areas");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Depth", "h", "nm", "h_nm"};
    panel.y_axis = {"Load", "F", "µN", "F_uN"};
    loop.kind = back.kind = MarkKind::area;
    loop.name = loop.legend = "plastic work";
    back.name = back.legend = "elastic work";
    loop.style.colour = palette[4];
    loop.style.opacity = 0.3;  // in grey, too, one area is darker than the other
    back.style.colour = palette[5];
    back.style.opacity = 0.9;
    Mark line;
    line.name = "measured curve";
    line.x = loop.x;
    line.y = loop.y;
    panel.marks = {loop, back, line};
    std::size_t row = 0;
    while (row < findings.tests.rows && findings.tests.text("test_id", row) != curve->test_id)
        ++row;
    const auto value = [&](const std::string& head, int digits) {
        return Words().value(number_words(findings.value(head, row), digits),
                             fmt::format("tests.csv/{}/{}", row + 1, head));
    };
    figure.caption.add("Test ")
        .value(curve->test_id, fmt::format("tests.csv/{}/test_id", row + 1))
        .add(", the one with the median plastic work of its load function: W_total = ")
        .add(value("W_total_pJ", 3))
        .add(" pJ, of which W_elast = ")
        .add(value("W_elast_pJ", 3))
        .add(" pJ comes back on unloading and W_plast = ")
        .add(value("W_plast_pJ", 3))
        .add(" pJ does not; W_elast/W_total = ")
        .add(value("eta_IT", 3))
        .add(".");
    return {{figure}, {}};
}

Drawn draw_work_vs_hold(const Findings& findings) {
    const std::size_t groups = findings.size("/groups");
    Figure figure =
        new_figure(findings, "work-vs-hold", "Elastic and plastic work against hold time");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis("hold_s");
    panel.x_axis.symbol = "";
    panel.y_axis = {"Work", "W", "pJ", "W_pJ"};
    std::size_t place = 0;
    for (const std::string quantity : {"W_plast_pJ", "W_elast_pJ"}) {
        Mark mark = summary_mark(findings, quantity);
        bool is_any = false;
        for (std::size_t i = 0; i < groups; ++i) {
            mark.x[i] = group_hold_s(findings, i);
            if (!std::isfinite(mark.x[i])) mark.x[i] = 0;
            is_any |= std::isfinite(mark.y[i]);
        }
        if (!is_any) continue;
        mark.style = load_function_style(place++);
        mark.style.size_mm = 1.9;
        mark.legend = quantity == "W_plast_pJ" ? "plastic work" : "elastic work";
        Mark line = mark;
        line.kind = MarkKind::line;
        line.name = "line between the means of " + quantity;
        line.legend = "";
        line.low.clear();
        line.high.clear();
        line.style.width_mm = 0.25;
        panel.marks.push_back(std::move(line));
        panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty()) return {{}, Words("no test has its works")};
    figure.caption.add("Mean work of one test, whiskers: standard deviation of one test. Elastic: ")
        .add(group_values(findings, "W_elast_pJ", "pJ"))
        .add(". Plastic: ")
        .add(group_values(findings, "W_plast_pJ", "pJ"))
        .add(".");
    return {{figure}, {}};
}

}  // namespace sneddon
