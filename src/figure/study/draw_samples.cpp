// Figures with samples side by side: values, clusters, shares.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "figure/study/cluster_marks.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/side_by_side.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_panels = 12;  // more cannot be told apart on a page

/// Load functions without the names of samples, each once.
std::vector<std::string> load_functions(const WrittenStudy& study) {
    std::vector<std::string> names;
    for (const WrittenGroup group : study.results.groups()) {
        const std::string name = group.load_function().value();
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    std::ranges::sort(names, natural_less);
    return names;
}

/// Samples stand side by side within a load function.
struct Places {
    std::vector<std::string> load_functions;
    std::size_t samples;
    double width() const { return 0.8 / static_cast<double>(samples); }
    double of(const std::string& load_function, std::size_t sample) const {
        const auto at = std::ranges::find(load_functions, load_function) - load_functions.begin();
        return static_cast<double>(at) + (static_cast<double>(sample) + 0.5) * width() - 0.4;
    }
};

Mark strip_of_sample(const WrittenStudy& study, QuantityIndex quantity, const Places& places,
                     std::size_t sample, const std::string& name) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = name + ", tests";
    mark.style.size_mm = 0.5;
    mark.style.opacity = 0.4;
    mark.style.colour = "#6E7781";
    for (const WrittenGroup group : study.results.groups()) {
        if (group.sample().value() != name) continue;
        const double place = places.of(group.load_function().value(), sample);
        double part = 0;
        for (const std::size_t row : used_rows(study, group.name().value())) {
            // The golden section: no two of few are at one place, and every run has the same.
            part = std::fmod(part + 0.6180339887498949, 1.0);
            mark.x.push_back(place + 0.3 * places.width() * (2 * part - 1));
            mark.y.push_back(study.tests.value(quantity, row));
            mark.tests.push_back(row);
        }
    }
    return mark;
}

Mark means_of_sample(const WrittenStudy& study, QuantityIndex quantity, const Places& places,
                     std::size_t sample, const std::string& name) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = name + ", mean, whiskers: standard deviation of one test";
    mark.legend = name;
    for (const WrittenGroup group : study.results.groups()) {
        if (group.sample().value() != name) continue;
        const WrittenSummary summary = group.of_quantity(quantity);
        const double mean = summary.mean().value(), sd = summary.sd().value();
        mark.x.push_back(places.of(group.load_function().value(), sample));
        mark.y.push_back(mean);
        mark.low.push_back(mean - sd);
        mark.high.push_back(mean + sd);
    }
    mark.style = load_function_style(sample);
    mark.style.size_mm = 1.9;
    return mark;
}

bool has_means(const WrittenStudy& study, QuantityIndex quantity) {
    for (const WrittenGroup group : study.results.groups())
        if (std::isfinite(group.of_quantity(quantity).mean().value())) return true;
    return false;
}

Panel values_panel(const WrittenStudy& study, QuantityIndex quantity, const Places& places,
                   const std::vector<std::string>& samples) {
    Panel panel;
    panel.x_axis.column = "load_function";
    panel.x_axis.categories = places.load_functions;
    panel.y_axis = quantity_axis(quantity);
    std::vector<Mark> means;
    std::size_t dots = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Mark strip = strip_of_sample(study, quantity, places, i, samples[i]);
        dots += strip.x.size();
        panel.marks.push_back(std::move(strip));
        means.push_back(means_of_sample(study, quantity, places, i, samples[i]));
    }
    if (dots > most_marks) panel.marks.clear();
    std::ranges::move(means, std::back_inserter(panel.marks));
    return panel;
}

/// "as cast, hold 60 s: 4.89 ± 0.38 GPa (n = 300)".
Words values_in_words(const WrittenStudy& study, QuantityIndex quantity) {
    Words words;
    const auto groups = study.results.groups();
    for (std::size_t i = 0; i < std::min<std::size_t>(groups.size(), most_panels); ++i) {
        const WrittenSummary summary = groups[i].of_quantity(quantity);
        const Words value = summary.mean_sd();
        if (value.is_empty()) continue;
        words.add(words.is_empty() ? "" : "; ").add(groups[i].name().words()).add(": ").add(value);
        words.add(" ").add(quantity.info().unit).add(" (n = ").add(summary.n().count()).add(")");
    }
    return words;
}

/// The clusters that the labels of a sample's tests are of.
WrittenClusters clusters_of(const WrittenStudy& study, const std::string& sample) {
    if (!study.results.clusters().items().is_empty()) return study.results.clusters();
    for (const WrittenOwnClusters alone : study.results.sample_clusters().clusters_alone())
        if (alone.sample().value() == sample) return alone.clusters();
    return {};
}

std::vector<std::size_t> rows_of_sample(const WrittenStudy& study, const std::string& sample) {
    std::vector<std::size_t> rows = used_rows(study, "");
    std::erase_if(
        rows, [&](std::size_t row) { return study.tests.text_of(column::sample, row) != sample; });
    return rows;
}

}  // namespace

Drawn draw_samples(const WrittenStudy& study) {
    const std::vector<std::string> samples = sample_names(study);
    if (samples.empty()) return {};
    const Places places{load_functions(study), samples.size()};
    Figure figure = new_figure(study, "samples", "Samples side by side at each load function");
    figure.panels.clear();
    Words values;
    for (const QuantityIndex quantity : {"H_IT_GPa"_q, "E_r_GPa"_q, "creep_nm"_q}) {
        if (!has_means(study, quantity)) continue;
        if (values.is_empty()) values = values_in_words(study, quantity);
        figure.panels.push_back(values_panel(study, quantity, places, samples));
    }
    if (figure.panels.empty()) return {{}, Words("no group has a hardness, a modulus or a creep")};
    figure.row_heights.assign(figure.panels.size(), 1);
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        figure.panels[i].row = i;
        if (i + 1 < figure.panels.size()) figure.panels[i].x_axis.labels = AxisLabels::hidden;
        for (Mark& mark : figure.panels[i].marks)
            if (i > 0) mark.legend.clear();
    }
    figure.width_mm =
        places.load_functions.size() * samples.size() > 6 ? double_column_mm : single_column_mm;
    figure.height_mm = 46 * static_cast<double>(figure.panels.size()) + 10;
    figure.caption
        .add(
            "Samples side by side at each load function: mean and standard deviation of one test "
            "(whiskers), single tests as dots. ")
        .add(figure.panels.front().y_axis.quantity + ": ")
        .add(values)
        .add(".");
    return {{figure}, {}};
}

Drawn draw_clusters_of_samples(const WrittenStudy& study) {
    const std::vector<std::string> samples = sample_names(study);
    if (samples.empty()) return {};
    Figure figure = new_figure(study, "clusters-samples", "Clusters in each sample");
    figure.panels.clear();
    std::optional<ClusterFeatures> features;
    for (const std::string& sample : samples) {
        const WrittenClusters clusters = clusters_of(study, sample);
        const auto ids = clusters.features().values();
        if (ids.size() != 2 || figure.panels.size() == most_panels) continue;
        features = ClusterFeatures{ids[0], ids[1]};
        Panel panel;
        panel.title = sample;
        const auto rows = rows_of_sample(study, sample);
        const std::size_t k = clusters.items().size();
        for (std::size_t i = 0; i < k; ++i)
            panel.marks.push_back(cluster_tests_mark(study, *features, rows, i));
        for (std::size_t i = 0; i < k; ++i)
            panel.marks.push_back(cluster_ellipse_mark(study, clusters.items()[i], *features, i));
        figure.panels.push_back(std::move(panel));
    }
    if (!features) return {{}, study.results.why_not(key::clusters, "there are no clusters")};
    for (Panel& panel : figure.panels) {
        panel.x_axis = quantity_axis(Head::named(features->x));
        panel.y_axis = quantity_axis(Head::named(features->y));
    }
    set_equal_axes(figure);
    place_panels(figure, 54);
    figure.caption.add(study.results.sample_clusters().text().words())
        .add(" Ellipses: two standard deviations of each Gaussian; axes are the same for all.");
    return {{figure}, {}};
}

Drawn draw_sample_shares(const WrittenStudy& study) {
    const std::vector<std::string> samples = sample_names(study);
    const auto shares = study.results.sample_clusters().shares();
    if (samples.empty() || shares.is_empty()) return {};
    Figure figure = new_figure(study, "shares-samples", "Share of each cluster in each sample");
    figure.panels.clear();
    const std::size_t k = cluster_count(study);
    const double width = 0.8 / static_cast<double>(std::max<std::size_t>(k, 1));
    std::vector<std::string> names;
    for (const WrittenSampleShare share : shares) {
        const std::string name = share.load_function().value();
        const double label = share.label().value();
        const auto sample = std::ranges::find(samples, share.sample().value());
        if (!(label >= 0) || label >= static_cast<double>(k) || sample == samples.end()) continue;
        auto at = std::ranges::find(names, name);
        if (at == names.end()) {
            if (names.size() == most_panels) continue;
            at = names.insert(names.end(), name);
            Panel& panel = figure.panels.emplace_back();
            panel.title = name.empty() ? "all" : name;
            panel.x_axis.column = "sample";
            panel.x_axis.categories = samples;
            panel.y_axis = {"Share of tests", "", "%", "share_percent"};
            panel.y_axis.low = 0;
            panel.y_axis.high = 100;
            for (std::size_t i = 0; i < k; ++i) {
                Mark& mark = panel.marks.emplace_back();
                mark.kind = MarkKind::bars;
                mark.name = mark.legend = cluster_name(study, i);
                mark.style = cluster_style(i);
                mark.style.opacity = 0.85 - 0.18 * static_cast<double>(i % 4);
                mark.bar_width = 0.92 * width;
            }
        }
        Mark& mark = figure.panels[static_cast<std::size_t>(at - names.begin())]
                         .marks[static_cast<std::size_t>(label)];
        mark.x.push_back(static_cast<double>(sample - samples.begin()) + (label + 0.5) * width -
                         0.4);
        mark.y.push_back(100 * share.share().value());
        mark.low.push_back(100 * share.ci95()[0].value());
        mark.high.push_back(100 * share.ci95()[1].value());
    }
    if (figure.panels.empty()) return {};
    place_panels(figure, 46);
    figure.caption
        .add(
            "Share of the common clusters among the tests of each sample, by the most probable "
            "label; whiskers: ")
        .fixed("95 %")
        .add(" interval over resampled tests with a mixture fitted to each resample.");
    const auto tests = study.results.sample_clusters().share_tests();
    if (!tests.is_empty())
        figure.caption.add(" Samples in random order within load functions: p = ")
            .add(tests[0].p().words(2))
            .add(" for all together.");
    return {{figure}, {}};
}

}  // namespace sneddon
