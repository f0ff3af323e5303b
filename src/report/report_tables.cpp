// The numbers behind the figures: clusters, creep law, distributions, comparisons.
#include <ostream>

#include "model/cluster_name.hpp"
#include "report/holds/report_rheology.hpp"
#include "report/html_text.hpp"
#include "report/pair_columns.hpp"
#include "report/report_page.hpp"
#include "report/results_table.hpp"
#include "results/written/law_words.hpp"

namespace sneddon {
namespace {

bool has_names(const WrittenClusters& clusters, const ClusterNames& names) {
    for (std::size_t i = 0; i < clusters.items().size(); ++i)
        if (names.has(cluster_fact(i))) return true;
    return false;
}

std::string clusters_table(const WrittenClusters& clusters, const ClusterNames& names) {
    ResultsTable<WrittenCluster> table(
        "clusters-table",
        "Clusters: the fitted Gaussians and how stable they are (Jaccard: mean overlap "
        "with the clusters of resampled tests; above <span data-fixed>0.75</span> is "
        "stable)");
    table.label(&WrittenCluster::label, names);
    if (has_names(clusters, names)) table.count("label", &WrittenCluster::label);
    table.count("<i>n</i>", &WrittenCluster::n);
    table.number("share", &WrittenCluster::share, 3);
    table.number("weight", &WrittenCluster::weight, 3);
    for (const std::string& id : clusters.features().values())
        table.number(
            "centre " + quantity_cell(id),
            [id](const WrittenCluster& cluster) { return cluster.mean()[id]; }, 4);
    table.number("mean posterior", &WrittenCluster::mean_posterior, 3);
    table.number("Jaccard", &WrittenCluster::jaccard, 3);
    return table.take(clusters.items());
}

std::string coordinates_table(const WrittenClusters& clusters, const ClusterNames& names) {
    ResultsTable<WrittenCoordinates> table(
        "coordinates-table",
        "Mean coordinates (± standard deviation) of each cluster in each load function");
    table.text("load function", &WrittenCoordinates::load_function);
    table.label(&WrittenCoordinates::label, names);
    table.count("<i>n</i>", &WrittenCoordinates::n);
    for (const std::string& id : clusters.features().values())
        table.html(
            quantity_cell(id),
            [id](const WrittenCoordinates& at) { return html_of(at.of_feature(id).mean_sd()); },
            CellKind::number);
    return table.take(clusters.coordinates());
}

std::string bounds_html(const Texts& bounds) {
    std::string html;
    for (const std::string& parameter : bounds.values())
        html += (html.empty() ? "" : ", ") + escaped_markup(parameter);
    return html;
}

using Curve = WrittenCreepCurve;

/// "0.031 ± 0.002", below it the interval between tests.
void add_parameter(ResultsTable<Curve>& table, const std::string& head, const auto& value,
                   const auto& error, const auto& interval) {
    table.html(
        head,
        [=](const Curve& curve) {
            const std::string between = interval_cell(interval(curve));
            return plus_minus_cell(value(curve), error(curve)) +
                   (between.empty() ? "" : "<small class=\"more\">" + between + "</small>");
        },
        CellKind::number);
}

std::string creep_table(const List<WrittenCreepCurve>& curves, const ClusterNames& names) {
    ResultsTable<Curve> table(
        "creep-table",
        "Creep law h = a t + b t<sup>c</sup> of the mean hold curves (t in s): ± standard error "
        "within the mean curve; below it the <span data-fixed>95 %</span> interval between "
        "tests (bootstrap over tests), which is what another sample of tests would give");
    table.text("load function", &Curve::load_function);
    table.label(&Curve::label, names);
    table.count("<i>n</i>", &Curve::n);
    add_parameter(
        table, "a (nm/s)", [](const Curve& curve) { return curve.fit().a_nm_per_s(); },
        [](const Curve& curve) { return curve.fit().se().a(); },
        [](const Curve& curve) { return curve.bootstrap().a_ci95(); });
    add_parameter(
        table, "b (nm)", [](const Curve& curve) { return curve.fit().b_nm(); },
        [](const Curve& curve) { return curve.fit().se().b(); },
        [](const Curve& curve) { return curve.bootstrap().b_ci95(); });
    add_parameter(
        table, "c", [](const Curve& curve) { return curve.fit().c(); },
        [](const Curve& curve) { return curve.fit().se().c(); },
        [](const Curve& curve) { return curve.bootstrap().c_ci95(); });
    table.number(
        "R²", [](const Curve& curve) { return curve.fit().r_squared(); }, 5);
    table.number(
        "rms (nm)", [](const Curve& curve) { return curve.fit().rms_nm(); }, 2);
    table.number(
        "drift u (nm/s)", [](const Curve& curve) { return curve.fit().u_drift_nm_per_s(); }, 2);
    table.html("at a bound",
               [](const Curve& curve) { return bounds_html(curve.fit().at_bound()); });
    return table.take(curves);
}

std::string parameters_html(const ByName<Number>& parameters) {
    std::string html;
    for (const std::string& name : parameters.names())
        html += (html.empty() ? "" : ", ") + escaped_markup(name) + " " +
                number_cell(parameters[name], 4);
    return html;
}

/// A model beside the distribution that it was fitted to.
struct FittedModel {
    WrittenDistribution distribution;
    WrittenModel model;
};

std::vector<FittedModel> fitted_models(const List<WrittenDistribution>& distributions) {
    std::vector<FittedModel> all;
    for (const WrittenDistribution distribution : distributions)
        for (const WrittenModel model : distribution.models()) all.push_back({distribution, model});
    return all;
}

std::string preferred_html(const FittedModel& fit) {
    const bool is_preferred = fit.model.model().value() == fit.distribution.preferred().value();
    return is_preferred ? html_of(fit.distribution.evidence()) : "";
}

std::string distribution_table(const List<WrittenDistribution>& distributions,
                               const ClusterNames& names) {
    using Fit = FittedModel;
    ResultsTable<Fit> table(
        "distribution-table",
        "Distributions by maximum likelihood: parameters, scores, goodness of fit");
    table.html("quantity",
               [](const Fit& fit) { return quantity_cell(fit.distribution.quantity().value()); });
    table.html("unit",
               [](const Fit& fit) { return escaped_markup(fit.distribution.unit().value()); });
    table.text("load function", [](const Fit& fit) { return fit.distribution.load_function(); });
    table.label([](const Fit& fit) { return fit.distribution.label(); }, names);
    table.html("model", [](const Fit& fit) { return law_words(fit.model.model().value()); });
    table.html("parameters",
               [](const Fit& fit) { return parameters_html(fit.model.parameters()); });
    table.count("<i>n</i>", [](const Fit& fit) { return fit.distribution.n(); });
    table.number(
        "log L", [](const Fit& fit) { return fit.model.loglik(); }, 5);
    table.number(
        "AIC", [](const Fit& fit) { return fit.model.aic(); }, 5);
    table.number(
        "BIC", [](const Fit& fit) { return fit.model.bic(); }, 5);
    table.number(
        "R² (likelihood)", [](const Fit& fit) { return fit.model.r2_mle(); }, 4);
    table.number(
        "R² (least squares)", [](const Fit& fit) { return fit.model.r2_lsq(); }, 4);
    table.number(
        "p (KS)", [](const Fit& fit) { return fit.model.p_ks(); }, 2);
    table.html("preferred", preferred_html);
    return table.take(fitted_models(distributions));
}

std::string comparisons_table(const List<WrittenComparison>& comparisons) {
    ResultsTable<WrittenComparison> table(
        "comparisons-table",
        "Welch's test between load functions; p after Holm over the pairs of a "
        "quantity; g: Hedges' effect size");
    table.quantity(&WrittenComparison::quantity);
    table.text("a", &WrittenComparison::a);
    table.text("b", &WrittenComparison::b);
    table.number("difference a − b", &WrittenComparison::difference, 3);
    table.interval("<span data-fixed>95 %</span> interval", &WrittenComparison::ci95);
    table.number("t", &WrittenComparison::t, 3);
    table.number("df", &WrittenComparison::df, 4);
    table.number("p (Holm)", &WrittenComparison::p_holm, 2);
    table.number("g", &WrittenComparison::hedges_g, 2);
    add_pair_tests(table);
    return table.take(comparisons);
}

void write_sentences(std::ostream& out, std::string_view heading, const Texts& sentences) {
    if (sentences.is_empty()) return;
    out << "<p>" << heading << "</p>\n<ul>\n";
    for (const Text sentence : sentences) out << "<li>" << html_of(sentence) << "</li>\n";
    out << "</ul>\n";
}

/// The paper's reading, only as such, with what speaks for it and against it.
void write_mechanism(std::ostream& out, const WrittenMechanism& mechanism) {
    if (!mechanism.is_there()) return;
    out << "<h3>The published reading, and the evidence</h3>\n<p>" << html_of(mechanism.paper())
        << "</p>\n";
    write_sentences(out, "For it:", mechanism.supports());
    write_sentences(out, "Against it:", mechanism.against());
}

}  // namespace

void write_tables(std::ostream& out, const ReportPage& page) {
    const WrittenResults& results = page.study.results;
    const WrittenClusters clusters = results.clusters();
    const ClusterNames names = results.facts().stated();
    std::string tables;
    if (!clusters.items().is_empty()) tables += clusters_table(clusters, names);
    if (!clusters.coordinates().is_empty()) tables += coordinates_table(clusters, names);
    if (!results.creep_curves().is_empty()) tables += creep_table(results.creep_curves(), names);
    tables += rheology_table(results.creep_curves(), names);
    if (!results.distributions().is_empty())
        tables += distribution_table(results.distributions(), names);
    if (!results.comparisons().is_empty())
        tables += "<details>\n<summary>Comparisons of the load functions</summary>\n" +
                  comparisons_table(results.comparisons()) + "</details>\n";
    if (tables.empty() && !results.mechanism().is_there()) return;
    out << "<section id=\"tables\">\n<h2>Tables</h2>\n" << tables;
    write_mechanism(out, results.mechanism());
    out << "</section>\n";
}

}  // namespace sneddon
