// What speaks against a result: flags, sensitivity, space, order, uncertainty.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/nan.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_flags_in_caption = 8;
const std::string as_analysed = "as analysed";

/// In the order of the computation.
constexpr QuantityIndex budgeted[] = {"h_max_nm"_q,   "S_uN_per_nm"_q, "A_p_nm2"_q,
                                      "H_IT_GPa"_q,   "E_r_GPa"_q,     "E_IT_GPa"_q,
                                      "W_elast_pJ"_q, "W_plast_pJ"_q,  "creep_nm"_q};

double median_percent(const WrittenStudy& study, QuantityIndex quantity, const Head& uncertainty,
                      const std::vector<std::size_t>& rows) {
    const auto* values = study.tests.numbers_of(quantity);
    const auto* u = study.tests.numbers_of(uncertainty);
    if (values == nullptr || u == nullptr) return nan;
    std::vector<double> relative;
    for (const std::size_t row : rows)
        relative.push_back(100 * (*u)[row] / std::fabs((*values)[row]));
    return median_of(relative);
}

}  // namespace

Drawn draw_flags(const WrittenStudy& study) {
    std::map<std::string, std::size_t> tests_of;
    for (std::size_t row = 0; row < study.tests.rows; ++row)
        for (const std::string& code : study.tests.flags(row)) ++tests_of[code];
    if (tests_of.empty()) return {{}, Words("no test has a flag")};
    Figure figure = new_figure(study, "flags", "Tests with each flag");
    Panel& panel = figure.panels[0];
    panel.x_axis.column = "flag";
    panel.y_axis = {"Tests", "", "", "tests"};
    Mark mark;
    mark.kind = MarkKind::bars;
    mark.name = "tests";
    mark.style.colour = "#6E7781";
    mark.style.opacity = 0.7;
    for (const auto& [code, n] : tests_of) {
        mark.x.push_back(static_cast<double>(panel.x_axis.categories.size()));
        mark.y.push_back(static_cast<double>(n));
        panel.x_axis.categories.push_back(code);
    }
    panel.marks.push_back(mark);
    figure.height_mm = 52;
    figure.caption.add("How many tests have each flag. A flagged test is used all the same.");
    std::size_t named = 0;
    for (const auto& [code, n] : tests_of) {
        const CodePage* page = find_code(code);
        if (page == nullptr || ++named > most_flags_in_caption) continue;
        figure.caption.add(named == 1 ? " " : "; ").fixed(code).add(": ").add(page->title);
    }
    figure.caption.add(named == 0 ? "" : ".");
    if (named > most_flags_in_caption) figure.caption.add(" The table of flags names the others.");
    return {{figure}, {}};
}

Drawn draw_sensitivity(const WrittenStudy& study) {
    Figure figure = new_figure(study, "sensitivity", "Creep law under other choices");
    figure.panels.resize(3);
    constexpr Number (WrittenCreepLaw::*parameters[])()
        const = {&WrittenCreepLaw::a_nm_per_s, &WrittenCreepLaw::b_nm, &WrittenCreepLaw::c};
    const FigureAxis axes[] = {{"Linear", "a", "nm/s", "a_nm_per_s"},
                               {"Factor", "b", "nm", "b_nm"},
                               {"Exponent", "c", "", "c"}};
    std::vector<std::string> changes = {as_analysed};
    const auto group = longest_hold(study);
    const bool has_clusters = cluster_count(study) > 0;
    for (const WrittenCreepCurve curve : study.results.creep_curves()) {
        if (!group || curve.load_function().value() != group->name().value()) continue;
        if (has_clusters != curve.label().is_there()) continue;
        const LabelLook look = label_look(study, curve.label());
        for (std::size_t p = 0; p < 3; ++p) {
            Mark mark;
            mark.kind = MarkKind::points;
            mark.name = mark.legend = look.name;
            mark.style = look.style;
            mark.style.size_mm = 1.6;
            mark.x.push_back((curve.fit().*parameters[p])().value());
            mark.y.push_back(0);
            for (const WrittenCreepVariant variant : curve.sensitivity()) {
                const std::string change = variant.change().value();
                auto at = std::ranges::find(changes, change);
                if (at == changes.end()) at = changes.insert(changes.end(), change);
                mark.x.push_back((variant.*parameters[p])().value());
                mark.y.push_back(static_cast<double>(at - changes.begin()));
            }
            figure.panels[p].marks.push_back(std::move(mark));
        }
    }
    if (changes.size() == 1) return {{}, Words("there is no creep law to vary")};
    // The law as it was analysed stands at the top, and the others are read from there down.
    const auto last = static_cast<double>(changes.size() - 1);
    std::ranges::reverse(changes);
    for (std::size_t p = 0; p < 3; ++p) {
        Panel& panel = figure.panels[p];
        for (Mark& mark : panel.marks)
            for (double& place : mark.y) place = last - place;
        panel.column = p;
        panel.x_axis = axes[p];
        panel.y_axis.column = "change";
        panel.y_axis.categories = changes;
        if (p > 0) panel.y_axis.labels = AxisLabels::hidden;
    }
    figure.column_widths = {1, 1, 1};
    figure.width_mm = double_column_mm;
    figure.height_mm = 20 + 7.5 * (last + 1);
    figure.caption.add(
        "a, b and c of the law h = a t + b t^c of the mean hold curves as analysed, and when one "
        "choice of the analysis is changed at a time.");
    return {{figure}, {}};
}

Drawn draw_moran(const WrittenStudy& study) {
    Figure figure = new_figure(study, "moran", "Spatial correlation of each quantity");
    Panel& panel = figure.panels[0];
    std::vector<std::string> ids;
    const auto maps = study.results.space().maps();
    for (std::size_t m = 0; m < maps.size(); ++m) {
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = maps[m].load_function().value();
        mark.style = load_function_style(m);
        for (const WrittenMapQuantity quantity : maps[m].quantities()) {
            const std::string id = quantity.id().value();
            auto at = std::ranges::find(ids, id);
            if (at == ids.end()) at = ids.insert(ids.end(), id);
            const double shift =
                0.16 * (static_cast<double>(m) - 0.5 * static_cast<double>(maps.size() - 1));
            const double value = quantity.moran_i().value();
            const double sd = quantity.sd().value();
            mark.x.push_back(static_cast<double>(at - ids.begin()) + shift);
            mark.y.push_back(value);
            mark.low.push_back(value - 1.96 * sd);
            mark.high.push_back(value + 1.96 * sd);
        }
        if (!mark.x.empty()) panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty())
        return {{}, study.results.why_not(key::space, "the tests stand on no grid")};
    Mark zero;
    zero.name = "no correlation";
    zero.x = {-0.6, static_cast<double>(ids.size()) - 0.4};
    zero.y = {0, 0};
    zero.style.width_mm = 0.2;
    zero.style.dash = "0.6 0.6";
    panel.marks.push_back(zero);
    panel.x_axis.column = "quantity";
    for (const std::string& id : ids) {
        const FigureAxis axis = quantity_axis(Head::named(id));
        const std::string name = id == "creep_nm" ? "Creep" : axis.quantity;
        panel.x_axis.categories.push_back(name.empty() ? id : name);
    }
    panel.y_axis = {"Moran's", "I", "", "moran_i"};
    figure.height_mm = 70;
    figure.caption.add("Moran's I of neighbouring tests: ")
        .fixed("0")
        .add(" without spatial correlation (dashed), ")
        .fixed("1")
        .add(" where neighbours are equal. Whiskers: ")
        .fixed("1.96")
        .add(" standard deviations under chance.");
    return {{figure}, {}};
}

/// The correlation length with its interval, or why there is none.
Words reach_of_likeness(const WrittenVariogram& variogram) {
    constexpr int digits = 2;
    Words words;
    const auto ends = variogram.length_ci95();
    if (ends.size() < 2 || std::isnan(ends[0].value()) || std::isnan(ends[1].value()))
        return words.add(variogram.verdict().words());
    return words.add("correlation length ")
        .add(variogram.correlation_length_um().words(digits))
        .add(" µm (")
        .fixed("95 %")
        .add(": ")
        .add(ends[0].words(digits))
        .add(" to ")
        .add(ends[1].words(digits))
        .add(")");
}

Drawn draw_variogram(const WrittenStudy& study) {
    Figure figure = new_figure(study, "variogram", "Variogram of hardness");
    Panel& panel = figure.panels[0];
    std::string id;
    const auto maps = study.results.space().maps();
    for (std::size_t m = 0; m < maps.size(); ++m) {
        if (maps[m].quantities().is_empty()) continue;
        const WrittenMapQuantity first = maps[m].quantities()[0];
        if (id.empty()) id = first.id().value();
        if (first.id().value() != id) continue;
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = maps[m].load_function().value();
        mark.style = load_function_style(m);
        for (const WrittenVariogramClass distances : first.variogram().classes()) {
            mark.x.push_back(distances.distance_um().value());
            mark.y.push_back(distances.gamma().value());
        }
        if (mark.x.empty()) continue;
        figure.caption.add(figure.caption.is_empty() ? "" : " ")
            .add(maps[m].load_function().words())
            .add(": ")
            .add(reach_of_likeness(first.variogram()))
            .add(".");
        Mark line = mark;
        line.kind = MarkKind::line;
        line.legend = "";
        line.name = "line between the points of " + mark.name;
        line.style.width_mm = 0.2;
        panel.marks.push_back(std::move(line));
        panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty())
        return {{}, study.results.why_not(key::space, "the tests stand on no grid")};
    const FigureAxis quantity = quantity_axis(Head::named(id));
    panel.x_axis = {"Distance", "", "µm", "distance_um"};
    panel.y_axis = {"Semivariance", "γ", quantity.unit.empty() ? "" : quantity.unit + "²", "gamma"};
    panel.y_axis.low = 0;
    Words caption("Semivariance of " + lower_ascii(quantity.quantity) +
                  " against the distance of two tests. ");
    figure.caption = caption.add(figure.caption);
    return {{figure}, {}};
}

Drawn draw_order(const WrittenStudy& study) {
    const auto names = group_names(study);
    const auto rows = used_rows(study, "");
    constexpr QuantityIndex quantity = "H_IT_GPa"_q;
    if (study.tests.numbers_of(column::order) == nullptr ||
        study.tests.numbers_of(quantity) == nullptr)
        return {{}, Words("tests.csv has no order of measurement")};
    Figure figure = new_figure(study, "order", "Hardness in the order of measurement");
    Panel& panel = figure.panels[0];
    for (std::size_t g = 0; g < names.size(); ++g) {
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = names[g];
        mark.tests = used_rows(study, names[g]);
        mark.x = values_of(study, column::order, mark.tests);
        mark.y = values_of(study, quantity, mark.tests);
        if (std::isnan(median_of(mark.y))) continue;
        mark.style = load_function_style(g);
        mark.style.size_mm = 0.8;
        mark.style.opacity = 0.6;
        panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty()) return {{}, Words("no test has a hardness")};
    panel.x_axis = {"Order of measurement", "", "", "order"};
    panel.y_axis = quantity_axis(quantity);
    figure.caption.add("Hardness in the order of measurement");
    bool is_first = true;
    for (const WrittenTrend trend : study.results.order().series()) {
        if (trend.id().value() != quantity.info().id) continue;
        figure.caption.add(is_first ? ". Kendall's τ: " : "; ")
            .add(trend.load_function().words())
            .add(" ")
            .add(trend.tau_b().words(2))
            .add(" (p = ")
            .add(trend.p_holm().words(2))
            .add(" after Holm, n = ")
            .add(trend.n().count())
            .add(")");
        is_first = false;
    }
    figure.caption.add(".");
    return {{figure}, {}};
}

Drawn draw_uncertainty(const WrittenStudy& study) {
    Figure figure = new_figure(study, "uncertainty", "Uncertainty of one test");
    Panel& panel = figure.panels[0];
    Mark random, common;
    random.name = random.legend = "from test to test";
    common.name = common.legend = "common to all tests";
    random.style.colour = palette[4];
    common.style.colour = "#6E7781";
    for (Mark* mark : {&random, &common}) {
        mark->kind = MarkKind::bars;
        mark->bar_width = 0.36;
        mark->style.opacity = 0.7;
    }
    const auto rows = used_rows(study, "");
    for (const QuantityIndex quantity : budgeted) {
        const double u_random = median_percent(study, quantity, Head::u_random(quantity), rows);
        const double u_common = median_percent(study, quantity, Head::u_common(quantity), rows);
        if (!std::isfinite(u_random + u_common)) continue;
        const auto place = static_cast<double>(panel.x_axis.categories.size());
        random.x.push_back(place - 0.19);
        random.y.push_back(u_random);
        common.x.push_back(place + 0.19);
        common.y.push_back(u_common);
        panel.x_axis.categories.push_back(quantity_axis(quantity).quantity);
        if (quantity == "S_uN_per_nm"_q) panel.x_axis.categories.back() = "Stiffness";
        if (quantity == "A_p_nm2"_q) panel.x_axis.categories.back() = "Contact area";
    }
    if (random.x.empty()) return {{}, Words("tests.csv has no uncertainties")};
    panel.x_axis.column = "quantity";
    panel.y_axis = {"Relative uncertainty", "", "%", "u_percent"};
    panel.marks = {random, common};
    figure.width_mm = double_column_mm;
    figure.caption.add(
        "Standard uncertainty of one test relative to its value, median over the used tests: what "
        "differs from test to test, and what all tests have in common. Methods and inputs say what "
        "is in them.");
    return {{figure}, {}};
}

}  // namespace sneddon
