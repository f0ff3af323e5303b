#include "figure/study/figure_parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/nan.hpp"
#include "figure/plot/density.hpp"
#include "model/cluster_name.hpp"
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

FigureAxis quantity_axis(const Head& head) {
    const std::string& id = head.name();
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

std::vector<std::string> group_names(const WrittenStudy& study) {
    std::vector<std::string> names;
    for (const WrittenGroup group : study.results.groups()) names.push_back(group.name().value());
    return names;
}

double mean_hold_s(const WrittenGroup& group) {
    return group.of_quantity("hold_s"_q).mean().value();
}

std::optional<WrittenGroup> longest_hold(const WrittenStudy& study) {
    std::optional<WrittenGroup> longest;
    double longest_s = -1;
    for (const WrittenGroup group : study.results.groups()) {
        const double hold_s = mean_hold_s(group);
        if (longest && !(hold_s > longest_s)) continue;
        longest.emplace(group);
        longest_s = std::isfinite(hold_s) ? hold_s : -1;
    }
    return longest;
}

std::vector<std::size_t> used_rows(const WrittenStudy& study, const std::string& load_function) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < study.tests.rows; ++row)
        if (study.tests.is_used(row) &&
            (load_function.empty() ||
             study.tests.text_of(column::load_function, row) == load_function))
            rows.push_back(row);
    return rows;
}

std::vector<std::size_t> rows_of_label(const WrittenStudy& study,
                                       const std::vector<std::size_t>& rows, std::size_t label) {
    std::vector<std::size_t> labelled;
    for (const std::size_t row : rows)
        if (study.tests.value(column::cluster, row) == static_cast<double>(label))
            labelled.push_back(row);
    return labelled;
}

std::size_t cluster_count(const WrittenStudy& study) {
    return study.results.clusters().items().size();
}

namespace {

Text stated_name(const WrittenStudy& study, std::size_t label) {
    return study.results.facts().stated()[cluster_fact(label)].text();
}

}  // namespace

std::string cluster_name(const WrittenStudy& study, std::size_t label) {
    const std::string name = stated_name(study, label).value();
    return name.empty() ? cluster_fact(label) : name;
}

Words cluster_words(const WrittenStudy& study, const Number& label) {
    if (label.value() >= 0) {
        const Text name = stated_name(study, static_cast<std::size_t>(label.value()));
        if (!name.value().empty()) return name.words();
    }
    return Words("cluster ").add(label.count());
}

LabelLook label_look(const WrittenStudy& study, const Number& label) {
    const double value = label.value();
    if (!(value >= 0)) return {"all tests", load_function_style(0)};
    const auto cluster = static_cast<std::size_t>(value);
    return {cluster_name(study, cluster), cluster_style(cluster)};
}

std::vector<double> values_of(const WrittenStudy& study, const Head& head,
                              const std::vector<std::size_t>& rows) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::size_t row : rows) values.push_back(study.tests.value(head, row));
    return values;
}

double median_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty()) return nan;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

const CurvePreview* typical_curve(const WrittenStudy& study, const std::string& load_function,
                                  QuantityIndex quantity) {
    const double centre = median_of(values_of(study, quantity, used_rows(study, load_function)));
    const auto row_of_test = study.tests.row_of_test();
    const CurvePreview* nearest = nullptr;
    double least_distance = std::numeric_limits<double>::infinity();
    for (const CurvePreview& curve : study.curves) {
        if (!load_function.empty() && curve.load_function != load_function) continue;
        const auto row = row_of_test.find(curve.test_id);
        if (row == row_of_test.end() || !study.tests.is_used(row->second)) continue;
        const double distance = std::fabs(study.tests.value(quantity, row->second) - centre);
        if (nearest != nullptr && !(distance < least_distance)) continue;
        nearest = &curve;
        least_distance =
            std::isfinite(distance) ? distance : std::numeric_limits<double>::infinity();
    }
    return nearest;
}

Words test_words(const WrittenStudy& study, const Head& head, std::size_t row, int digits) {
    return Words().value(number_words(study.tests.value(head, row), digits),
                         fmt::format("tests.csv/{}/{}", row + 1, head.name()));
}

Words test_id_words(const WrittenStudy& study, std::size_t row) {
    return Words().value(study.tests.text_of(column::test_id, row),
                         fmt::format("tests.csv/{}/{}", row + 1, column::test_id.head));
}

std::size_t row_of(const WrittenStudy& study, const std::string& test_id) {
    std::size_t row = 0;
    while (row < study.tests.rows && study.tests.text_of(column::test_id, row) != test_id) ++row;
    return row;
}

Figure new_figure(const WrittenStudy& study, std::string id, std::string title) {
    Figure figure;
    figure.id = std::move(id);
    figure.title = std::move(title);
    figure.is_simulated = study.results.is_simulated().is_true();
    figure.panels.emplace_back();
    return figure;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

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
