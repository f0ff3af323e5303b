// The share of tests above a plastic work, cluster by cluster, with a model beside it.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "figure/study/side_by_side.hpp"

namespace sneddon {
namespace {

struct Model {
    std::string id, words, figure_id;
    double (*share_above)(double x, double first, double second);
    std::string first, second;  ///< names of the parameters, as parameter_names() has them
};

double normal_above(double x, double mu, double sigma) {
    return 0.5 * std::erfc((x - mu) / (sigma * std::sqrt(2.0)));
}

double weibull_above(double x, double k, double lambda) {
    return x <= 0 ? 1 : std::exp(-std::pow(x / lambda, k));
}

const Model normal = {"normal", "normal", "ccdf-gaussian", normal_above, "mu", "sigma"};
const Model weibull = {"weibull2", "Weibull", "ccdf-weibull", weibull_above, "k", "lambda"};

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

Mark model_mark(const std::optional<WrittenModel>& fit, const Model& model,
                const std::vector<double>& x) {
    Mark mark;
    if (!fit || x.empty()) return mark;
    const double first = fit->parameters()[model.first].value();
    const double second = fit->parameters()[model.second].value();
    if (!std::isfinite(first + second)) return mark;
    const double low = x.front(), high = x.back();
    for (int i = 0; i <= 120; ++i) {
        mark.x.push_back(low + (high - low) * i / 120);
        mark.y.push_back(model.share_above(mark.x.back(), first, second));
    }
    return mark;
}

/// ", k = 5.2, λ = 3.6 pJ": the model stands in the drawing.
std::string parameters_text(const std::optional<WrittenModel>& fit, const Model& model,
                            const std::string& unit) {
    if (!fit) return "";
    const double first = fit->parameters()[model.first].value();
    const double second = fit->parameters()[model.second].value();
    if (!std::isfinite(first + second)) return "";
    const std::string of_unit = unit.empty() ? "" : " " + unit;
    if (model.id == normal.id)
        return fmt::format(", µ = {}{}, σ = {}{}", number_words(first, 3), of_unit,
                           number_words(second, 3), of_unit);
    return fmt::format(", k = {}, λ = {}{}", number_words(first, 3), number_words(second, 3),
                       of_unit);
}

void add_scores(const WrittenStudy& study, const WrittenDistribution& distribution,
                const std::optional<WrittenModel>& fit, Words& caption) {
    if (distribution.label().is_there())
        caption.add(cluster_words(study, distribution.label()));
    else
        caption.add("all tests");
    caption.add(" (n = ").add(distribution.n().count()).add("): ");
    if (!fit || !fit->loglik().is_there()) {
        caption.add("no fit");
        return;
    }
    caption.add("log L = ")
        .add(fit->loglik().words(4))
        .add(", AIC = ")
        .add(fit->aic().words(4))
        .add(", BIC = ")
        .add(fit->bic().words(4))
        .add(", R² = ")
        .add(fit->r2_mle().words(3));
    if (!distribution.preferred().value().empty())
        caption.add(", preferred: ")
            .add(distribution.preferred().words())
            .add(" (")
            .add(distribution.evidence().words())
            .add(")");
}

Drawn draw_ccdf(const WrittenStudy& study, const Model& model, const std::string& sample) {
    const std::string id = drawn_quantity(study);
    const auto quantity = find_quantity(id);
    const bool is_work = !quantity || *quantity == "W_plast_pJ"_q;
    const std::string what = is_work ? "plastic work" : std::string(quantity->info().text);
    Figure figure = new_figure(study, model.figure_id,
                               "Distribution of " + what + " and the " + model.words + " model");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis(quantity ? *quantity : "W_plast_pJ"_q);
    panel.y_axis = {"Share of tests above", "", "", "share_above"};
    panel.y_axis.scale = AxisScale::logarithm;
    figure.caption
        .add("Points: share of tests above " + std::string(is_work ? "a " : "this ") + what +
             "; lines: ")
        .add(model.words)
        .add(" model by maximum likelihood. ");
    double fewest = 1, least = 1e300, greatest = -1e300;
    for (const WrittenDistribution distribution : study.results.distributions()) {
        if (distribution.quantity().value() != id) continue;
        if (!is_of_sample(distribution, sample)) continue;
        const LabelLook look = label_look(study, distribution.label());
        Mark points = steps_mark(study, distribution);
        if (points.x.empty()) continue;
        points.name = points.legend = look.name;
        points.style = look.style;
        points.style.size_mm = 1.1;
        points.style.fill = MarkFill::open;
        const auto fit = fitted(distribution, model);
        if (sample.empty())  // samples side by side share their keys
            points.legend += parameters_text(fit, model, distribution.unit().value());
        Mark line = model_mark(fit, model, points.x);
        line.name = look.name + ", " + model.words + " model";
        line.style = points.style;
        line.style.width_mm = 0.4;
        fewest = std::min(fewest, points.y.back());
        least = std::min(least, points.x.front());
        greatest = std::max(greatest, points.x.back());
        figure.caption.add(panel.marks.empty() ? "" : "; ");
        panel.marks.push_back(std::move(points));
        panel.marks.push_back(std::move(line));
        add_scores(study, distribution, fit, figure.caption);
    }
    if (panel.marks.empty())
        return {{}, study.results.why_not(key::ccdf, "no distribution was fitted")};
    constexpr double key_mm = 3.2;  // a row of the legend: points and line of one group
    const std::size_t rows = panel.marks.size() / 2;
    figure.height_mm += key_mm * static_cast<double>(rows);
    panel.x_axis.low = least - 0.05 * (greatest - least);
    panel.x_axis.high = greatest + 0.05 * (greatest - least);
    panel.y_axis.low = fewest / 1.5;
    panel.y_axis.high = 1.15;
    figure.caption.add(".");
    return {{figure}, {}};
}

Drawn gaussian_of(const WrittenStudy& study, const std::string& sample) {
    return draw_ccdf(study, normal, sample);
}

Drawn weibull_of(const WrittenStudy& study, const std::string& sample) {
    return draw_ccdf(study, weibull, sample);
}

}  // namespace

Drawn draw_ccdf_gaussian(const WrittenStudy& study) {
    return side_by_side(study, gaussian_of);
}

Drawn draw_ccdf_weibull(const WrittenStudy& study) {
    return side_by_side(study, weibull_of);
}

}  // namespace sneddon
