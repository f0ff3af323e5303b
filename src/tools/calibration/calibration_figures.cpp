#include "tools/calibration/calibration_figures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analyse/calibrate/calibration_classes.hpp"
#include "base/nan.hpp"
#include "sneddon/base/text.hpp"
#include "tools/calibration/number_ledger.hpp"

namespace sneddon {
namespace {

constexpr int steps = 200;          // of a drawn area function
constexpr double errors_drawn = 2;  // whiskers: so many standard errors of a class mean

const FigureAxis depth_axis = {"Contact depth", "h_c", "nm", "h_c_nm", AxisScale::logarithm};

std::size_t materials_of(const ShownCalibration& shown) {
    return shown.options.second ? 2 : 1;
}

/// What a material is drawn in: colour and shape are its own.
MarkStyle material_style(std::size_t material) {
    MarkStyle style;
    style.colour = std::string(palette[material]);
    style.shape = material == 0 ? MarkShape::circle : MarkShape::square;
    return style;
}

MarkStyle muted_style() {
    MarkStyle style;
    style.colour = "#808080";  // 3:1 on white and on the dark page
    style.size_mm = 1.2;
    return style;
}

/// Depths evenly in ln h_c over those of the calibration.
std::vector<double> drawn_depths(const ContactAreas& areas) {
    const auto [low, high] = std::ranges::minmax(areas.h_c_nm);
    std::vector<double> depths;
    for (int i = 0; i <= steps; ++i)
        depths.push_back(low * std::pow(high / low, static_cast<double>(i) / steps));
    return depths;
}

class TestPlaces {
  public:
    explicit TestPlaces(const ShownCalibration& shown) {
        for (const std::string& name : test_names(shown)) places_.emplace(name, places_.size());
    }
    std::size_t of(const CalibrationPoint& point) const { return places_.at(point.test); }

  private:
    std::map<std::string, std::size_t> places_;
};

/// The unloadings of one material; those without a value are left out.
Mark unloadings(const ShownCalibration& shown, const ContactAreas& areas,
                const std::vector<double>& values, std::size_t material) {
    const TestPlaces places(shown);
    Mark mark;
    mark.kind = areas.h_c_nm.size() > most_marks ? MarkKind::point_density : MarkKind::points;
    mark.name = reference_material(shown.options, material).name;
    mark.style = material_style(material);
    mark.style.size_mm = 0.6;
    mark.style.opacity = mark.kind == MarkKind::points ? 0.45 : 1;
    for (std::size_t i = 0; i < areas.h_c_nm.size(); ++i) {
        if (areas.points[i].material != material || !is_finite(values[i])) continue;
        mark.x.push_back(areas.h_c_nm[i]);
        mark.y.push_back(values[i]);
        mark.tests.push_back(places.of(areas.points[i]));
    }
    return mark;
}

Mark mean_marks(const std::vector<ClassMean>& means, MarkStyle style, std::string name) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = std::move(name);
    mark.style = std::move(style);
    for (const ClassMean& at : means) {
        const double reach = is_finite(at.error) ? errors_drawn * at.error : 0;
        mark.x.push_back(at.h_c_nm);
        mark.y.push_back(at.mean);
        mark.low.push_back(at.mean - reach);
        mark.high.push_back(at.mean + reach);
    }
    return mark;
}

Mark level(const ContactAreas& areas, double y, std::string name) {
    const auto [low, high] = std::ranges::minmax(areas.h_c_nm);
    Mark mark;
    mark.name = std::move(name);
    mark.x = {low, high};
    mark.y = {y, y};
    mark.style.width_mm = 0.25;
    return mark;
}

/// The ends of the valid range, drawn over the height of the panel.
void add_validity(const ShownCalibration& shown, Panel& panel) {
    const AreaFunction& area = shown.found.area;
    if (!area.h_c_min_nm || !panel.y_axis.low || !panel.y_axis.high) return;
    Mark mark;
    mark.name = "valid range";
    mark.legend = "valid range";
    mark.style.dash = "0.6 0.6";
    mark.style.width_mm = 0.25;
    for (const double h : {*area.h_c_min_nm, *area.h_c_max_nm}) {
        mark.x.insert(mark.x.end(), {h, h, nan});
        mark.y.insert(mark.y.end(), {*panel.y_axis.low, *panel.y_axis.high, nan});
    }
    panel.marks.push_back(std::move(mark));
}

/// From the means with their whiskers, and the part of the points that is not far out.
void set_limits(const std::vector<const Mark*>& means, std::vector<double> points, double level,
                FigureAxis& axis) {
    double low = level, high = level;
    const auto take = [&](double y) {
        if (!is_finite(y)) return;
        low = std::min(low, y);
        high = std::max(high, y);
    };
    for (const Mark* mark : means) {
        std::ranges::for_each(mark->low, take);
        std::ranges::for_each(mark->high, take);
    }
    if (!points.empty()) {
        constexpr std::size_t outer = 50;  // 2 % of the points on either side may lie beyond
        std::ranges::sort(points);
        take(points[points.size() / outer]);
        take(points[points.size() - 1 - points.size() / outer]);
    }
    const double room = 0.08 * (high - low);
    axis.low = low - room;
    axis.high = high + room;
}

Figure new_figure(const ShownCalibration& shown, std::string id, std::string title) {
    Figure figure;
    figure.id = std::move(id);
    figure.title = std::move(title);
    figure.height_mm = 66;
    figure.is_simulated = shown.is_simulated;
    return figure;
}

void say_what_points_are(const ShownCalibration& shown, const ContactAreas& areas, Figure& figure) {
    figure.caption.add(areas.h_c_nm.size() > most_marks ? " Shade: density of " : " Small marks: ")
        .value(count_text(areas.h_c_nm.size()), pointer_of("n"))
        .add(" " + shown.points_name + ".");
    if (shown.found.area.h_c_min_nm) return;
    figure.caption.add(" There is no valid range.");
}

Figure area_figure(const ShownCalibration& shown, const ContactAreas& areas) {
    Figure figure = new_figure(shown, "calibration-area", "Area function");
    Panel& panel = figure.panels.emplace_back();
    panel.x_axis = depth_axis;
    panel.y_axis = {"Projected contact area", "A_p", "nm²", "A_p_nm2", AxisScale::logarithm};
    if (shown.spread) {
        Mark band;
        band.kind = MarkKind::band;
        band.name = "95 % of drawn calibrations";
        band.style.opacity = 0.2;
        for (const AreaBand& at : shown.spread->band) {
            band.x.push_back(at.h_c_nm);
            band.low.push_back(at.low_nm2);
            band.high.push_back(at.high_nm2);
        }
        panel.marks.push_back(std::move(band));
    }
    for (std::size_t material = 0; material < materials_of(shown); ++material) {
        Mark points = unloadings(shown, areas, areas.A_nm2, material);
        points.legend = points.name;
        panel.marks.push_back(std::move(points));
    }
    Mark before, after;
    before.name = "before";
    before.legend = "before: " + shown.before.source;
    before.style = muted_style();
    before.style.dash = "1.5 1";
    after.name = "found";
    after.legend = "found: " + shown.form;
    for (const double h : drawn_depths(areas)) {
        for (Mark* mark : {&before, &after}) mark->x.push_back(h);
        before.y.push_back(projected_area_nm2(shown.before, h));
        after.y.push_back(projected_area_nm2(shown.found.area, h));
    }
    panel.marks.push_back(std::move(before));
    panel.marks.push_back(std::move(after));
    figure.caption = Words(
        "Marks: the contact area that the stiffness demands of a material of this modulus. Line: "
        "the area function found.");
    if (shown.spread) figure.caption.add(" Band: 95 % of the calibrations of drawn tests.");
    say_what_points_are(shown, areas, figure);
    return figure;
}

Figure residual_figure(const ShownCalibration& shown, const ContactAreas& areas) {
    Figure figure = new_figure(shown, "calibration-residuals", "Residuals of the area");
    Panel& panel = figure.panels.emplace_back();
    panel.x_axis = depth_axis;
    panel.y_axis = {"Residual of the area", "", "%", "residual_percent"};
    std::vector<double> percent;
    for (const double r : area_residuals(shown.found.area, areas)) percent.push_back(100 * r);
    std::vector<Mark> means;
    for (std::size_t material = 0; material < materials_of(shown); ++material) {
        panel.marks.push_back(unloadings(shown, areas, percent, material));
        const std::string& name = reference_material(shown.options, material).name;
        means.push_back(mean_marks(class_means(areas, percent, material), material_style(material),
                                   name + ", class means"));
        means.back().legend = means.back().name;
        means.back().style.size_mm = 1.4;
    }
    std::vector<const Mark*> drawn;
    for (const Mark& mark : means) drawn.push_back(&mark);
    set_limits(drawn, percent, 0, panel.y_axis);
    panel.marks.push_back(level(areas, 0, "none"));
    for (Mark& mark : means) panel.marks.push_back(std::move(mark));
    add_validity(shown, panel);
    figure.caption = Words(
        "The area function less the area that the stiffness demands, as a share of the "
        "latter. Large marks: means of classes of depth, whiskers ");
    figure.caption.fixed("2").add(" standard errors. Points far out may lie beyond the axis.");
    say_what_points_are(shown, areas, figure);
    return figure;
}

/// Hardness or modulus of each material, before and after.
struct Compared {
    std::string id, title;
    FigureAxis axis;
    std::vector<double> ContactValues::*values;
    bool has_reference = false;  ///< the material's own modulus is drawn
    std::string caption;
};

Panel compared_panel(const ShownCalibration& shown, const ContactValues& before,
                     const ContactValues& after, const Compared& what, std::size_t material) {
    Panel panel;
    panel.row = material;
    panel.x_axis = depth_axis;
    panel.y_axis = what.axis;
    const ReferenceMaterial& reference = reference_material(shown.options, material);
    if (materials_of(shown) > 1) panel.title = reference.name;
    Mark points = unloadings(shown, after.areas, after.*what.values, material);
    Mark old = mean_marks(class_means(before.areas, before.*what.values, material), muted_style(),
                          "before, class means");
    Mark found = mean_marks(class_means(after.areas, after.*what.values, material),
                            material_style(material), "after, class means");
    old.style.fill = MarkFill::open;
    found.style.size_mm = 1.4;
    old.legend = "before: " + shown.before.source;
    found.legend = "after";
    const double middle = what.has_reference || found.y.empty() ? reference.E_GPa : found.y.back();
    set_limits({&old, &found}, points.y, middle, panel.y_axis);
    panel.marks.push_back(std::move(points));
    if (what.has_reference) {
        Mark line = level(after.areas, reference.E_GPa, "reference");
        line.legend = "reference";
        panel.marks.push_back(std::move(line));
    }
    panel.marks.push_back(std::move(old));
    panel.marks.push_back(std::move(found));
    add_validity(shown, panel);
    return panel;
}

Figure compared_figure(const ShownCalibration& shown, const ContactValues& before,
                       const ContactValues& after, const Compared& what) {
    Figure figure = new_figure(shown, what.id, what.title);
    const std::size_t rows = materials_of(shown);
    figure.height_mm = rows > 1 ? 110 : 66;
    figure.row_heights.assign(rows, 1);
    for (std::size_t material = 0; material < rows; ++material)
        figure.panels.push_back(compared_panel(shown, before, after, what, material));
    figure.caption = Words(what.caption);
    figure.caption.add(" Before: the tip as it was given, or ideal (C0 = ")
        .fixed("24.5")
        .add(
            ") where none was, and no frame compliance beyond what the depths were corrected for. "
            "Large marks: means of classes of depth, whiskers ")
        .fixed("2")
        .add(" standard errors.");
    say_what_points_are(shown, after.areas, figure);
    return figure;
}

}  // namespace

std::vector<std::string> test_names(const ShownCalibration& shown) {
    std::vector<std::string> names;
    std::map<std::string_view, bool> is_known;
    for (const CalibrationPoint& point : shown.points)
        if (is_known.emplace(point.test, true).second) names.push_back(point.test);
    return names;
}

std::vector<Figure> calibration_figures(const ShownCalibration& shown) {
    const ContactValues before = values_before(shown), after = values_after(shown);
    return {area_figure(shown, after.areas), residual_figure(shown, after.areas),
            compared_figure(shown, before, after,
                            {"calibration-modulus",
                             "Modulus before and after",
                             {"Young's modulus", "E", "GPa", "E_GPa"},
                             &ContactValues::E_GPa,
                             true,
                             "Modulus of the reference as area function and frame give it."}),
            compared_figure(shown, before, after,
                            {"calibration-hardness",
                             "Hardness before and after",
                             {"Hardness", "H_IT", "GPa", "H_IT_GPa"},
                             &ContactValues::H_GPa,
                             false,
                             "Hardness of the reference as area function and frame give it."})};
}

}  // namespace sneddon
