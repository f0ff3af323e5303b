// Pop-ins found in simulated studies against their truth: tables for docs/validation.md.
// usage: pop_in_study detection|false PRESET SEEDS THREADS
#include <fmt/core.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "base/ordered_parallel.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/recipe/simulation_file.hpp"

namespace {

using namespace sneddon;

struct Found {
    TestTruth truth;
    CycleResult cycle;
};

AnalysisRecipe recipe_of(const SimulationPlan& plan) {
    AnalysisRecipe recipe;
    recipe.correction.tip_radius_nm = plan.tip.radius_nm;
    recipe.uncertainty.monte_carlo = 0;
    return recipe;
}

template <class Take>
void for_each_test(const SimulationPlan& plan, std::uint64_t seed, unsigned threads, Take take) {
    const SimulatedStudy study = draw_study(plan, seed).value();
    const AnalysisRecipe recipe = recipe_of(plan);
    ordered_parallel(
        study.tests.size(), threads, {},
        [&](std::size_t i) {
            SimulatedTest made = simulated_curve(study, i);
            return Found{made.truth, analyse(made.test, recipe).cycles.front()};
        },
        [&](std::size_t, Found&& found) { take(found); });
}

struct Detection {
    int tests = 0, with = 0, found = 0, large = 0, large_found = 0, extra = 0, late = 0;
    double limit_nm = 0, expected = 0, jump_error = 0, jump_square = 0;
};

void count(const Found& test, Detection& sum) {
    constexpr double near_uN = 3, large_nm = 0.5;  // the load of a small one is known to 10 points
    const TestTruth& truth = test.truth;
    ++sum.tests;
    sum.limit_nm += test.cycle.values["pop_in_limit_nm"_q];
    sum.late += static_cast<int>(test.cycle.values["late_events"_q]);
    const PopIn* right = nullptr;
    for (const PopIn& event : test.cycle.pop_ins) {
        if (event.kind != PopInKind::loading) continue;
        if (right == nullptr && std::fabs(event.load_uN - truth.popin_load_uN) < near_uN)
            right = &event;
        else
            ++sum.extra;
    }
    if (!(truth.popin_load_uN > 0)) return;
    ++sum.with;
    const double limit = test.cycle.values["pop_in_limit_nm"_q];
    sum.expected += 0.5 * std::erfc((limit - truth.popin_jump_nm) /
                                    (std::sqrt(2.0) * test.cycle.values["pop_in_noise_nm"_q]));
    sum.large += truth.popin_jump_nm > large_nm ? 1 : 0;
    if (right == nullptr) return;
    ++sum.found;
    sum.large_found += truth.popin_jump_nm > large_nm ? 1 : 0;
    const double error = right->jump_nm - truth.popin_jump_nm;
    sum.jump_error += error;
    sum.jump_square += error * error;
}

void print_detection(const SimulationPlan& plan, int seeds, unsigned threads) {
    std::map<double, Detection> all;
    for (int seed = 1; seed <= seeds; ++seed)
        for_each_test(plan, static_cast<std::uint64_t>(seed), threads,
                      [&](const Found& test) { count(test, all[test.truth.hold_s]); });
    std::puts(
        "| hold | with a pop-in | found | expected by p(detect) | of jumps > 0.5 nm | others found "
        "| late | mean limit | jump - truth |");
    for (const auto& [hold_s, sum] : all)
        fmt::print(
            "| {} s | {} of {} | {} | {:.0f} | {} of {}, {:.1f} % | {} | {} | {:.3f} nm | {:+.3f} "
            "± {:.3f} nm |\n",
            hold_s, sum.with, sum.tests, sum.found, sum.expected, sum.large_found, sum.large,
            100.0 * sum.large_found / sum.large, sum.extra, sum.late, sum.limit_nm / sum.tests,
            sum.jump_error / sum.found, std::sqrt(sum.jump_square / sum.found));
}

void print_false(SimulationPlan plan, int seeds, unsigned threads) {
    plan.material.popin_share = 0;
    int tests = 0, with = 0, late = 0;
    for (int seed = 1; seed <= seeds; ++seed)
        for_each_test(plan, static_cast<std::uint64_t>(seed), threads, [&](const Found& test) {
            ++tests;
            with += test.cycle.values["pop_ins"_q] > 0 ? 1 : 0;
            late += test.cycle.values["late_events"_q] > 0 ? 1 : 0;
            for (const PopIn& event : test.cycle.pop_ins)
                fmt::print("  hold {} s: {} of {:.3f} nm at {:.1f} uN, {} points from the peak\n",
                           test.truth.hold_s, name(event.kind), event.jump_nm, event.load_uN,
                           static_cast<long>(event.first) -
                               static_cast<long>(test.cycle.parts.hold.begin));
        });
    fmt::print("{} clean curves: {} with a pop-in, {} with a late event\n", tests, with, late);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 5) return 1;
    const std::string what = arguments[1];
    const SimulationPlan plan = simulation_plan(arguments[2]).value();
    const int seeds = std::atoi(arguments[3]);
    const auto threads = static_cast<unsigned>(std::atoi(arguments[4]));
    if (what == "detection") print_detection(plan, seeds, threads);
    if (what == "false") print_false(plan, seeds, threads);
    return 0;
}
