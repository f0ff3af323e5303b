// Strain rates, rate sensitivity and stiffness of simulated holds against their truth; the tables
// of docs/validation.md. Ends with 1 when an interval leaves the promise.
//   sneddon_hold_rates [biases|tests|drift [SEEDS]]
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "analyse/measured.hpp"
#include "base/random.hpp"
#include "numeric/sum/moments.hpp"
#include "simulate/simulated_study.hpp"
#include "simulate/tip_shape.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/correct/correction.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "study/creep/creep_curves.hpp"
#include "study/creep/laws_of_tests.hpp"
#include "study/creep/strain_rate.hpp"

namespace {

using namespace sneddon;

constexpr double hold_s = 60;
constexpr double uN_per_GPa = 1e-3;  // times nm²

AreaFunction true_area(const SimulatedTip& tip) {
    AreaFunction area;
    area.kind = AreaFunction::Kind::cap_cone;
    area.radius_nm = tip.radius_nm;
    area.half_angle_deg = tip.half_angle_deg;
    return area;
}

/// Simulated, analysed and laid out as a study has them.
struct Analysed {
    std::vector<TestRow> rows;
    std::vector<TestTruth> truth;
    HoldCurves holds{std::size_t{1} << 33};
};

void add_test(const SimulatedStudy& study, std::size_t index, double drift_nm_per_s,
              const AnalysisRecipe& recipe, Analysed& all) {
    auto [test, truth] = simulated_curve(study, index);
    for (std::size_t i = 0; i < test.curve.size(); ++i)
        test.curve.depth_nm[i] += drift_nm_per_s * test.curve.time_s[i];
    const TestResult result = analyse(test, recipe);
    const CycleResult& cycle = result.cycles.at(0);
    TestRow row;
    row.test_id = std::to_string(index);
    row.load_function = std::to_string(static_cast<int>(truth.hold_s));
    row.values = cycle.values;
    row.cluster = truth.creep_class;
    if (truth.hold_s > 0) {
        const Curve curve = corrected_curve(test.curve, result.correction.change);
        auto hold = hold_curve({curve.time_s, curve.depth_nm, curve.load_uN, cycle.parts});
        if (hold) {
            hold->test_id = row.test_id;
            all.holds.add(*std::move(hold));
        }
    }
    all.rows.push_back(std::move(row));
    all.truth.push_back(truth);
}

Analysed analysed(const SimulatedStudy& study, double drift_nm_per_s) {
    AnalysisRecipe recipe;
    recipe.area_function = true_area(study.plan.tip);
    recipe.correction.tip_radius_nm = study.plan.tip.radius_nm;
    Analysed all;
    for (std::size_t i = 0; i < study.tests.size(); ++i)
        add_test(study, i, drift_nm_per_s, recipe, all);
    all.holds.sort();
    return all;
}

ClusterFinding true_classes(const Analysed& all, std::size_t classes) {
    ClusterFinding clusters;
    clusters.chosen = classes;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        clusters.tests.push_back(i);
        for (std::size_t j = 0; j < classes; ++j)
            clusters.posteriors.push_back(all.rows[i].cluster == static_cast<int>(j) ? 1 : 0);
    }
    return clusters;
}

/// What true stiffness and tip make of a law: means over the tests.
RatesOfHold true_rates(const std::vector<TestTruth>& tests, const SimulationPlan& plan,
                       const CreepLaw& law, double duration_s, const AreaFunction& area) {
    const TipShape tip(plan.tip);
    std::vector<double> compliance, a;
    for (const TestTruth& test : tests) {
        compliance.push_back(1 / test.S_elastic_uN_per_nm);
        a.push_back(test.a_end_nm);
    }
    const double F = plan.programme.peak_uN;
    HoldContact end{F, 0, mean(compliance), 0.75};
    end.h_max_nm = tip.contact_depth_nm(mean(a)) + end.elastic_nm();
    return rates_of_hold(law, duration_s, ContactOfHold::make(area, end).value(), {});
}

// --- coverage -----------------------------------------------------------------------------------

/// A glass of one class, a random sample of it, with a nose and without back-flow.
SimulationPlan one_class(std::size_t which) {
    SimulationPlan plan = simulation_plan("zr50cu40al10", {}).value();
    plan.material.sampling = Sampling::random;
    plan.material.back_flow = 0;
    plan.classes = {plan.classes[which]};
    plan.load_functions = {plan.load_functions.back()};
    plan.programme.points_per_s = 30;
    plan.tests_per_load_function = 24;
    plan.instrument.drift_residual_nm_per_s = 0.004;
    return plan;
}

/// The law of the mean curve of the whole population, from the drawn laws of 4,000 tests.
struct Population {
    double strain_rate = 0, sensitivity = 0;
};

Population population_of(SimulationPlan plan) {
    plan.tests_per_load_function = 2000;
    plan.grid.nugget = 1;
    std::vector<TestTruth> tests;
    std::vector<double> instants, depth;
    for (int i = 0; i <= 600; ++i) instants.push_back(hold_s * i / 600.0);
    depth.assign(instants.size(), 0.0);
    plan.programme.points_per_s = 1;
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        const SimulatedStudy study = draw_study(plan, 7000 + seed).value();
        for (std::size_t i = 0; i < study.tests.size(); ++i)
            tests.push_back(simulated_curve(study, i).truth);
    }
    for (const TestTruth& test : tests)
        for (std::size_t k = 0; k < instants.size(); ++k)
            depth[k] +=
                (test.a_nm_per_s * instants[k] + test.b_nm * std::pow(instants[k], test.c)) /
                static_cast<double>(tests.size());
    const auto basis = LinearPowerBasis::make(instants);
    const LinearPowerFit fit = fit_linear_power(*basis, depth, creep_law_options());
    const AreaFunction area = true_area(plan.tip);
    const RatesOfHold rates = true_rates(tests, plan, {fit.a, fit.b, fit.c}, hold_s, area);
    return {rates.strain_rate_end_per_s, rates.sensitivity};
}

struct Counted {
    int held = 0, n = 0;
    double sum = 0;  ///< of values over truth
    void add(const RatedValue& value, const Interval& interval, double truth) {
        ++n;
        sum += value.value / truth;
        held += interval.low <= truth && truth <= interval.high;
    }
};

/// 90 to 98 %, or within the central 99 % of a binomial of 95 %.
bool is_kept(const Counted& counted) {
    const double share = static_cast<double>(counted.held) / counted.n;
    const double reach = 2.576 * std::sqrt(0.95 * 0.05 / counted.n);
    return (share >= 0.90 && share <= 0.98) || std::fabs(share - 0.95) <= reach;
}

bool print_coverage(std::size_t which, double u_drift, int seeds) {
    const SimulationPlan plan = one_class(which);
    const Population truth = population_of(plan);
    Counted rate, m;
    for (int seed = 1; seed <= seeds; ++seed) {
        const SimulatedStudy study = draw_study(plan, static_cast<std::uint64_t>(seed)).value();
        RandomStream random(99, static_cast<std::uint64_t>(seed));
        Analysed all = analysed(study, u_drift * random.normal());
        StudyOptions options;
        options.area_function = true_area(plan.tip);
        options.u_drift_nm_per_s = u_drift;
        options.seed = static_cast<std::uint64_t>(seed);
        const auto tables = hold_tables(all.rows, all.holds);
        const HoldRates rates = find_creep_curves(all.rows, tables, nullptr, options)[0].rates;
        const auto interval = [&](const RatedValue& value) {
            return u_drift > 0 ? value.ci95_tests_and_drift : value.ci95_tests;
        };
        rate.add(rates.strain_rate_per_s, interval(rates.strain_rate_per_s), truth.strain_rate);
        m.add(rates.sensitivity, interval(rates.sensitivity), truth.sensitivity);
    }
    std::printf("| %zu | %.3f | %.3e | %.1f %% | %.3f | %.4f | %.1f %% | %.3f |%s\n", which,
                u_drift, truth.strain_rate, 100.0 * rate.held / rate.n, rate.sum / rate.n,
                truth.sensitivity, 100.0 * m.held / m.n, m.sum / m.n,
                is_kept(rate) && is_kept(m) ? "" : " OUTSIDE");
    std::fflush(stdout);
    return is_kept(rate) && is_kept(m);
}

// --- what back-flow leaves ----------------------------------------------------------------------

void print_biases(double back_flow, int seeds) {
    SimulationPlan plan = simulation_plan("zr50cu40al10", {}).value();
    plan.material.back_flow = back_flow;
    plan.tests_per_load_function = 150;
    plan.programme.points_per_s = 100;
    const AreaFunction area = true_area(plan.tip);
    for (const double each_s : {10.0, 30.0, 60.0})
        for (int label = 0; label < 3; ++label) {
            std::vector<double> S_fit, S_e, E_r, m, rate;
            for (int seed = 1; seed <= seeds; ++seed) {
                SimulationPlan one = plan;
                std::erase_if(one.load_functions, [&](const SimulatedLoadFunction& function) {
                    return function.hold_s != each_s;
                });
                const SimulatedStudy study =
                    draw_study(one, static_cast<std::uint64_t>(seed)).value();
                Analysed all = analysed(study, 0);
                StudyOptions options;
                options.area_function = area;
                options.creep_resamples = 2;
                const ClusterFinding classes = true_classes(all, 3);
                const auto tables = hold_tables(all.rows, all.holds);
                std::vector<TestTruth> of_class;
                std::vector<double> fit, corrected, truth_S;
                for (std::size_t i = 0; i < all.rows.size(); ++i) {
                    if (all.rows[i].cluster != label) continue;
                    of_class.push_back(all.truth[i]);
                    fit.push_back(1 / all.rows[i].values["S_uN_per_nm"_q]);
                    corrected.push_back(1 / all.rows[i].values["S_e_uN_per_nm"_q]);
                    truth_S.push_back(1 / all.truth[i].S_elastic_uN_per_nm);
                    E_r.push_back(all.rows[i].values["E_r_GPa"_q] / all.truth[i].E_r_GPa);
                }
                for (const CreepCurve& curve :
                     find_creep_curves(all.rows, tables, &classes, options)) {
                    if (curve.label != label) continue;
                    const RatesOfHold truth =
                        true_rates(of_class, one, {curve.fit.a, curve.fit.b, curve.fit.c},
                                   curve.duration_s(), area);
                    m.push_back(curve.rates.sensitivity.value / truth.sensitivity);
                    rate.push_back(curve.rates.strain_rate_per_s.value /
                                   truth.strain_rate_end_per_s);
                    S_fit.push_back(mean(truth_S) / mean(fit));
                    S_e.push_back(mean(truth_S) / mean(corrected));
                }
            }
            const auto percent = [](const std::vector<double>& of) { return 100 * (mean(of) - 1); };
            std::printf(
                "| %.1f | %.0f s | %d | %+.1f %% | %+.2f %% | %+.1f %% | %+.1f %% | %+.1f %% |\n",
                back_flow, each_s, label, percent(S_fit), percent(S_e), percent(E_r), percent(m),
                percent(rate));
            std::fflush(stdout);
        }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string part = count > 1 ? arguments[1] : "all";
    const int seeds = count > 2 ? std::atoi(arguments[2]) : 200;
    if (part == "biases" || part == "all") {
        std::printf("| back-flow | hold | class | S of the fit | S_e | E_r | m | rate |\n");
        for (const double back_flow : {0.0, 0.5}) print_biases(back_flow, seeds >= 200 ? 4 : 1);
    }
    bool is_good = true;
    for (const double u_drift : {0.0, 0.004}) {
        if (part != "all" && part != (u_drift > 0 ? "drift" : "tests")) continue;
        std::printf("| class | u(drift) | rate | held | over truth | m | held | over truth |\n");
        for (std::size_t which = 0; which < 3; ++which)
            is_good = print_coverage(which, u_drift, seeds) && is_good;
    }
    return is_good ? 0 : 1;
}
