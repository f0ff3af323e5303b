// The share of tests above a plastic work, cluster by cluster, with a model beside it.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

struct Model {
    std::string id, words, figure_id;
    double (*share_above)(double x, double first, double second);
    std::string first, second;  ///< names of the parameters
};

double normal_above(double x, double mu, double sigma) {
    return 0.5 * std::erfc((x - mu) / (sigma * std::sqrt(2.0)));
}

double weibull_above(double x, double k, double lambda) {
    return x <= 0 ? 1 : std::exp(-std::pow(x / lambda, k));
}

const Model normal = {"normal", "normal", "ccdf-gaussian", normal_above, "mu", "sigma"};
const Model weibull = {"weibull2", "Weibull", "ccdf-weibull", weibull_above, "k", "lambda"};

std::string model_place(const Findings& findings, const std::string& entry, const std::string& id) {
    for (std::size_t i = 0; i < findings.size(entry + "/models"); ++i) {
        std::string place = fmt::format("{}/models/{}", entry, i);
        if (findings.text(place + "/model") == id) return place;
    }
    return "";
}

Mark steps_mark(const Findings& findings, const std::string& entry, double label) {
    Mark mark;
    mark.kind = MarkKind::points;
    auto rows = used_rows(findings, findings.text(entry + "/load_function"));
    if (label >= 0) rows = rows_of_label(findings, rows, static_cast<std::size_t>(label));
    const std::string quantity = findings.text(entry + "/quantity");
    std::erase_if(rows,
                  [&](std::size_t row) { return !std::isfinite(findings.value(quantity, row)); });
    std::ranges::stable_sort(rows, {},
                             [&](std::size_t row) { return findings.value(quantity, row); });
    mark.tests = rows;
    mark.x = values_of(findings, quantity, rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        mark.y.push_back(1 - (static_cast<double>(i) + 0.5) / static_cast<double>(rows.size()));
    return mark;
}

Mark model_mark(const Findings& findings, const Model& model, const std::string& parameters,
                const std::vector<double>& x) {
    Mark mark;
    const double first = findings.number(parameters + "/" + model.first);
    const double second = findings.number(parameters + "/" + model.second);
    if (x.empty() || !std::isfinite(first + second)) return mark;
    const double low = x.front(), high = x.back();
    for (int i = 0; i <= 120; ++i) {
        mark.x.push_back(low + (high - low) * i / 120);
        mark.y.push_back(model.share_above(mark.x.back(), first, second));
    }
    return mark;
}

void add_scores(const Findings& findings, const Model& model, const std::string& entry,
                Words& caption) {
    const std::string place = model_place(findings, entry, model.id);
    if (findings.find(entry + "/label") != nullptr)
        caption.add("cluster ").add(findings.count(entry + "/label"));
    else
        caption.add("all tests");
    caption.add(" (n = ").add(findings.count(entry + "/n")).add("): ");
    if (place.empty() || findings.find(place + "/loglik") == nullptr) {
        caption.add("no fit");
        return;
    }
    caption.add("log L = ")
        .add(findings.words(place + "/loglik", 4))
        .add(", AIC = ")
        .add(findings.words(place + "/aic", 4))
        .add(", BIC = ")
        .add(findings.words(place + "/bic", 4))
        .add(", R² = ")
        .add(findings.words(place + "/r2_mle", 3));
    const std::string preferred = findings.text(entry + "/preferred");
    if (!preferred.empty())
        caption.add(", preferred: ")
            .value(preferred, entry + "/preferred")
            .add(" (")
            .value(findings.text(entry + "/evidence"), entry + "/evidence")
            .add(")");
}

Drawn draw_ccdf(const Findings& findings, const Model& model) {
    Figure figure = new_figure(findings, model.figure_id,
                               "Distribution of plastic work and the " + model.words + " model");
    Panel& panel = figure.panels[0];
    panel.x_axis = quantity_axis("W_plast_pJ");
    panel.y_axis = {"Share of tests above", "", "", "share_above"};
    panel.y_axis.scale = AxisScale::logarithm;
    figure.caption.add("Points: share of tests above a plastic work; lines: ")
        .add(model.words)
        .add(" model by maximum likelihood. ");
    bool is_first = true;
    double fewest = 1, least = 1e300, greatest = -1e300;
    for (std::size_t i = 0; i < findings.size("/ccdf"); ++i) {
        const std::string entry = fmt::format("/ccdf/{}", i);
        if (findings.text(entry + "/quantity") != "W_plast_pJ") continue;
        const double label = findings.number(entry + "/label");
        const auto cluster = static_cast<std::size_t>(label >= 0 ? label : 0);
        const std::string name = label >= 0 ? cluster_name(cluster) : "all tests";
        Mark points = steps_mark(findings, entry, label);
        if (points.x.empty()) continue;
        points.name = points.legend = name;
        points.style = label >= 0 ? cluster_style(cluster) : load_function_style(0);
        points.style.size_mm = 1.1;
        points.style.fill = MarkFill::open;
        Mark line = model_mark(findings, model,
                               model_place(findings, entry, model.id) + "/parameters", points.x);
        line.name = name + ", " + model.words + " model";
        line.style = points.style;
        line.style.width_mm = 0.4;
        fewest = std::min(fewest, points.y.back());
        least = std::min(least, points.x.front());
        greatest = std::max(greatest, points.x.back());
        panel.marks.push_back(std::move(points));
        panel.marks.push_back(std::move(line));
        if (!is_first) figure.caption.add("; ");
        add_scores(findings, model, entry, figure.caption);
        is_first = false;
    }
    if (panel.marks.empty()) {
        return {{}, findings.why_not("ccdf", "no distribution was fitted")};
    }
    panel.x_axis.low = least - 0.05 * (greatest - least);
    panel.x_axis.high = greatest + 0.05 * (greatest - least);
    panel.y_axis.low = fewest / 1.5;
    panel.y_axis.high = 1.15;
    figure.caption.add(".");
    return {{figure}, {}};
}

}  // namespace

Drawn draw_ccdf_gaussian(const Findings& findings) {
    return draw_ccdf(findings, normal);
}

Drawn draw_ccdf_weibull(const Findings& findings) {
    return draw_ccdf(findings, weibull);
}

}  // namespace sneddon
