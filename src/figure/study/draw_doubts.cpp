// What speaks against a result: flags, sensitivity, space, order, uncertainty.
#include <fmt/core.h>

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
const std::string budgeted[] = {"h_max_nm", "S_uN_per_nm", "A_p_nm2",    "H_IT_GPa", "E_r_GPa",
                                "E_IT_GPa", "W_elast_pJ",  "W_plast_pJ", "creep_nm"};

double median_percent(const Findings& findings, const std::string& id, const std::string& part,
                      const std::vector<std::size_t>& rows) {
    const auto* values = findings.tests.number(id);
    const auto* u = findings.tests.number(id + part);
    if (values == nullptr || u == nullptr) return nan;
    std::vector<double> relative;
    for (const std::size_t row : rows)
        relative.push_back(100 * (*u)[row] / std::fabs((*values)[row]));
    return median_of(relative);
}

}  // namespace

Drawn draw_flags(const Findings& findings) {
    std::map<std::string, std::size_t> tests_of;
    for (std::size_t row = 0; row < findings.tests.rows; ++row) {
        std::string_view flags = findings.tests.text("flags", row);
        while (!flags.empty()) {
            const std::size_t end = std::min(flags.find(';'), flags.size());
            ++tests_of[std::string(flags.substr(0, end))];
            flags.remove_prefix(std::min(end + 1, flags.size()));
        }
    }
    if (tests_of.empty()) return {{}, Words("no test has a flag")};
    Figure figure = new_figure(findings, "flags", "Tests with each flag");
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

Drawn draw_sensitivity(const Findings& findings) {
    Figure figure = new_figure(findings, "sensitivity", "Creep law under other choices");
    figure.panels.resize(3);
    const char* keys[] = {"a_nm_per_s", "b_nm", "c"};
    const FigureAxis axes[] = {{"Linear", "a", "nm/s", "a_nm_per_s"},
                               {"Factor", "b", "nm", "b_nm"},
                               {"Exponent", "c", "", "c"}};
    std::vector<std::string> changes = {as_analysed};
    for (std::size_t i = 0; i < findings.size("/creep_curves"); ++i) {
        const std::string curve = fmt::format("/creep_curves/{}", i);
        const double label = findings.number(curve + "/label");
        const std::string name = findings.text(curve + "/load_function");
        const auto group = longest_hold(findings);
        const bool has_clusters = cluster_count(findings) > 0;
        if (!group || name != group_names(findings)[*group]) continue;
        if (has_clusters != std::isfinite(label)) continue;
        for (std::size_t p = 0; p < 3; ++p) {
            Mark mark;
            mark.kind = MarkKind::points;
            const auto cluster = static_cast<std::size_t>(label >= 0 ? label : 0);
            mark.name = mark.legend = has_clusters ? cluster_name(cluster) : "all tests";
            mark.style = has_clusters ? cluster_style(cluster) : load_function_style(0);
            mark.style.size_mm = 1.6;
            mark.x.push_back(findings.number(curve + "/fit/" + keys[p]));
            mark.y.push_back(0);
            for (std::size_t j = 0; j < findings.size(curve + "/sensitivity"); ++j) {
                const std::string change = fmt::format("{}/sensitivity/{}", curve, j);
                const std::string words = findings.text(change + "/change");
                auto at = std::ranges::find(changes, words);
                if (at == changes.end()) at = changes.insert(changes.end(), words);
                mark.x.push_back(findings.number(change + "/" + keys[p]));
                mark.y.push_back(static_cast<double>(at - changes.begin()));
            }
            figure.panels[p].marks.push_back(std::move(mark));
        }
    }
    if (changes.size() == 1)
        return {{}, findings.why_not("sensitivity", "there is no creep law to vary")};
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

Drawn draw_moran(const Findings& findings) {
    Figure figure = new_figure(findings, "moran", "Spatial correlation of each quantity");
    Panel& panel = figure.panels[0];
    std::vector<std::string> ids;
    for (std::size_t m = 0; m < findings.size("/space/maps"); ++m) {
        const std::string map = fmt::format("/space/maps/{}", m);
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = findings.text(map + "/load_function");
        mark.style = load_function_style(m);
        for (std::size_t i = 0; i < findings.size(map + "/quantities"); ++i) {
            const std::string place = fmt::format("{}/quantities/{}", map, i);
            const std::string id = findings.text(place + "/id");
            auto at = std::ranges::find(ids, id);
            if (at == ids.end()) at = ids.insert(ids.end(), id);
            const double shift =
                0.16 * (static_cast<double>(m) -
                        0.5 * static_cast<double>(findings.size("/space/maps") - 1));
            const double value = findings.number(place + "/moran_i");
            const double sd = findings.number(place + "/sd");
            mark.x.push_back(static_cast<double>(at - ids.begin()) + shift);
            mark.y.push_back(value);
            mark.low.push_back(value - 1.96 * sd);
            mark.high.push_back(value + 1.96 * sd);
        }
        if (!mark.x.empty()) panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty()) return {{}, findings.why_not("space", "the tests stand on no grid")};
    Mark zero;
    zero.name = "no correlation";
    zero.x = {-0.6, static_cast<double>(ids.size()) - 0.4};
    zero.y = {0, 0};
    zero.style.width_mm = 0.2;
    zero.style.dash = "0.6 0.6";
    panel.marks.push_back(zero);
    panel.x_axis.column = "quantity";
    for (const std::string& id : ids) {
        const FigureAxis axis = quantity_axis(id);
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

Drawn draw_variogram(const Findings& findings) {
    Figure figure = new_figure(findings, "variogram", "Variogram of hardness");
    Panel& panel = figure.panels[0];
    std::string id;
    for (std::size_t m = 0; m < findings.size("/space/maps"); ++m) {
        const std::string map = fmt::format("/space/maps/{}", m);
        if (findings.size(map + "/quantities") == 0) continue;
        const std::string place = map + "/quantities/0";
        if (id.empty()) id = findings.text(place + "/id");
        if (findings.text(place + "/id") != id) continue;
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = findings.text(map + "/load_function");
        mark.style = load_function_style(m);
        const std::string classes = place + "/variogram/classes";
        for (std::size_t i = 0; i < findings.size(classes); ++i) {
            mark.x.push_back(findings.number(fmt::format("{}/{}/distance_um", classes, i)));
            mark.y.push_back(findings.number(fmt::format("{}/{}/gamma", classes, i)));
        }
        if (mark.x.empty()) continue;
        figure.caption.add(figure.caption.is_empty() ? "" : " ")
            .value(mark.name, map + "/load_function")
            .add(": ")
            .value(findings.text(place + "/variogram/verdict"), place + "/variogram/verdict")
            .add(".");
        Mark line = mark;
        line.kind = MarkKind::line;
        line.legend = "";
        line.name = "line between the points of " + mark.name;
        line.style.width_mm = 0.2;
        panel.marks.push_back(std::move(line));
        panel.marks.push_back(std::move(mark));
    }
    if (panel.marks.empty()) return {{}, findings.why_not("space", "the tests stand on no grid")};
    const FigureAxis quantity = quantity_axis(id);
    panel.x_axis = {"Distance", "", "µm", "distance_um"};
    panel.y_axis = {"Semivariance", "γ", quantity.unit.empty() ? "" : quantity.unit + "²", "gamma"};
    panel.y_axis.low = 0;
    Words caption("Semivariance of " + lower_ascii(quantity.quantity) +
                  " against the distance of two tests. ");
    figure.caption = caption.add(figure.caption);
    return {{figure}, {}};
}

Drawn draw_order(const Findings& findings) {
    const auto names = group_names(findings);
    const auto rows = used_rows(findings, "");
    const std::string quantity = "H_IT_GPa";
    if (findings.tests.number("order") == nullptr || findings.tests.number(quantity) == nullptr)
        return {{}, Words("tests.csv has no order of measurement")};
    Figure figure = new_figure(findings, "order", "Hardness in the order of measurement");
    Panel& panel = figure.panels[0];
    for (std::size_t g = 0; g < names.size(); ++g) {
        Mark mark;
        mark.kind = MarkKind::points;
        mark.name = mark.legend = names[g];
        mark.tests = used_rows(findings, names[g]);
        mark.x = values_of(findings, "order", mark.tests);
        mark.y = values_of(findings, quantity, mark.tests);
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
    for (std::size_t i = 0; i < findings.size("/order/series"); ++i) {
        const std::string place = fmt::format("/order/series/{}", i);
        if (findings.text(place + "/id") != quantity) continue;
        figure.caption.add(is_first ? ". Kendall's τ: " : "; ")
            .value(findings.text(place + "/load_function"), place + "/load_function")
            .add(" ")
            .add(findings.words(place + "/tau_b", 2))
            .add(" (p = ")
            .add(findings.words(place + "/p_holm", 2))
            .add(" after Holm, n = ")
            .add(findings.count(place + "/n"))
            .add(")");
        is_first = false;
    }
    figure.caption.add(".");
    return {{figure}, {}};
}

Drawn draw_uncertainty(const Findings& findings) {
    Figure figure = new_figure(findings, "uncertainty", "Uncertainty of one test");
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
    const auto rows = used_rows(findings, "");
    for (const std::string& id : budgeted) {
        const double own = median_percent(findings, id, "_u_random", rows);
        const double shared = median_percent(findings, id, "_u_common", rows);
        if (!std::isfinite(own + shared)) continue;
        const auto place = static_cast<double>(panel.x_axis.categories.size());
        random.x.push_back(place - 0.19);
        random.y.push_back(own);
        common.x.push_back(place + 0.19);
        common.y.push_back(shared);
        panel.x_axis.categories.push_back(quantity_axis(id).quantity);
        if (id == "S_uN_per_nm") panel.x_axis.categories.back() = "Stiffness";
        if (id == "A_p_nm2") panel.x_axis.categories.back() = "Contact area";
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
