// Figures of the mixture: criteria, clusters with their densities, shares.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/plot/axis_ticks.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

constexpr double two_pi = 6.28318530717958647692;
const std::string no_clusters = "there are no clusters";

Mark criterion_mark(const Findings& findings, const std::string& list, const std::string& key,
                    const std::string& legend, std::size_t place) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = mark.legend = legend;
    for (std::size_t i = 0; i < findings.size(list); ++i) {
        mark.x.push_back(findings.number(fmt::format("{}/{}/components", list, i)));
        mark.y.push_back(findings.number(fmt::format("{}/{}/{}", list, i, key)));
    }
    mark.style = load_function_style(place);
    mark.style.size_mm = 1.6;
    return mark;
}

void add_with_line(Panel& panel, Mark mark) {
    Mark line = mark;
    line.kind = MarkKind::line;
    line.name = "line between " + mark.name;
    line.legend = "";
    line.style.width_mm = 0.25;
    panel.marks.push_back(std::move(line));
    panel.marks.push_back(std::move(mark));
}

struct Features {
    std::string x, y;
};

/// Two features span a plane; nullopt for any other number of them.
std::optional<Features> features_of(const Findings& findings) {
    if (findings.size("/clusters/features") != 2 || cluster_count(findings) == 0)
        return std::nullopt;
    return Features{findings.text("/clusters/features/0"), findings.text("/clusters/features/1")};
}

Mark tests_mark(const Findings& findings, const Features& features,
                const std::vector<std::size_t>& rows, std::size_t label) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = mark.legend = cluster_name(label);
    mark.tests = rows_of_label(findings, rows, label);
    mark.x = values_of(findings, features.x, mark.tests);
    mark.y = values_of(findings, features.y, mark.tests);
    mark.style = cluster_style(label);
    mark.style.size_mm = 1.0;
    mark.style.opacity = 0.75;
    return mark;
}

/// Two standard deviations of the fitted Gaussian.
Mark ellipse_mark(const Findings& findings, const Features& features, std::size_t label) {
    const std::string item = fmt::format("/clusters/items/{}", label);
    const double a = 2 * findings.number(item + "/ellipse/semi_major");
    const double b = 2 * findings.number(item + "/ellipse/semi_minor");
    const double angle = findings.number(item + "/ellipse/angle_deg") * two_pi / 360;
    const double x = findings.number(item + "/mean/" + features.x);
    const double y = findings.number(item + "/mean/" + features.y);
    Mark mark;
    mark.name = cluster_name(label) + ", two standard deviations";
    mark.style = cluster_style(label);
    mark.style.width_mm = 0.3;
    if (!std::isfinite(a * b * angle)) return mark;
    for (int i = 0; i <= 72; ++i) {
        const double u = a * std::cos(two_pi * i / 72), v = b * std::sin(two_pi * i / 72);
        mark.x.push_back(x + u * std::cos(angle) - v * std::sin(angle));
        mark.y.push_back(y + u * std::sin(angle) + v * std::cos(angle));
    }
    return mark;
}

enum class Side { top, right };

void add_kde(const Findings& findings, const std::string& quantity, Side side, Panel& panel) {
    for (std::size_t i = 0; i < findings.size("/clusters/kde"); ++i) {
        const std::string place = fmt::format("/clusters/kde/{}", i);
        if (findings.text(place + "/quantity") != quantity) continue;
        const double label = findings.number(place + "/label");
        if (!(label >= 0)) continue;
        Mark mark;
        const auto cluster = static_cast<std::size_t>(label);
        mark.name = cluster_name(cluster) + ", density";
        mark.style = cluster_style(cluster);
        mark.style.width_mm = 0.35;
        // The share of the cluster times its density: the sides add up to the whole.
        const double share = findings.number(fmt::format("/clusters/items/{}/share", cluster));
        for (std::size_t j = 0; j < findings.size(place + "/x"); ++j) {
            const double x = findings.number(fmt::format("{}/x/{}", place, j));
            const double density = findings.number(fmt::format("{}/density/{}", place, j)) *
                                   (std::isfinite(share) ? share : 1);
            mark.x.push_back(side == Side::top ? x : density);
            mark.y.push_back(side == Side::top ? density : x);
        }
        panel.marks.push_back(std::move(mark));
    }
}

void add_side_panels(const Findings& findings, const Features& features, Figure& figure) {
    figure.row_heights = {0.24, 1};
    figure.column_widths = {1, 0.22};
    Panel& main = figure.panels[0];
    main.row = 1;
    Panel top, right;
    top.x_axis = main.x_axis;
    top.x_axis.labels = AxisLabels::hidden;
    top.y_axis.column = "density_of_" + features.x;
    top.y_axis.labels = AxisLabels::hidden;
    top.y_axis.low = 0;
    add_kde(findings, features.x, Side::top, top);
    right.row = right.column = 1;
    right.x_axis.column = "density_of_" + features.y;
    right.x_axis.labels = AxisLabels::hidden;
    right.x_axis.low = 0;
    right.y_axis = main.y_axis;
    right.y_axis.labels = AxisLabels::hidden;
    add_kde(findings, features.y, Side::right, right);
    figure.panels.push_back(std::move(top));
    figure.panels.push_back(std::move(right));
}

Words sizes_sentence(const Findings& findings) {
    Words words;
    for (std::size_t i = 0; i < cluster_count(findings); ++i)
        words.add(i == 0 ? "cluster " : ", cluster ")
            .add(findings.count(fmt::format("/clusters/items/{}/label", i)))
            .add(": ")
            .add(findings.count(fmt::format("/clusters/items/{}/n", i)));
    return words;
}

/// "clusters-hold-60"; load functions of one hold time get their place as well.
std::string hold_id(const Findings& findings, std::size_t group, const Drawn& drawn) {
    const double hold_s = group_hold_s(findings, group);
    const std::string id = std::isfinite(hold_s)
                               ? fmt::format("clusters-hold-{:.0f}", hold_s)
                               : fmt::format("clusters-load-function-{}", group + 1);
    const bool is_taken = std::ranges::find(drawn.figures, id, &Figure::id) != drawn.figures.end();
    return is_taken ? fmt::format("{}-{}", id, group + 1) : id;
}

/// The same limits in every one of these figures: what moves is the tests.
void set_common_axes(const Findings& findings, const Features& features, Panel& panel) {
    const auto set = [&](FigureAxis& axis, const std::string& id) {
        axis = quantity_axis(id);
        double low = 1e300, high = -1e300;
        for (const std::size_t row : used_rows(findings, "")) {
            const double value = findings.value(id, row);
            if (!std::isfinite(value) || !std::isfinite(findings.value("cluster", row))) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
        for (std::size_t i = 0; i < cluster_count(findings); ++i) {
            const Mark ellipse = ellipse_mark(findings, features, i);
            for (const double value : id == features.x ? ellipse.x : ellipse.y) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
        const AxisRange range = axis_range(low, high);
        axis.low = range.low;
        axis.high = range.high;
    };
    set(panel.x_axis, features.x);
    set(panel.y_axis, features.y);
}

/// "cluster 0: 62, cluster 1: 18", of one load function.
Words label_sizes(const Findings& findings, const std::string& load_function) {
    Words words;
    for (std::size_t i = 0; i < findings.size("/clusters/shares"); ++i) {
        const std::string place = fmt::format("/clusters/shares/{}", i);
        if (findings.text(place + "/load_function") != load_function) continue;
        if (!words.is_empty()) words.add(", ");
        words.add("cluster ")
            .add(findings.count(place + "/label"))
            .add(": n = ")
            .add(findings.count(place + "/n"));
    }
    return words;
}

}  // namespace

Drawn draw_criteria(const Findings& findings) {
    if (findings.size("/clusters/criteria") == 0)
        return {{}, findings.why_not("clusters", no_clusters)};
    Figure figure = new_figure(findings, "criteria", "BIC and AIC against the number of clusters");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Number of clusters", "k", "", "components"};
    panel.x_axis.low = 0.5;
    panel.y_axis = {"Criterion", "", "", "criterion"};
    const std::string own = "/clusters/criteria", theirs = "/clusters/criteria_scikit_learn";
    add_with_line(panel, criterion_mark(findings, own, "bic", "BIC", 0));
    add_with_line(panel, criterion_mark(findings, own, "aic", "AIC", 1));
    if (findings.size(theirs) > 0) {
        add_with_line(panel, criterion_mark(findings, theirs, "bic", "BIC, early stop", 2));
        add_with_line(panel, criterion_mark(findings, theirs, "aic", "AIC, early stop", 3));
    }
    figure.height_mm = 66;
    figure.caption.add("Lower is better. Converged: BIC is lowest at k = ")
        .add(findings.count("/clusters/choice/bic"))
        .add(", AIC at ")
        .add(findings.count("/clusters/choice/aic"));
    if (findings.size(theirs) > 0)
        figure.caption.add("; stopped early, as scikit-learn does: BIC at ")
            .add(findings.count("/clusters/choice/scikit_learn_bic"))
            .add(", AIC at ")
            .add(findings.count("/clusters/choice/scikit_learn_aic"));
    figure.caption.add(". Chosen: ")
        .add(findings.count("/clusters/chosen"))
        .add(" (n = ")
        .add(findings.count("/clusters/n"))
        .add(" tests).");
    return {{figure}, {}};
}

Drawn draw_clusters(const Findings& findings) {
    const auto features = features_of(findings);
    if (!features) return {{}, findings.why_not("clusters", no_clusters)};
    Figure figure = new_figure(findings, "clusters", "Clusters of the tests with a hold");
    Panel& panel = figure.panels[0];
    set_common_axes(findings, *features, panel);
    const auto rows = used_rows(findings, "");
    for (std::size_t i = 0; i < cluster_count(findings); ++i)
        panel.marks.push_back(tests_mark(findings, *features, rows, i));
    for (std::size_t i = 0; i < cluster_count(findings); ++i)
        panel.marks.push_back(ellipse_mark(findings, *features, i));
    add_side_panels(findings, *features, figure);
    figure.height_mm = 82;
    figure.caption.add(findings.count("/clusters/n"))
        .add(" tests of all holds in ")
        .add(findings.count("/clusters/chosen"))
        .add(" clusters of a Gaussian mixture (")
        .add(sizes_sentence(findings))
        .add(
            "); the first has the largest mean creep. Ellipses: two standard deviations of each "
            "Gaussian. Sides: kernel densities, each times the share of its cluster.");
    return {{figure}, {}};
}

Drawn draw_shares(const Findings& findings) {
    if (findings.size("/clusters/shares") == 0)
        return {{}, findings.why_not("clusters", no_clusters)};
    Figure figure = new_figure(findings, "shares", "Share of each cluster in each load function");
    Panel& panel = figure.panels[0];
    std::vector<std::string> names;
    std::vector<Mark> marks(cluster_count(findings));
    for (std::size_t i = 0; i < findings.size("/clusters/shares"); ++i) {
        const std::string place = fmt::format("/clusters/shares/{}", i);
        const std::string name = findings.text(place + "/load_function");
        const double label = findings.number(place + "/label");
        if (!(label >= 0) || label >= static_cast<double>(marks.size())) continue;
        auto at = std::ranges::find(names, name);
        if (at == names.end()) at = names.insert(names.end(), name);
        const double width = 0.8 / static_cast<double>(marks.size());
        Mark& mark = marks[static_cast<std::size_t>(label)];
        mark.bar_width = 0.92 * width;
        mark.x.push_back(static_cast<double>(at - names.begin()) + (label + 0.5) * width - 0.4);
        mark.y.push_back(100 * findings.number(place + "/share"));
        mark.low.push_back(100 * findings.number(place + "/ci95/0"));
        mark.high.push_back(100 * findings.number(place + "/ci95/1"));
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        marks[i].kind = MarkKind::bars;
        marks[i].name = marks[i].legend = cluster_name(i);
        marks[i].style = cluster_style(i);
        marks[i].style.opacity = 0.85 - 0.18 * static_cast<double>(i % 4);
        panel.marks.push_back(marks[i]);
    }
    panel.x_axis.column = "load_function";
    panel.x_axis.categories = names;
    panel.y_axis = {"Share of tests", "", "%", "share_percent"};
    figure.caption.add("Share of the clusters in each load function; whiskers: ")
        .fixed("95 %")
        .add(" interval by bootstrap over tests, with the uncertainty of the assignment in it. ");
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = 0; j < findings.size("/clusters/shares"); ++j) {
            const std::string place = fmt::format("/clusters/shares/{}", j);
            if (findings.text(place + "/load_function") != names[i]) continue;
            figure.caption.add(i == 0 ? "n = " : ", ")
                .add(findings.count(place + "/n_load_function"))
                .add(" (")
                .value(names[i], place + "/load_function")
                .add(")");
            break;
        }
    figure.caption.add(".");
    return {{figure}, {}};
}

Drawn draw_clusters_by_hold(const Findings& findings) {
    const auto features = features_of(findings);
    if (!features) return {{}, findings.why_not("clusters", no_clusters)};
    const auto names = group_names(findings);
    Drawn drawn;
    for (std::size_t g = 0; g < names.size(); ++g) {
        const auto rows = used_rows(findings, names[g]);
        Figure figure = new_figure(findings, hold_id(findings, g, drawn),
                                   "Clusters of the tests of " + names[g]);
        Panel& panel = figure.panels[0];
        set_common_axes(findings, *features, panel);
        std::size_t clustered = 0;
        for (std::size_t i = 0; i < cluster_count(findings); ++i) {
            panel.marks.push_back(tests_mark(findings, *features, rows, i));
            clustered += panel.marks.back().x.size();
        }
        if (clustered == 0) continue;
        figure.caption.add("Clusters among the tests of ")
            .value(names[g], fmt::format("/groups/{}/name", g))
            .add(": ")
            .add(label_sizes(findings, names[g]))
            .add(". Axes as in the figure of all holds.");
        drawn.figures.push_back(std::move(figure));
    }
    if (drawn.figures.empty()) drawn.reason = Words(no_clusters);
    return drawn;
}

}  // namespace sneddon
