// The share of tests above a plastic work, cluster by cluster, with two models beside it.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/side_by_side.hpp"
#include "results/written/law_words.hpp"

namespace sneddon {
namespace {

struct Model {
    std::string id, words, dash;
    double (*share_above)(double x, double first, double second);
    std::string first, second;  ///< names of the parameters, as parameter_names() has them
};

double normal_above(double x, double mu, double sigma) {
    return 0.5 * std::erfc((x - mu) / (sigma * std::sqrt(2.0)));
}

double weibull_above(double x, double k, double lambda) {
    return x <= 0 ? 1 : std::exp(-std::pow(x / lambda, k));
}

const std::array<Model, 2> drawn_models = {{
    {"normal", "normal", "1.2 0.7", normal_above, "mu", "sigma"},
    {"weibull2", "Weibull", "", weibull_above, "k", "lambda"},
}};

/// More clusters than this have their parameters in the caption's table alone: no room in a key.
constexpr std::size_t most_with_parameters = 4;

std::optional<WrittenModel> fitted(const WrittenDistribution& distribution, const Model& model) {
    for (const WrittenModel fit : distribution.models())
        if (fit.model().value() == model.id) return fit;
    return std::nullopt;
}

/// The share of the tests above the value of each.
Mark steps_mark(const WrittenStudy& study, const WrittenDistribution& distribution) {
    Mark mark;
    mark.kind = MarkKind::points;
    auto rows = used_rows(study, distribution.load_function().value());
    const double label = distribution.label().value();
    if (label >= 0) rows = rows_of_label(study, rows, static_cast<std::size_t>(label));
    const Head quantity = Head::named(distribution.quantity().value());
    const auto value = [&](std::size_t row) { return study.tests.value(quantity, row); };
    std::erase_if(rows, [&](std::size_t row) { return !std::isfinite(value(row)); });
    std::ranges::stable_sort(rows, {}, value);
    const std::size_t all = rows.size();
    // Of a large table every so many: a stair of 1,000 steps is a line to the eye.
    constexpr std::size_t most_steps = 1000;
    const std::size_t every = study.results.has_tables() ? (all + most_steps - 1) / most_steps : 1;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < all; i += std::max<std::size_t>(every, 1)) {
        shown.push_back(rows[i]);
        mark.y.push_back(1 - (static_cast<double>(i) + 0.5) / static_cast<double>(all));
    }
    mark.tests = shown;
    mark.x = values_of(study, quantity, shown);
    return mark;
}

/// Plastic work; of a table without works the first quantity that was fitted.
std::string drawn_quantity(const WrittenStudy& study) {
    std::string work(("W_plast_pJ"_q).info().id), first;
    for (const WrittenDistribution distribution : study.results.distributions()) {
        if (distribution.quantity().value() == work) return work;
        if (first.empty()) first = distribution.quantity().value();
    }
    return first.empty() || !study.results.has_tables() ? work : first;
}

/// Down to the lower end of the axis.
Mark model_mark(const std::optional<WrittenModel>& fit, const Model& model, const Mark& points,
                double lowest) {
    Mark mark;
    mark.name = points.name + ", " + model.words + " model";
    mark.style = points.style;
    mark.style.width_mm = 0.3;
    mark.style.dash = model.dash;
    if (!fit) return mark;
    const double first = fit->parameters()[model.first].value();
    const double second = fit->parameters()[model.second].value();
    if (!std::isfinite(first + second)) return mark;
    const double low = points.x.front(), high = points.x.back();
    for (int i = 0; i <= 120; ++i) {
        const double x = low + (high - low) * i / 120;
        const double share = model.share_above(x, first, second);
        if (share < lowest) break;
        mark.x.push_back(x);
        mark.y.push_back(share);
    }
    return mark;
}

/// "Weibull: k = 5.2, λ = 3.6 pJ": the model stands in the drawing.
std::string model_key(const std::optional<WrittenModel>& fit, const Model& model,
                      const std::string& unit) {
    if (!fit) return model.words + ": no fit";
    const double first = fit->parameters()[model.first].value();
    const double second = fit->parameters()[model.second].value();
    if (!std::isfinite(first + second)) return model.words + ": no fit";
    const std::string of_unit = unit.empty() ? "" : " " + unit;
    if (model.id == "normal")
        return fmt::format("{}: µ = {}{}, σ = {}{}", model.words, number_words(first, 3), of_unit,
                           number_words(second, 3), of_unit);
    return fmt::format("{}: k = {}, λ = {}{}", model.words, number_words(first, 3),
                       number_words(second, 3), of_unit);
}

/// "cluster 0 (n = 113): AIC 170.4 (normal), 183.3 (Weibull), preferred: lognormal (weak)".
void add_scores(const WrittenStudy& study, const WrittenDistribution& distribution,
                Words& caption) {
    if (distribution.label().is_there())
        caption.add(cluster_words(study, distribution.label()));
    else
        caption.add("all tests");
    caption.add(" (n = ").add(distribution.n().count()).add("):");
    std::string before = " AIC ";
    for (const Model& model : drawn_models) {
        const auto fit = fitted(distribution, model);
        if (!fit || !fit->aic().is_there()) continue;
        caption.add(before).add(fit->aic().words(4)).add(" (" + model.words + ")");
        before = ", ";
    }
    if (before == " AIC ") caption.add(" no fit");
    if (!distribution.preferred().value().empty())
        caption.add(", preferred: ")
            .add(law_words(distribution.preferred().value()))
            .add(" (")
            .add(distribution.evidence().words())
            .add(")");
}

std::vector<WrittenDistribution> drawn_distributions(const WrittenStudy& study,
                                                     const std::string& quantity,
                                                     const std::string& sample) {
    std::vector<WrittenDistribution> drawn;
    for (const WrittenDistribution distribution : study.results.distributions())
        if (distribution.quantity().value() == quantity && is_of_sample(distribution, sample))
            drawn.push_back(distribution);
    return drawn;
}

Mark styled_steps(const WrittenStudy& study, const WrittenDistribution& distribution) {
    const LabelLook look = label_look(study, distribution.label());
    Mark points = steps_mark(study, distribution);
    points.name = points.legend = look.name;
    points.style = look.style;
    points.style.size_mm = 1.1;
    points.style.fill = MarkFill::open;
    return points;
}

void set_limits(Panel& panel) {
    double fewest = 1, least = 1e300, greatest = -1e300;
    for (const Mark& points : panel.marks) {
        fewest = std::min(fewest, points.y.back());
        least = std::min(least, points.x.front());
        greatest = std::max(greatest, points.x.back());
    }
    panel.x_axis.low = least - 0.05 * (greatest - least);
    panel.x_axis.high = greatest + 0.05 * (greatest - least);
    panel.y_axis.low = fewest / 1.5;
    panel.y_axis.high = 1.15;
}

/// Dashed is normal, whatever the colour.
Mark key_of(const Model& model) {
    Mark key;
    key.name = key.legend = model.words;
    key.style.dash = model.dash;
    return key;
}

/// Behind the points of each distribution, which stand in the panel, its models.
void add_models(Panel& panel, const std::vector<WrittenDistribution>& distributions,
                bool has_parameters) {
    std::vector<Mark> marks;
    if (!has_parameters)
        for (const Model& model : drawn_models) marks.push_back(key_of(model));
    for (std::size_t i = 0; i < distributions.size(); ++i) {
        marks.push_back(panel.marks[i]);
        for (const Model& model : drawn_models) {
            const auto fit = fitted(distributions[i], model);
            marks.push_back(model_mark(fit, model, panel.marks[i], *panel.y_axis.low));
            if (has_parameters)
                marks.back().legend = model_key(fit, model, distributions[i].unit().value());
        }
    }
    panel.marks = std::move(marks);
}

Drawn draw_of(const WrittenStudy& study, const std::string& sample) {
    const std::string id = drawn_quantity(study);
    const auto quantity = find_quantity(id);
    const bool is_work = !quantity || *quantity == "W_plast_pJ"_q;
    const std::string what = is_work ? "plastic work" : std::string(quantity->info().text);
    Figure figure =
        new_figure(study, "ccdf", "Distribution of " + what + ", normal and Weibull model");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis(quantity ? *quantity : "W_plast_pJ"_q);
    panel.y_axis = {"Share of tests above", "", "", "share_above"};
    panel.y_axis.scale = AxisScale::logarithm;
    figure.caption.add("Points: share of tests above " + std::string(is_work ? "a " : "this ") +
                       what +
                       "; lines: models by maximum likelihood, normal dashed, Weibull "
                       "drawn through. ");
    std::vector<WrittenDistribution> drawn;
    for (const WrittenDistribution& distribution : drawn_distributions(study, id, sample)) {
        Mark points = styled_steps(study, distribution);
        if (points.x.empty()) continue;
        figure.caption.add(drawn.empty() ? "" : "; ");
        add_scores(study, distribution, figure.caption);
        panel.marks.push_back(std::move(points));
        drawn.push_back(distribution);
    }
    if (drawn.empty()) return {{}, study.results.why_not(key::ccdf, "no distribution was fitted")};
    figure.caption.add(".");
    set_limits(panel);
    // Samples side by side share their keys.
    const bool has_parameters = sample.empty() && drawn.size() <= most_with_parameters;
    add_models(panel, drawn, has_parameters);
    constexpr double key_mm = 3.2;  // a row of the legend
    figure.height_mm +=
        key_mm * static_cast<double>(has_parameters ? 3 * drawn.size() : drawn.size() + 2);
    return {{figure}, {}};
}

}  // namespace

Drawn draw_ccdf(const WrittenStudy& study) {
    return side_by_side(study, draw_of);
}

}  // namespace sneddon
