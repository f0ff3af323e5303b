#include "study/clusters/ccdf_study.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/nan.hpp"
#include "base/random.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/numeric/points.hpp"
#include "study/archive_fields.hpp"
#include "study/significance.hpp"

namespace sneddon {

template <class Archive, Either<DistributionFit> T>
void fields(Archive& archive, T& it) {
    auto& [state, distribution, n, k, log_likelihood, criteria] = it;
    archive(state, distribution.family, distribution.parameters, n, k, log_likelihood, criteria);
}

template <class Archive, Either<GoodnessOfFitP> T>
void fields(Archive& archive, T& it) {
    auto& [ks, ad, cvm, replicates] = it;
    archive(ks, ad, cvm, replicates);
}

namespace {

constexpr std::size_t fewest_values = 10;                      // for three parameters
constexpr std::uint64_t ccdf_stream = std::uint64_t{3} << 40;  // of the seed, for this alone

/// Burnham and Anderson (2002) for differences of AIC, in the words of bic_evidence.
std::string_view evidence_words(double difference) {
    if (difference < 2) return "weak";
    if (difference < 6) return "positive";
    return difference < 10 ? "strong" : "very strong";
}

CcdfModel model_of(const std::vector<double>& values, DistributionFamily family) {
    CcdfModel model;
    model.family = family;
    model.fit = fit_distribution(values, family);
    if (!model.fit.is_fitted()) return model;
    model.lsq = fit_survival(values, family);
    model.r2_mle = survival_r_squared(values, model.fit.distribution);
    // What the likelihood says of the least-squares fit: how far the two ways of fitting disagree.
    if (model.lsq.is_fitted) {
        model.loglik_at_lsq = 0;
        for (const double value : values)
            model.loglik_at_lsq += log_density(model.lsq.distribution, value);
    }
    model.distance = goodness_of_fit(values, model.fit.distribution);
    return model;
}

const CcdfModel* find_model(const CcdfFinding& finding, DistributionFamily family) {
    const auto found = std::ranges::find(finding.models, family, &CcdfModel::family);
    return found != finding.models.end() && found->fit.is_fitted() ? &*found : nullptr;
}

/// For the two models that the paper compares and the preferred one: p values are dear.
void set_p_values(const std::vector<double>& values, const StudyOptions& options,
                  CcdfFinding& finding) {
    GoodnessOfFitOptions simulate;
    simulate.replicates = options.fit_simulations;
    simulate.seed = options.seed;
    simulate.threads = options.threads;
    simulate.stop = options.stop;
    simulate.stops_when_clear = true;
    for (CcdfModel& model : finding.models) {
        const bool is_asked = model.family == DistributionFamily::normal ||
                              model.family == DistributionFamily::weibull2 ||
                              name(model.family) == finding.preferred;
        if (is_asked && model.fit.is_fitted())
            model.p = remembered(
                options.memory, "goodness of a distribution",
                [&] { return goodness_of_fit_p(values, model.fit, simulate); }, values, model.fit,
                simulate.replicates, simulate.seed);
    }
}

std::string vuong_words(const VuongTest& vuong) {
    if (is_nan(vuong.z)) return "";
    if (vuong.p_two_sided >= significance)
        return fmt::format(
            " Between normal and weibull2 the values do not decide (Vuong p = {:.2g}).",
            vuong.p_two_sided);
    return fmt::format(" Between normal and weibull2 they speak for {} (Vuong p = {:.2g}).",
                       vuong.z > 0 ? "normal" : "weibull2", vuong.p_two_sided);
}

/// The fitted models, the one of least AIC first.
std::vector<const CcdfModel*> ranked(const CcdfFinding& finding) {
    std::vector<const CcdfModel*> fitted;
    for (const CcdfModel& model : finding.models)
        if (model.fit.is_fitted()) fitted.push_back(&model);
    std::ranges::stable_sort(fitted, {},
                             [](const CcdfModel* model) { return model->fit.criteria.aic; });
    return fitted;
}

void set_text(CcdfFinding& finding) {
    const std::vector<const CcdfModel*> fitted = ranked(finding);
    if (fitted.empty()) return;
    const CcdfModel& best = *fitted.front();
    finding.text = fmt::format("{}: {} has the least AIC",
                               words(finding.load_function, finding.label), finding.preferred);
    if (fitted.size() > 1) {
        const double difference = fitted[1]->fit.criteria.aic - best.fit.criteria.aic;
        finding.evidence = evidence_words(difference);
        finding.text += fmt::format(", {:.1f} below {}: {} evidence", difference,
                                    name(fitted[1]->family), finding.evidence);
    }
    finding.text +=
        best.p.ad < significance
            ? fmt::format("; but it does not fit (Anderson-Darling p = {:.2g}).", best.p.ad)
            : fmt::format("; it fits (Anderson-Darling p = {:.2g}).", best.p.ad);
    finding.text += vuong_words(finding.vuong);
}

CcdfFinding finding_of(const std::vector<double>& values, const StudyOptions& options) {
    CcdfFinding finding;
    finding.values = summarise(values);
    for (const DistributionFamily family : options.models)
        finding.models.push_back(model_of(values, family));
    const CcdfModel* normal = find_model(finding, DistributionFamily::normal);
    const CcdfModel* weibull = find_model(finding, DistributionFamily::weibull2);
    // The likelihoods of models that are not nested: Vuong's test, not a ratio's chi squared.
    if (normal && weibull)
        finding.vuong = vuong_test(values, normal->fit.distribution, weibull->fit.distribution);
    const std::vector<const CcdfModel*> fitted = ranked(finding);
    if (!fitted.empty()) finding.preferred = name(fitted.front()->family);
    set_p_values(values, options, finding);
    return finding;
}

struct Series {
    std::string quantity, unit;
    std::vector<double> values;
};

std::vector<Series> series_of(const std::vector<TestRow>& tests, const Rows& rows,
                              const StudyOptions& options) {
    std::vector<Series> list;
    for (const std::string& id : options.ccdf_quantities) {
        const auto quantity = find_quantity(id);
        if (!quantity) continue;
        list.push_back(
            {id, std::string(quantity->info().unit), finite_values(tests, rows, *quantity)});
        if (id == "W_plast_pJ")
            list.push_back(
                {"W_plast_without_hold_pJ", "pJ", plastic_work_without_hold(tests, rows)});
    }
    return list;
}

/// The load function of each sample that holds longest; every table, which knows no holds.
std::vector<const LoadFunctionRows*> longest_of_samples(
    const std::vector<TestRow>& tests, const std::vector<LoadFunctionRows>& groups) {
    std::map<std::size_t, const LoadFunctionRows*> longest;
    std::vector<const LoadFunctionRows*> list;
    for (const LoadFunctionRows& group : groups) {
        if (tests[group.rows.front()].source == RowSource::table) {
            list.push_back(&group);
            continue;
        }
        const LoadFunctionRows*& known = longest[tests[group.rows.front()].sample];
        if (group.hold_s >= 0 && (known == nullptr || group.hold_s > known->hold_s)) known = &group;
    }
    for (const auto& [sample, group] : longest)
        if (group != nullptr) list.push_back(group);
    return list;
}

/// Of a large table a part: any model is refused by 40,000 values, and 1,000 tell which is near.
std::vector<double> drawn_values(const std::vector<double>& values, const StudyOptions& options) {
    constexpr std::size_t enough = 1000;
    if (!options.is_large_table || values.size() <= enough) return values;
    RandomStream stream(options.seed, ccdf_stream);
    std::vector<double> drawn;
    for (const std::size_t i : draw_rows(values.size(), enough, stream)) drawn.push_back(values[i]);
    return drawn;
}

void add_finding(const Series& series, const std::string& group, Label label,
                 const StudyOptions& options, std::vector<CcdfFinding>& list) {
    if (series.values.size() < fewest_values) return;
    const std::vector<double> drawn = drawn_values(series.values, options);
    CcdfFinding finding = finding_of(drawn, options);
    finding.values = summarise(series.values);
    finding.label = label;
    finding.load_function = group;
    finding.quantity = series.quantity;
    finding.unit = series.unit;
    set_text(finding);
    if (drawn.size() < series.values.size())
        finding.text +=
            fmt::format(" The models are fitted to {} of the {} values, drawn by chance.",
                        count_text(drawn.size()), count_text(series.values.size()));
    list.push_back(std::move(finding));
}

/// Of one load function.
std::vector<CcdfFinding> ccdf_of(const std::vector<TestRow>& tests, const LoadFunctionRows& group,
                                 const std::vector<Label>& labels, const StudyOptions& options) {
    std::vector<CcdfFinding> list;
    for (const Label label : labels)
        for (const Series& series : series_of(tests, with_label(tests, group.rows, label), options))
            add_finding(series, group.name, label, options, list);
    return list;
}

}  // namespace

std::vector<CcdfFinding> find_ccdf(const std::vector<TestRow>& tests, std::size_t clusters,
                                   const StudyOptions& options) {
    const std::vector<LoadFunctionRows> groups = by_load_function(tests);
    std::vector<Label> labels = all_and_labels(clusters);
    // With clusters "all tests" is a mixture of them: no single model is meant for it.
    if (clusters > 0) labels.erase(labels.begin());
    std::vector<CcdfFinding> list;
    for (const LoadFunctionRows* longest : longest_of_samples(tests, groups))
        std::ranges::move(ccdf_of(tests, *longest, labels, options), std::back_inserter(list));
    return list;
}

}  // namespace sneddon
