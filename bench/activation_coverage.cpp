// Activation volumes of simulated first pop-ins against their truth: the tables of
// docs/validation.md. curves: each test is simulated, analysed and searched for pop-ins as in a run
// (5 s of one core a seed). drawn: of each simulated test only its modulus and the load of its
// pop-in are taken, and given the jump, the limit of detection and the scatter of E_r that the
// curves have. usage: activation_coverage curves|drawn SEEDS THREADS [popin_share=0.9]
// [E_r_cv=0.01] ends with 1 when a count is outside the central 99 % of Binomial(seeds, 0.95)
#include <fmt/core.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
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

/// Measured over 15 seeds of curves: sd of E_r of Hertz about the true one, the jump of a pop-in
/// and its scatter, the noise of a jump at each rate.
struct AsMeasured {
    double E_r_sd = 0.015, jump_nm = 1.4, at_uN = 100, power = 2.2, jump_sd = 0.08;
    double noise_nm[3] = {0.077, 0.043, 0.025};
};

TestRow drawn_row(const TestTruth& truth, const SimulationPlan& plan, RandomStream& stream) {
    const AsMeasured as;
    const double peak_uN = plan.programme.peak_uN;
    const double noise_nm = as.noise_nm[truth.load_function];
    TestRow row;
    row.load_function = fmt::format("rate {}", truth.load_function + 1);
    row.values["F_max_uN"_q] = peak_uN;
    row.values["ramp_s"_q] = truth.ramp_s;
    row.values["E_r_GPa"_q] = truth.E_r_GPa;
    row.values["pop_in_limit_nm"_q] = 5.5 * noise_nm;
    row.values["pop_in_from_uN"_q] = 4;
    row.values["pop_ins"_q] = 0;
    if (!(truth.popin_load_uN < peak_uN)) return row;
    const double jump_nm = as.jump_nm * std::pow(truth.popin_load_uN / as.at_uN, as.power) *
                               std::exp(as.jump_sd * stream.normal()) +
                           noise_nm * stream.normal();
    const double E_r_GPa = truth.E_r_GPa * (1 + as.E_r_sd * stream.normal());
    if (!(jump_nm > row.values["pop_in_limit_nm"_q])) return row;
    row.values["pop_ins"_q] = 1;
    row.values["pop_in_load_uN"_q] = truth.popin_load_uN;
    row.values["pop_in_jump_nm"_q] = jump_nm;
    row.values["E_r_hertz_GPa"_q] = E_r_GPa;
    return row;
}

std::vector<TestRow> drawn_rows(const SimulationPlan& plan, std::uint64_t seed) {
    const SimulatedStudy study = draw_study(plan, seed).value();
    RandomStream stream(17, seed);
    std::vector<TestRow> rows;
    for (const TestTruth& truth : study.tests) rows.push_back(drawn_row(truth, plan, stream));
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
    if (count < 4) return 1;
    const bool has_curves = std::string(arguments[1]) == "curves";
    const int seeds = std::atoi(arguments[2]);
    const auto threads = static_cast<unsigned>(std::atoi(arguments[3]));
    SimulationPlan plan = simulation_plan("pop-in-rates").value();
    for (int i = 4; i < count; ++i) {
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
        const auto number = static_cast<std::uint64_t>(seed);
        const auto rows =
            has_curves ? analysed_rows(plan, number, threads) : drawn_rows(plan, number);
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
