// What speaks against a result: flags, sensitivity, space, order, uncertainty.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "figure_makers.hpp"
#include "figure_parts.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::string why_not(const Findings& findings, const std::string& section,
                    const std::string& otherwise) {
    const std::string reason = findings.text("/not_computed/" + section);
    return reason.empty() ? otherwise : reason;
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
    if (tests_of.empty()) return {{}, "no test has a flag"};
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
    figure.caption.add(
        "How many tests have each flag; the table of flags says what each means. A "
        "flagged test is used all the same.");
    return {{figure}, ""};
}

Drawn draw_sensitivity(const Findings& findings) {
    Figure figure = new_figure(findings, "sensitivity", "Creep law under other choices");
    figure.panels.resize(3);
    const char* keys[] = {"a_nm_per_s", "b_nm", "c"};
    const FigureAxis axes[] = {{"Linear", "a", "nm/s", "a_nm_per_s"},
                               {"Factor", "b", "nm", "b_nm"},
                               {"Exponent", "c", "", "c"}};
    std::vector<std::string> changes;
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
            for (std::size_t j = 0; j < findings.size(curve + "/sensitivity"); ++j) {
                const std::string change = fmt::format("{}/sensitivity/{}", curve, j);
                const std::string words = findings.text(change + "/change");
                auto at = std::ranges::find(changes, words);
                if (at == changes.end()) at = changes.insert(changes.end(), words);
                mark.x.push_back(static_cast<double>(at - changes.begin()));
                mark.y.push_back(findings.number(change + "/" + keys[p]));
            }
            if (!mark.x.empty()) figure.panels[p].marks.push_back(std::move(mark));
        }
    }
    if (changes.empty())
        return {{}, why_not(findings, "sensitivity", "there is no creep law to vary")};
    for (std::size_t p = 0; p < 3; ++p) {
        Panel& panel = figure.panels[p];
        panel.row = p;
        panel.y_axis = axes[p];
        panel.x_axis.column = "change";
        panel.x_axis.categories = changes;
        if (p < 2) panel.x_axis.labels = AxisLabels::hidden;
    }
    figure.row_heights = {1, 1, 1};
    figure.height_mm = 110;
    figure.caption.add(
        "a, b and c of the law h = a t + b t^c of the mean hold curves when one choice "
        "of the analysis is changed at a time.");
    return {{figure}, ""};
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
    if (panel.marks.empty()) return {{}, why_not(findings, "space", "the tests stand on no grid")};
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
        panel.x_axis.categories.push_back(axis.quantity.empty() ? id : axis.quantity);
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
    return {{figure}, ""};
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
    if (panel.marks.empty()) return {{}, why_not(findings, "space", "the tests stand on no grid")};
    const FigureAxis quantity = quantity_axis(id);
    panel.x_axis = {"Distance", "", "µm", "distance_um"};
    panel.y_axis = {"Semivariance of " + lower_ascii(quantity.quantity), "",
                    quantity.unit.empty() ? "" : quantity.unit + "²", "gamma"};
    panel.y_axis.low = 0;
    return {{figure}, ""};
}

Drawn draw_order(const Findings& findings) {
    const auto names = group_names(findings);
    const auto rows = used_rows(findings, "");
    const std::string quantity = "H_IT_GPa";
    if (findings.tests.number("order") == nullptr || findings.tests.number(quantity) == nullptr)
        return {{}, "tests.csv has no order of measurement"};
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
    if (panel.marks.empty()) return {{}, "no test has a hardness"};
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
    return {{figure}, ""};
}

Drawn draw_uncertainty(const Findings& findings) {
    Figure figure = new_figure(findings, "uncertainty", "Uncertainty of one test");
    Panel& panel = figure.panels[0];
    Mark mark;
    mark.kind = MarkKind::bars;
    mark.name = "median relative uncertainty";
    mark.style.colour = "#6E7781";
    mark.style.opacity = 0.7;
    for (const std::string& head : findings.tests.heads) {
        if (!head.starts_with("u_") || !find_quantity(head.substr(2))) continue;
        std::vector<double> relative;
        for (const std::size_t row : used_rows(findings, ""))
            relative.push_back(100 * findings.value(head, row) /
                               std::fabs(findings.value(head.substr(2), row)));
        const double median = median_of(relative);
        if (!std::isfinite(median)) continue;
        mark.x.push_back(static_cast<double>(panel.x_axis.categories.size()));
        mark.y.push_back(median);
        panel.x_axis.categories.push_back(head.substr(2));
    }
    if (mark.x.empty()) return {{}, "tests.csv has no uncertainties"};
    panel.x_axis.column = "quantity";
    panel.y_axis = {"Median relative uncertainty", "", "%", "u_percent"};
    panel.marks.push_back(mark);
    figure.height_mm = 62;
    figure.caption.add(
        "Standard uncertainty of one test relative to its value, median over the used "
        "tests.");
    return {{figure}, ""};
}

}  // namespace sneddon
