#include "study/creep/creep_curves.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "base/ordered_parallel.hpp"
#include "study/archive_fields.hpp"
#include "study/creep/compressed_holds.hpp"
#include "study/creep/creep_resampling.hpp"
#include "study/creep/hash_of_holds.hpp"
#include "study/creep/hold_rates.hpp"
#include "study/creep/laws_of_tests.hpp"
#include "study/creep/mean_hold_curve.hpp"
#include "study/creep/refitted_rheology.hpp"

namespace sneddon {

template <class Archive, Either<ResampledCreep> T>
void fields(Archive& archive, T& it) {
    auto& [law, rheology, rates] = it;
    auto& [law_replicates, a_nm_per_s, b_nm, c] = law;
    archive(law_replicates, a_nm_per_s, b_nm, c);
    auto& [replicates, instantaneous, flow, strength, tau] = rheology;
    archive(replicates, instantaneous, flow, strength, tau);
    auto& [strain_rate, sensitivity, drifted_strain_rate, drifted_sensitivity] = rates;
    archive(strain_rate, sensitivity, drifted_strain_rate, drifted_sensitivity);
}

namespace {

constexpr std::size_t fewest_tests = 3;  // fewer have no spread worth the name

/// Posteriors of one label by rows of the table; 0 for a test that was not clustered.
std::vector<double> posteriors_of(const HoldTable& table, const ClusterFinding& clusters,
                                  int label) {
    std::map<std::size_t, std::size_t> place;
    for (std::size_t i = 0; i < clusters.tests.size(); ++i) place[clusters.tests[i]] = i;
    std::vector<double> weights;
    for (const std::size_t row : table.rows) {
        const auto found = place.find(row);
        weights.push_back(found == place.end()
                              ? 0
                              : clusters.posteriors[found->second * clusters.chosen +
                                                    static_cast<std::size_t>(label)]);
    }
    return weights;
}

CreepPerTest per_test(const std::vector<TestRow>& tests, const Rows& rows) {
    CreepPerTest laws;
    const auto a = finite_values(tests, rows, "creep_a_nm_per_s"_q);
    laws.n = a.size();
    laws.n_a_at_0 = static_cast<std::size_t>(std::count(a.begin(), a.end(), 0.0));
    laws.a_nm_per_s = quartiles(a);
    laws.b_nm = quartiles(values_of(tests, rows, "creep_b_nm"_q));
    laws.c = quartiles(values_of(tests, rows, "creep_c"_q));
    return laws;
}

std::vector<CreepAt> creep_at(const std::vector<TestRow>& tests, const Rows& rows) {
    std::vector<CreepAt> list;
    const std::pair<double, QuantityIndex> times[] = {{5, "creep_5s_nm"_q},
                                                      {10, "creep_10s_nm"_q},
                                                      {30, "creep_30s_nm"_q},
                                                      {60, "creep_60s_nm"_q}};
    for (const auto& [t_s, quantity] : times) {
        const Summary summary = summarise(values_of(tests, rows, quantity));
        if (summary.n > 0) list.push_back({t_s, summary});
    }
    return list;
}

struct FittedCurve {
    CreepCurve curve;
    std::vector<std::size_t> members;  ///< places in the table
    HoldRheology rheology;
};

class CurveMaker {
  public:
    CurveMaker(const std::vector<TestRow>& tests, const HoldTable& table,
               const LinearPowerBasis& basis, const ClusterFinding* clusters,
               const StudyOptions& options)
        : tests_(tests),
          table_(table),
          basis_(basis),
          clusters_(clusters),
          options_(options),
          holds_(table, basis, options.threads),
          contacts_(contacts_of_table(tests, table, options)),
          hash_(options.memory.find ? hash_of_holds(tests, table, contacts_.area) : "") {}

    /// The mean of the tests of a label and what is fitted to it; nothing of too few.
    std::optional<FittedCurve> fitted(Label label) const {
        std::vector<std::size_t> members;
        Rows rows;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            if (label && tests_[table_.rows[i]].cluster != label) continue;
            members.push_back(i);
            rows.push_back(table_.rows[i]);
        }
        if (members.size() < fewest_tests) return std::nullopt;
        CreepCurve curve;
        curve.label = label;
        curve.load_function = table_.load_function;
        curve.n = members.size();
        curve.step_s = table_.step_s;
        const std::vector<double> weights =
            label ? posteriors_of(table_, *clusters_, *label) : std::vector<double>{};
        curve.curve = mean_hold_curve(table_, members, weights);
        fit(curve);
        if (curve.fit.is_fitted())
            curve.rate_end_nm_per_s =
                creep_rate_nm_per_s({curve.fit.a, curve.fit.b, curve.fit.c}, curve.duration_s());
        curve.rates = hold_rates(curve, contacts_, members, options_);
        if (label) fit_weighted(weights, curve);
        HoldRheology rheology(tests_, table_, members, curve, options_);
        curve.rheology = rheology.find(curve);
        curve.per_test = per_test(tests_, rows);
        curve.creep_at = creep_at(tests_, rows);
        return FittedCurve{std::move(curve), std::move(members), std::move(rheology)};
    }

    /// With its intervals.
    CreepCurve resampled(FittedCurve fitted) const {
        CreepCurve& curve = fitted.curve;
        // "All tests" beside clusters is a mixture of laws: an interval for it would mean nothing.
        if (!curve.label && clusters_ != nullptr) return std::move(curve);
        const ResampledCreep found = resample(fitted);
        curve.resampling = found.law;
        curve.rheology.resampling = found.rheology;
        add_intervals(found.rates, curve.n, curve.rates);
        return std::move(curve);
    }

  private:
    ResampledCreep resample(const FittedCurve& fitted) const {
        return remembered(
            hash_.empty() ? Memory() : options_.memory, "resampled creep",
            [&] {
                return resample_creep(
                    holds_, fitted.members, fitted.curve.label, fitted.curve.duration_s(),
                    contacts_, RefittedRheology(fitted.rheology, fitted.curve, holds_), options_);
            },
            hash_, fitted.members, fitted.curve.label, options_.creep_resamples, options_.seed,
            options_.u_drift_nm_per_s, options_.rate_window_begin, options_.rate_window_end,
            options_.rheology, options_.tip_radius_nm);
    }

    void fit(CreepCurve& curve) const {
        const LinearPowerOptions law = creep_law_options();
        const std::vector<double>& mean = curve.curve.mean_nm;
        curve.fit = fit_linear_power(basis_, mean, law);
        curve.u_drift_nm_per_s = options_.u_drift_nm_per_s;
        if (!curve.fit.is_fitted()) return;
        // Profiles, not standard errors: a and c lean on each other and a ends at 0.
        curve.c_ci95 = c_interval(basis_, mean, law, curve.fit);
        curve.a_upper95_nm_per_s = a_upper_limit(basis_, mean, law, curve.fit);
        curve.p_a_is_0 = p_of_no_linear_part(basis_, mean, law, curve.fit);
        curve.sensitivity = linear_power_sensitivity(table_.instants_s, mean, law, curve.fit);
        for (const GrowthLawFit& growth : fit_growth_laws(table_.instants_s, mean, law))
            curve.laws.push_back(growth);
    }

    void fit_weighted(const std::vector<double>& weights, CreepCurve& curve) const {
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        double squares = 0;
        for (const double weight : weights) squares += weight * weight;
        if (!(sum > 0)) return;
        // Kish's count: what unequal weights are worth in tests of equal weight.
        curve.n_effective = sum * sum / squares;
        LinearPowerOptions law = creep_law_options();
        law.uncertainty = Uncertainty::none;  // that of the labelled mean stands beside it
        const LinearPowerFit fit = fit_linear_power(basis_, curve.curve.weighted_nm, law);
        curve.weighted = {fit.a, fit.b, fit.c};
    }

    const std::vector<TestRow>& tests_;
    const HoldTable& table_;
    const LinearPowerBasis& basis_;
    const ClusterFinding* clusters_;
    const StudyOptions& options_;
    CompressedHolds holds_;
    ContactsOfTable contacts_;
    std::string hash_;  ///< empty: nothing is remembered
};

}  // namespace

std::vector<CreepCurve> find_creep_curves(const std::vector<TestRow>& tests,
                                          const std::vector<HoldTable>& tables,
                                          const ClusterFinding* clusters,
                                          const StudyOptions& options) {
    return find_creep_curves(tests, tables,
                             std::vector<const ClusterFinding*>(tables.size(), clusters), options);
}

std::vector<CreepCurve> find_creep_curves(const std::vector<TestRow>& tests,
                                          const std::vector<HoldTable>& tables,
                                          const std::vector<const ClusterFinding*>& clusters,
                                          const StudyOptions& options) {
    std::vector<CreepCurve> curves;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const auto basis = LinearPowerBasis::make(tables[t].instants_s);
        if (!basis) continue;
        const CurveMaker maker(tests, tables[t], *basis, clusters[t], options);
        const auto labels = all_and_labels(clusters[t] ? clusters[t]->chosen : 0);
        // Fits side by side, each on one thread; then the draws of one curve after the other on
        // all.
        std::vector<FittedCurve> fitted;
        ordered_parallel(
            labels.size(), options.threads, options.stop,
            [&](std::size_t i) { return maker.fitted(labels[i]); },
            [&](std::size_t, std::optional<FittedCurve>&& curve) {
                if (curve) fitted.push_back(*std::move(curve));
            });
        for (FittedCurve& curve : fitted) {
            curves.push_back(maker.resampled(std::move(curve)));
            curves.back().file = fmt::format("hold_curves_{}.csv", t + 1);
        }
    }
    return curves;
}

}  // namespace sneddon
