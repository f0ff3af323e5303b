// Activation volumes of simulated first pop-ins against their truth: the table of
// docs/validation.md. Each test is simulated, analysed and searched for pop-ins as in a run. usage:
// activation_coverage SEEDS THREADS [KEY=VALUE of the plan's material: popin_share, E_r_cv] ends
// with 1 when a count is outside the central 99 % of Binomial(seeds, 0.95)
#include <fmt/core.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "numeric/sum/moments.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "study/activation/find_activation.hpp"

namespace {

using namespace sneddon;

AnalysisRecipe recipe_of(const SimulationPlan& plan) {
    AnalysisRecipe recipe;
    AreaFunction area;
    area.kind = AreaFunction::Kind::cap_cone;
    area.radius_nm = plan.tip.radius_nm;
    recipe.area_function = area;
    recipe.correction.tip_radius_nm = plan.tip.radius_nm;
    recipe.uncertainty.monte_carlo = 0;
    return recipe;
}

std::vector<TestRow> analysed_rows(const SimulationPlan& plan, std::uint64_t seed,
                                   unsigned threads) {
    const SimulatedStudy study = draw_study(plan, seed).value();
    const AnalysisRecipe recipe = recipe_of(plan);
    std::vector<TestRow> rows;
    ordered_parallel(
        study.tests.size(), threads, {},
        [&](std::size_t i) {
            TestRow row;
            row.values = analyse(simulated_curve(study, i).test, recipe).cycles.front().values;
            row.load_function = fmt::format("rate {}", study.tests[i].load_function + 1);
            return row;
        },
        [&](std::size_t, TestRow&& row) { rows.push_back(std::move(row)); });
    return rows;
}

struct Coverage {
    const char* name;
    double truth;
    int held = 0, known = 0;
    std::vector<double> values = {}, widths = {};

    void add(double value, const Interval& interval) {
        if (!is_finite(value)) return;
        ++known;
        held += interval.low <= truth && truth <= interval.high ? 1 : 0;
        values.push_back(value);
        widths.push_back(interval.high - interval.low);
    }
};

/// Least count that Binomial(n, 0.95) stays above with 99.5 %.
int least_count(int n) {
    double below = 0;
    int k = 0;
    for (; k <= n; ++k) {
        below += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                          k * std::log(0.95) + (n - k) * std::log(0.05));
        if (below > 0.005) break;
    }
    return k;
}

bool print(const Coverage& of, int seeds) {
    const Moments values = moments(of.values);
    fmt::print("| {} | {} | {:.4g} ± {:.2g} | {:.3g} | {} of {} | {} |\n", of.name, of.truth,
               values.mean, values.sd, moments(of.widths).mean, of.held, of.known,
               least_count(of.known));
    return of.known == seeds && of.held >= least_count(of.known);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 1;
    const int seeds = std::atoi(arguments[1]);
    const auto threads = static_cast<unsigned>(std::atoi(arguments[2]));
    SimulationPlan plan = simulation_plan("pop-in-rates").value();
    for (int i = 3; i < count; ++i) {
        const std::string text = arguments[i];
        const double value = std::atof(text.substr(text.find('=') + 1).c_str());
        if (text.starts_with("popin_share=")) plan.material.popin_share = value;
        if (text.starts_with("E_r_cv="))
            for (SimulatedLoadFunction& one : plan.load_functions) one.E_r_cv = value;
    }
    Coverage volume{"V* (nm³)", plan.material.popin_volume_nm3};
    Coverage share{"share that can pop in", plan.material.popin_share};
    Coverage rate{"power of the rate", 1};
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto rows = analysed_rows(plan, static_cast<std::uint64_t>(seed), threads);
        const ActivationFinding found =
            activation_of(rows, 0, plan.material.temperature_C, plan.tip.radius_nm, {});
        if (!found.reason.empty()) fmt::print("seed {}: {}\n", seed, found.reason);
        volume.add(found.volume_nm3, found.volume_ci95);
        share.add(found.share, found.share_ci95);
        rate.add(found.rate_power, found.rate_power_ci95);
    }
    fmt::print(
        "| | truth | mean ± sd of the seeds | mean width of the interval | truth in it | at least "
        "|\n|---|---|---|---|---|---|\n");
    const bool holds = print(volume, seeds);
    const bool shares_hold = print(share, seeds);
    return print(rate, seeds) && holds && shares_hold ? 0 : 1;
}
