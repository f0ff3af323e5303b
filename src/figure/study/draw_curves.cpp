// Figures of single curves: all of them, unloading fits with residuals, segments and zero points.
#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/full_curves.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_dots = 2000;
constexpr std::size_t most_large_dots = 150;

/// The name of a load function with its place.
Words group_words(const WrittenStudy& study, const std::string& name) {
    for (const WrittenGroup group : study.results.groups())
        if (group.name().value() == name) return group.name().words();
    return Words(name);
}

FigureAxis depth_axis() {
    return {"Depth", "h", "nm", "h_nm"};
}
FigureAxis load_axis() {
    return {"Load", "F", "µN", "F_uN"};
}

void hide_inner_labels(Figure& figure) {
    for (Panel& panel : figure.panels)
        if (panel.column > 0) panel.y_axis.labels = AxisLabels::hidden;
}

void set_columns(Figure& figure, std::size_t columns) {
    figure.column_widths.assign(columns, 1);
    figure.width_mm = columns > 2 ? double_column_mm : single_column_mm;
}

/// The contact part of a curve: without approach and retraction, which can be many times as long.
void append_contact(const CurvePreview& curve, Mark& mark) {
    double begin = -1e300, end = 1e300;
    if (!curve.segments.empty()) {
        for (const auto& edge : curve.segments)
            if (edge.kind == SegmentKind::load) {
                begin = edge.begin_s;
                break;
            }
        for (const auto& edge : curve.segments)
            if (edge.kind == SegmentKind::retract) end = edge.begin_s;
    }
    for (std::size_t i = 0; i < curve.time_s.size(); ++i) {
        if (curve.time_s[i] < begin || curve.time_s[i] > end) continue;
        mark.x.push_back(curve.depth_nm[i]);
        mark.y.push_back(curve.load_uN[i]);
    }
    mark.x.push_back(nan);
    mark.y.push_back(nan);
}

MarkStyle segment_style(SegmentKind kind) {
    MarkStyle style;
    style.width_mm = 0.45;
    switch (kind) {
        case SegmentKind::approach:
        case SegmentKind::retract:
            style.colour = "#808080";
            style.dash = "0.5 0.6";
            return style;
        case SegmentKind::load:
            style.colour = palette[0];
            return style;
        case SegmentKind::hold:
            style.colour = palette[1];
            style.width_mm = 0.8;
            return style;
        case SegmentKind::unload:
            style.colour = palette[2];
            style.dash = "1.6 0.7";
            return style;
        case SegmentKind::drift_hold:
            style.colour = palette[3];
            style.width_mm = 0.8;
            return style;
    }
    return style;
}

/// Approach and loading: what the zero point is read from.
CurvePreview until_peak(CurvePreview curve) {
    std::erase_if(curve.segments, [](const auto& edge) {
        return edge.kind != SegmentKind::approach && edge.kind != SegmentKind::load;
    });
    return curve;
}

/// The first point behind the end of the axis: the rest of a loading is not shown.
bool is_beyond(const FigureAxis& axis, double x) {
    return axis.high && x > *axis.high;
}

void add_segments(const CurvePreview& curve, const std::vector<double>& x,
                  const std::vector<double>& y, Panel& panel) {
    for (const auto& edge : curve.segments) {
        Mark mark;
        mark.name = mark.legend =
            edge.kind == SegmentKind::drift_hold ? "drift hold" : std::string(name(edge.kind));
        mark.style = segment_style(edge.kind);
        for (std::size_t i = 0; i < curve.time_s.size(); ++i) {
            if (curve.time_s[i] < edge.begin_s) continue;
            mark.x.push_back(x[i]);
            mark.y.push_back(y[i]);
            if (curve.time_s[i] > edge.end_s || is_beyond(panel.x_axis, x[i])) break;
        }
        leave_out_unseen(mark);
        panel.marks.push_back(std::move(mark));
    }
}

/// Measured depth less the fit's: every sample of the window.
Mark residual_mark(const DrawnCurve& drawn) {
    Mark mark;
    mark.kind = drawn.residual_nm.size() > most_dots ? MarkKind::point_density : MarkKind::points;
    mark.name = "measured less fit";
    mark.x = drawn.residual_depth_nm;
    mark.y = drawn.residual_nm;
    // Few dots are seen one by one, of many their density is.
    mark.style.colour = "#6E7781";
    mark.style.size_mm = mark.x.size() > most_large_dots ? 0.35 : 0.6;
    mark.style.opacity = mark.x.size() > most_large_dots ? 0.5 : 1;
    return mark;
}

/// The unloading alone: what the fit belongs to.
void append_unloading(const CurvePreview& curve, Mark& mark) {
    for (const auto& edge : curve.segments) {
        if (edge.kind != SegmentKind::unload) continue;
        for (std::size_t i = 0; i < curve.time_s.size(); ++i) {
            if (curve.time_s[i] < edge.begin_s || curve.time_s[i] > edge.end_s) continue;
            mark.x.push_back(curve.depth_nm[i]);
            mark.y.push_back(curve.load_uN[i]);
        }
        mark.x.push_back(nan);
        mark.y.push_back(nan);
    }
}

}  // namespace

Drawn draw_curves(const WrittenStudy& study) {
    const auto row_of_test = study.tests.row_of_test();
    const auto names = groups_with_curves(study);
    if (names.empty()) return {{}, Words("there are no curves in curves.json")};
    Figure figure = new_figure(study, "curves", "All curves of each load function");
    figure.panels.clear();
    figure.caption.add("Load against depth");
    for (std::size_t g = 0; g < names.size(); ++g) {
        Panel panel;
        panel.column = g;
        panel.title = names[g];
        panel.x_axis = depth_axis();
        panel.x_axis.column = fmt::format("h_nm_{}", g);
        panel.y_axis = load_axis();
        Mark mark;
        mark.kind = MarkKind::curve_density;
        mark.name = names[g];
        mark.style.colour = "#2F5D8A";
        std::size_t n = 0;
        for (const CurvePreview& curve : study.curves) {
            if (curve.load_function != names[g]) continue;
            append_contact(curve, mark);
            const auto row = row_of_test.find(curve.test_id);
            mark.tests.push_back(row == row_of_test.end() ? study.tests.rows : row->second);
            ++n;
        }
        figure.caption.add(g == 0 ? ": " : ", ")
            .fixed(fmt::format("{}", n))
            .add(" curves of ")
            .add(group_words(study, names[g]));
        panel.marks.push_back(std::move(mark));
        figure.panels.push_back(std::move(panel));
    }
    set_columns(figure, names.size());
    figure.caption.add(", without approach and retraction.");
    hide_inner_labels(figure);
    return {{figure}, {}};
}

Drawn draw_unloading_fits(const WrittenStudy& study) {
    const auto names = groups_with_curves(study);
    Figure figure = new_figure(study, "unloading-fits", "Unloading fits and their residuals");
    figure.panels.clear();
    figure.caption.add(
        "The unloading of the test with the median stiffness of each load function, "
        "its fit (dashed) and, below, measured depth less fit of every sample of the window: ");
    for (const std::string& name : names) {
        const CurvePreview* thin = typical_curve(study, name, "S_uN_per_nm"_q);
        if (thin == nullptr || thin->fit_depth_nm.empty()) continue;
        const CurvePreview* curve = &as_measured(study, *thin);
        const DrawnCurve* drawn = drawn_curve_of(study, curve->test_id);
        const std::size_t column = figure.panels.size() / 2;
        Panel top, bottom;
        top.column = bottom.column = column;
        bottom.row = 1;
        top.title = name;
        top.x_axis = bottom.x_axis = depth_axis();
        top.x_axis.column = bottom.x_axis.column = fmt::format("h_nm_{}", column);
        top.x_axis.labels = AxisLabels::hidden;
        top.y_axis = load_axis();
        bottom.y_axis = {"Residual", "", "nm", "residual_nm"};
        Mark measured, fit;
        measured.name = "measured";
        append_unloading(*curve, measured);
        measured.style.colour = "#6E7781";
        measured.style.width_mm = 0.5;
        fit.name = "fit";
        fit.x = curve->fit_depth_nm;
        fit.y = curve->fit_load_uN;
        fit.style.dash = "1.2 0.6";
        fit.style.colour = palette[1];
        fit.style.width_mm = 0.5;
        measured.legend = "measured";
        fit.legend = "fit over its window";
        top.marks = {measured, fit};
        if (drawn != nullptr) bottom.marks.push_back(residual_mark(*drawn));
        const std::size_t row = row_of(study, curve->test_id);
        figure.caption.add(column == 0 ? "" : "; ")
            .add(test_id_words(study, row))
            .add(", m = ")
            .add(test_words(study, "m"_q, row, 3))
            .add(", rms ")
            .add(test_words(study, "fit_rms_nm"_q, row, 2))
            .add(" nm");
        figure.panels.push_back(std::move(top));
        figure.panels.push_back(std::move(bottom));
    }
    if (figure.panels.empty()) return {{}, Words("no curve has an unloading fit")};
    set_columns(figure, figure.panels.size() / 2);
    figure.row_heights = {1, 0.4};
    figure.height_mm = 75;
    figure.caption.add(".");
    hide_inner_labels(figure);
    return {{figure}, {}};
}

Drawn draw_segments(const WrittenStudy& study) {
    const auto names = groups_with_curves(study);
    Figure figure = new_figure(study, "segments", "Segments and zero points");
    figure.panels.clear();
    for (const std::string& name : names) {
        const CurvePreview* thin = typical_curve(study, name, "h_max_nm"_q);
        if (thin == nullptr || thin->segments.empty()) continue;
        const CurvePreview* curve = &as_measured(study, *thin);
        const std::size_t column = figure.panels.size() / 2;
        Panel time, near_zero;
        time.column = near_zero.column = column;
        near_zero.row = 1;
        time.title = name;
        time.x_axis = {"Time", "t", "s", fmt::format("t_s_{}", column)};
        time.y_axis = load_axis();
        add_segments(*curve, curve->time_s, curve->load_uN, time);
        near_zero.x_axis = depth_axis();
        near_zero.x_axis.column = fmt::format("h_nm_{}", column);
        near_zero.y_axis = load_axis();
        near_zero.y_axis.column = "F_uN_near_zero";
        const double peak = *std::ranges::max_element(curve->load_uN);
        const double deep = *std::ranges::max_element(curve->depth_nm);
        near_zero.x_axis.low = -0.12 * deep;
        near_zero.x_axis.high = 0.45 * deep;
        near_zero.y_axis.low = -0.04 * peak;
        near_zero.y_axis.high = 0.2 * peak;
        add_segments(until_peak(*curve), curve->depth_nm, curve->load_uN, near_zero);
        figure.panels.push_back(std::move(time));
        figure.panels.push_back(std::move(near_zero));
    }
    if (figure.panels.empty()) return {{}, Words("no curve has segments")};
    set_columns(figure, figure.panels.size() / 2);
    figure.row_heights = {1, 1};
    figure.height_mm = 92;
    figure.caption.add(
        "Segments as they were found in the test with the median depth of each load "
        "function: load against time, and approach and loading near the zero point.");
    hide_inner_labels(figure);
    return {{figure}, {}};
}

}  // namespace sneddon
