#include "figure/study/figure_parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/nan.hpp"
#include "figure/plot/density.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct ShortName {
    std::string_view id, name;
};

/// Axis titles: shorter than the sentences of the table.
constexpr ShortName short_names[] = {
    {"H_IT_GPa", "Hardness"},
    {"E_r_GPa", "Reduced modulus"},
    {"E_IT_GPa", "Modulus"},
    {"creep_nm", "Creep displacement"},
    {"W_total_pJ", "Total work"},
    {"W_elast_pJ", "Elastic work"},
    {"W_plast_pJ", "Plastic work"},
    {"W_hold_pJ", "Work of the hold"},
    {"eta_IT", "Elastic share of work"},
    {"h_max_nm", "Depth"},
    {"F_max_uN", "Load"},
    {"hold_s", "Hold time"},
    {"C_IT_percent", "Creep"},
};

}  // namespace

FigureAxis quantity_axis(const std::string& id) {
    FigureAxis axis;
    axis.column = id;
    const auto quantity = find_quantity(id);
    if (!quantity) {
        axis.quantity = id == "W_plast_without_hold_pJ" ? "Plastic work without hold" : id;
        if (id.ends_with("_pJ")) axis.unit = "pJ";
        return axis;
    }
    axis.symbol = quantity->info().symbol;
    axis.unit = quantity->info().unit;
    for (const ShortName& name : short_names)
        if (name.id == id) axis.quantity = name.name;
    return axis;
}

std::vector<std::string> group_names(const Findings& findings) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < findings.size("/groups"); ++i)
        names.push_back(findings.text(fmt::format("/groups/{}/name", i)));
    return names;
}

double group_hold_s(const Findings& findings, std::size_t group) {
    return findings.number(fmt::format("/groups/{}/hold_s/mean", group));
}

std::optional<std::size_t> longest_hold(const Findings& findings) {
    std::optional<std::size_t> longest;
    double hold_s = -1;
    for (std::size_t i = 0; i < findings.size("/groups"); ++i) {
        const double own = group_hold_s(findings, i);
        if (longest && !(own > hold_s)) continue;
        longest = i;
        hold_s = std::isfinite(own) ? own : -1;
    }
    return longest;
}

std::vector<std::size_t> used_rows(const Findings& findings, const std::string& load_function) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < findings.tests.rows; ++row)
        if (findings.is_used(row) &&
            (load_function.empty() || findings.tests.text("load_function", row) == load_function))
            rows.push_back(row);
    return rows;
}

std::vector<std::size_t> rows_of_label(const Findings& findings,
                                       const std::vector<std::size_t>& rows, std::size_t label) {
    std::vector<std::size_t> own;
    for (const std::size_t row : rows)
        if (findings.value("cluster", row) == static_cast<double>(label)) own.push_back(row);
    return own;
}

std::size_t cluster_count(const Findings& findings) {
    return findings.size("/clusters/items");
}

std::string cluster_name(std::size_t label) {
    return fmt::format("cluster {}", label);
}

std::vector<double> values_of(const Findings& findings, const std::string& head,
                              const std::vector<std::size_t>& rows) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::size_t row : rows) values.push_back(findings.value(head, row));
    return values;
}

double median_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty()) return nan;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

const CurvePreview* typical_curve(const Findings& findings, const std::string& load_function,
                                  const std::string& quantity) {
    const double centre =
        median_of(values_of(findings, quantity, used_rows(findings, load_function)));
    std::map<std::string_view, std::size_t> row_of;
    for (std::size_t row = 0; row < findings.tests.rows; ++row)
        row_of.emplace(findings.tests.text("test_id", row), row);
    const CurvePreview* nearest = nullptr;
    double distance = std::numeric_limits<double>::infinity();
    for (const CurvePreview& curve : findings.curves) {
        if (!load_function.empty() && curve.load_function != load_function) continue;
        const auto row = row_of.find(curve.test_id);
        if (row == row_of.end() || !findings.is_used(row->second)) continue;
        const double own = std::fabs(findings.value(quantity, row->second) - centre);
        if (nearest != nullptr && !(own < distance)) continue;
        nearest = &curve;
        distance = std::isfinite(own) ? own : std::numeric_limits<double>::infinity();
    }
    return nearest;
}

CurvePreview middle_curve(const CurvePreview& curve) {
    CurvePreview middle = curve;
    middle.time_s.clear();
    middle.depth_nm.clear();
    middle.load_uN.clear();
    const auto segment_at = [&](double t) {
        std::size_t at = 0;
        while (at < curve.segments.size() && t > curve.segments[at].end_s) ++at;
        return at;
    };
    const std::size_t n = curve.time_s.size();
    for (std::size_t i = 0; i < n;) {
        const bool is_pair =
            i + 1 < n && segment_at(curve.time_s[i]) == segment_at(curve.time_s[i + 1]);
        const std::size_t last = is_pair ? i + 1 : i;
        middle.time_s.push_back(0.5 * (curve.time_s[i] + curve.time_s[last]));
        middle.depth_nm.push_back(0.5 * (curve.depth_nm[i] + curve.depth_nm[last]));
        middle.load_uN.push_back(0.5 * (curve.load_uN[i] + curve.load_uN[last]));
        i = last + 1;
    }
    return middle;
}

Figure new_figure(const Findings& findings, std::string id, std::string title) {
    Figure figure;
    figure.id = std::move(id);
    figure.title = std::move(title);
    figure.is_simulated = findings.is_simulated();
    figure.panels.emplace_back();
    return figure;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

namespace {

bool are_tests(const Mark& mark) {
    return mark.kind == MarkKind::points && !mark.tests.empty();
}

/// Rasters of one colour cannot be told apart: their names would say what nobody sees.
void drop_legend_of_one_colour(Figure& figure) {
    std::set<std::string> colours;
    std::size_t named = 0;
    for (const Panel& panel : figure.panels)
        for (const Mark& mark : panel.marks) {
            if (mark.kind != MarkKind::point_density || mark.legend.empty()) continue;
            colours.insert(mark.style.colour);
            ++named;
        }
    if (colours.size() >= named || colours.size() != 1) return;
    for (Panel& panel : figure.panels)
        for (Mark& mark : panel.marks)
            if (mark.kind == MarkKind::point_density) mark.legend.clear();
}

}  // namespace

void draw_many_as_density(Figure& figure) {
    std::size_t points = 0;
    bool has_curves = false;
    for (const Panel& panel : figure.panels)
        for (const Mark& mark : panel.marks) {
            if (mark.kind == MarkKind::curve_density) has_curves = true;
            if (are_tests(mark)) points += mark.x.size();
        }
    if (has_curves)
        figure.caption.add(" Shade: how many curves pass a place, on a logarithmic scale.");
    if (points <= most_marks) return;
    for (Panel& panel : figure.panels)
        for (Mark& mark : panel.marks) {
            if (!are_tests(mark)) continue;
            mark.kind = MarkKind::point_density;
            mark.style.opacity = 1;
        }
    drop_legend_of_one_colour(figure);
    figure.caption.add(" Density of ")
        .fixed(count_text(points))
        .add(" tests, on a logarithmic scale: more than ")
        .fixed(count_text(most_marks))
        .add(" are not drawn one by one.");
}

}  // namespace sneddon
