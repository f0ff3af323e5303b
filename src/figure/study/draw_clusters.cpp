// Figures of the mixture: criteria, clusters with their densities, shares.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/plot/axis_ticks.hpp"
#include "figure/study/cluster_marks.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/full_curves.hpp"
#include "figure/study/side_by_side.hpp"

namespace sneddon {
namespace {

const std::string no_clusters = "there are no clusters";

Mark criterion_mark(const List<WrittenCriteria>& mixtures,
                    Number (WrittenCriteria::*criterion)() const, const std::string& legend,
                    std::size_t place) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = mark.legend = legend;
    for (const WrittenCriteria mixture : mixtures) {
        mark.x.push_back(mixture.components().value());
        mark.y.push_back((mixture.*criterion)().value());
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

/// Two features span a plane; nullopt for any other number of them.
std::optional<ClusterFeatures> features_of(const WrittenStudy& study) {
    const auto ids = study.results.clusters().features().values();
    if (ids.size() != 2 || cluster_count(study) == 0) return std::nullopt;
    return ClusterFeatures{ids[0], ids[1]};
}

enum class Side { top, right };

void add_kde(const WrittenStudy& study, const std::string& quantity, Side side, Panel& panel) {
    for (const WrittenDensity estimate : study.results.clusters().densities()) {
        if (estimate.quantity().value() != quantity) continue;
        const double label = estimate.label().value();
        if (!(label >= 0)) continue;
        Mark mark;
        const auto cluster = static_cast<std::size_t>(label);
        mark.name = cluster_name(study, cluster) + ", density";
        mark.style = cluster_style(cluster);
        mark.style.width_mm = 0.35;
        // The share of the cluster times its density: the sides add up to the whole.
        const double share = study.results.clusters().items()[cluster].share().value();
        std::vector<double> values = estimate.x().values(), densities = estimate.density().values();
        for (double& density : densities) density *= std::isfinite(share) ? share : 1;
        mark.x = side == Side::top ? values : densities;
        mark.y = side == Side::top ? densities : values;
        panel.marks.push_back(std::move(mark));
    }
}

void add_side_panels(const WrittenStudy& study, const ClusterFeatures& features, Figure& figure) {
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
    add_kde(study, features.x, Side::top, top);
    right.row = right.column = 1;
    right.x_axis.column = "density_of_" + features.y;
    right.x_axis.labels = AxisLabels::hidden;
    right.x_axis.low = 0;
    right.y_axis = main.y_axis;
    right.y_axis.labels = AxisLabels::hidden;
    add_kde(study, features.y, Side::right, right);
    figure.panels.push_back(std::move(top));
    figure.panels.push_back(std::move(right));
}

Words sizes_sentence(const WrittenStudy& study) {
    Words words;
    for (const WrittenCluster cluster : study.results.clusters().items())
        words.add(words.is_empty() ? "" : ", ")
            .add(cluster_words(study, cluster.label()))
            .add(": ")
            .add(cluster.n().count());
    return words;
}

/// The same limits in every one of these panels: what moves is the tests.
void set_common_axes(const WrittenStudy& study, const ClusterFeatures& features, Panel& panel) {
    const auto set = [&](FigureAxis& axis, const std::string& id) {
        const Head feature = Head::named(id);
        axis = quantity_axis(feature);
        double low = 1e300, high = -1e300;
        for (const std::size_t row : used_rows(study, "")) {
            const double value = study.tests.value(feature, row);
            const bool is_clustered = std::isfinite(study.tests.value(column::cluster, row));
            if (!std::isfinite(value) || !is_clustered) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
        for (std::size_t i = 0; i < cluster_count(study); ++i) {
            const Mark ellipse =
                cluster_ellipse_mark(study, study.results.clusters().items()[i], features, i);
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

/// "cluster 0: n = 62, cluster 1: n = 18", of one load function.
Words label_sizes(const WrittenStudy& study, const std::string& load_function) {
    Words words;
    for (const WrittenShare share : study.results.clusters().shares()) {
        if (share.load_function().value() != load_function) continue;
        if (!words.is_empty()) words.add(", ");
        words.add(cluster_words(study, share.label())).add(": n = ").add(share.n().count());
    }
    return words;
}

/// Said first where one population is as good.
void add_headline(const WrittenStudy& study, Words& caption) {
    const Text headline = study.results.clusters().choice().headline();
    if (!headline.value().empty())
        caption.add("Before these are called groups: ").add(headline.words()).add(". ");
}

}  // namespace

Drawn draw_criteria(const WrittenStudy& study) {
    const WrittenClusters clusters = study.results.clusters();
    if (clusters.criteria().is_empty())
        return {{}, study.results.why_not(key::clusters, no_clusters)};
    Figure figure = new_figure(study, "criteria", "BIC and AIC against the number of clusters");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Number of clusters", "k", "", "components"};
    panel.x_axis.low = 0.5;
    panel.y_axis = {"Criterion", "", "", "criterion"};
    const auto converged = clusters.criteria(), early = clusters.criteria_scikit_learn();
    add_with_line(panel, criterion_mark(converged, &WrittenCriteria::bic, "BIC", 0));
    add_with_line(panel, criterion_mark(converged, &WrittenCriteria::aic, "AIC", 1));
    if (!early.is_empty()) {
        add_with_line(panel, criterion_mark(early, &WrittenCriteria::bic, "BIC, early stop", 2));
        add_with_line(panel, criterion_mark(early, &WrittenCriteria::aic, "AIC, early stop", 3));
    }
    figure.height_mm = 66;
    add_headline(study, figure.caption);
    figure.caption.add("Lower is better. Converged: BIC is lowest at k = ")
        .add(clusters.choice().bic().count())
        .add(", AIC at ")
        .add(clusters.choice().aic().count());
    if (!early.is_empty())
        figure.caption.add("; stopped early, as scikit-learn does: BIC at ")
            .add(clusters.choice().scikit_learn_bic().count())
            .add(", AIC at ")
            .add(clusters.choice().scikit_learn_aic().count());
    figure.caption.add(". Chosen: ")
        .add(clusters.chosen().count())
        .add(" (n = ")
        .add(clusters.n().count())
        .add(" tests).");
    return {{figure}, {}};
}

Drawn draw_clusters(const WrittenStudy& study) {
    const auto features = features_of(study);
    if (!features) return {{}, study.results.why_not(key::clusters, no_clusters)};
    const bool are_tables = study.results.has_tables();
    Figure figure =
        new_figure(study, "clusters",
                   are_tables ? "Clusters of the tests" : "Clusters of the tests with a hold");
    Panel& panel = figure.panels[0];
    set_common_axes(study, *features, panel);
    const auto rows = used_rows(study, "");
    for (std::size_t i = 0; i < cluster_count(study); ++i)
        panel.marks.push_back(cluster_tests_mark(study, *features, rows, i));
    for (std::size_t i = 0; i < cluster_count(study); ++i)
        panel.marks.push_back(
            cluster_ellipse_mark(study, study.results.clusters().items()[i], *features, i));
    add_side_panels(study, *features, figure);
    figure.height_mm = 82;
    add_headline(study, figure.caption);
    const bool is_one = cluster_count(study) == 1;
    figure.caption.add(study.results.clusters().n().count())
        .add(are_tables ? " tests in " : " tests of all holds in ")
        .add(study.results.clusters().chosen().count())
        .add(is_one ? " cluster of a Gaussian mixture (" : " clusters of a Gaussian mixture (")
        .add(sizes_sentence(study))
        .add(is_one       ? "). "
             : are_tables ? "); the first has the largest mean of the first feature. "
                          : "); the first has the largest mean creep. ")
        .add(
            "Ellipses: two standard deviations of each "
            "Gaussian. Sides: kernel densities, each times the share of its cluster.");
    return {{figure}, {}};
}

Drawn draw_shares(const WrittenStudy& study) {
    const auto shares = study.results.clusters().shares();
    if (shares.is_empty()) return {{}, study.results.why_not(key::clusters, no_clusters)};
    if (cluster_count(study) < 2) return {{}, Words("there is one cluster: all tests are in it")};
    Figure figure = new_figure(study, "shares", "Share of each cluster in each load function");
    Panel& panel = figure.panels[0];
    std::vector<std::string> names;
    std::vector<Mark> marks(cluster_count(study));
    for (const WrittenShare share : shares) {
        const std::string name = share.load_function().value();
        const double label = share.label().value();
        if (!(label >= 0) || label >= static_cast<double>(marks.size())) continue;
        auto at = std::ranges::find(names, name);
        if (at == names.end()) at = names.insert(names.end(), name);
        const double width = 0.8 / static_cast<double>(marks.size());
        Mark& mark = marks[static_cast<std::size_t>(label)];
        mark.bar_width = 0.92 * width;
        mark.x.push_back(static_cast<double>(at - names.begin()) + (label + 0.5) * width - 0.4);
        mark.y.push_back(100 * share.share().value());
        mark.low.push_back(100 * share.ci95()[0].value());
        mark.high.push_back(100 * share.ci95()[1].value());
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        marks[i].kind = MarkKind::bars;
        marks[i].name = marks[i].legend = cluster_name(study, i);
        marks[i].style = cluster_style(i);
        marks[i].style.opacity = 0.85 - 0.18 * static_cast<double>(i % 4);
        panel.marks.push_back(marks[i]);
    }
    panel.x_axis.column = "load_function";
    panel.x_axis.categories = names;
    panel.y_axis = {"Share of tests", "", "%", "share_percent"};
    figure.caption.add("Share of the clusters in each load function; whiskers: ")
        .fixed("95 %")
        .add(" interval by bootstrap over tests, with a mixture fitted to each. ");
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const WrittenShare share : shares) {
            if (share.load_function().value() != names[i]) continue;
            figure.caption.add(i == 0 ? "n = " : ", ")
                .add(share.n_load_function().count())
                .add(" (")
                .add(share.load_function().words())
                .add(")");
            break;
        }
    figure.caption.add(".");
    return {{figure}, {}};
}

Drawn draw_clusters_by_hold(const WrittenStudy& study) {
    const auto features = features_of(study);
    if (!features) return {{}, study.results.why_not(key::clusters, no_clusters)};
    const auto names = group_names(study);
    Figure figure = new_figure(study, "clusters-hold", "Clusters of the tests of each hold");
    figure.panels.clear();
    figure.caption.add("Clusters among the tests of ");
    for (std::size_t g = 0; g < names.size() && figure.panels.size() < most_load_functions; ++g) {
        const auto rows = used_rows(study, names[g]);
        Panel panel;
        panel.title = names[g];
        set_common_axes(study, *features, panel);
        std::size_t clustered = 0;
        for (std::size_t i = 0; i < cluster_count(study); ++i) {
            panel.marks.push_back(cluster_tests_mark(study, *features, rows, i));
            clustered += panel.marks.back().x.size();
        }
        if (clustered == 0) continue;
        figure.caption.add(figure.panels.empty() ? "" : "; ")
            .add(study.results.groups()[g].name().words())
            .add(": ")
            .add(label_sizes(study, names[g]));
        figure.panels.push_back(std::move(panel));
    }
    if (figure.panels.empty()) return {{}, Words(no_clusters)};
    if (figure.panels.size() == 1)
        return {{}, Words("one load function alone has clustered tests: see the clusters")};
    figure.caption.add(". Axes are the same in every panel.");
    constexpr double row_mm = 50;
    place_panels(figure, row_mm);
    return {{figure}, {}};
}

}  // namespace sneddon
