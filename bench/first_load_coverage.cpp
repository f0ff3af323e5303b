// The law of first pop-ins fitted to simulated studies, against its truth: tables for
// docs/validation.md.
// usage: first_load_coverage drawn|found PRESET SEEDS THREADS
//        first_load_coverage later RATE SEEDS THREADS
//   drawn  each true jump is measured with the noise of a loading and seen above 5.5 sd of it: the
//          statistics alone, in a tenth of the time
//   found  by the analysis of the simulated curve
//   later  drawn, and after the first pop-in others follow at RATE per uN: one that is seen may
//          follow an unseen one
#include <fmt/core.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "study/pop_ins/first_load_fit.hpp"

namespace {

using namespace sneddon;

struct Seen {
    TestTruth truth;
    SearchedTest test;
};

constexpr double noise_nm = 0.0895, factor = 5.5, from_uN = 4;  // of the loadings of zr50cu40al10

SearchedTest drawn(const TestTruth& truth, double peak_uN, RandomStream& random) {
    SearchedTest test;
    test.noise_nm = noise_nm * (1 + 0.04 * random.normal());
    test.limit_nm = factor * test.noise_nm;
    test.from_uN = from_uN;
    test.to_uN = peak_uN;
    const double jump_nm = truth.popin_jump_nm + noise_nm * random.normal();
    if (truth.popin_load_uN > from_uN && jump_nm > test.limit_nm) {
        test.load_uN = truth.popin_load_uN;
        test.jump_nm = jump_nm;
    }
    return test;
}

SearchedTest found(const Test& made, const SimulationPlan& plan) {
    AnalysisRecipe recipe;
    recipe.correction.tip_radius_nm = plan.tip.radius_nm;
    recipe.uncertainty.monte_carlo = 0;
    const CycleResult cycle = analyse(made, recipe).cycles.front();
    SearchedTest test;
    test.limit_nm = cycle.values["pop_in_limit_nm"_q];
    test.noise_nm = cycle.values["pop_in_noise_nm"_q];
    test.from_uN = cycle.values["pop_in_from_uN"_q];
    test.to_uN = cycle.values["F_max_uN"_q];
    if (!(cycle.values["pop_ins"_q] > 0)) return test;
    test.load_uN = cycle.values["pop_in_load_uN"_q];
    test.jump_nm = cycle.values["pop_in_jump_nm"_q];
    test.later = static_cast<std::size_t>(cycle.values["pop_ins"_q]) - 1;
    return test;
}

struct Sums {
    int studies = 0, fitted = 0;
    std::array<double, 3> mean{}, width{};
    std::array<int, 3> covered{};
};

void add(const std::vector<SearchedTest>& tests, const std::array<double, 3>& truth, Sums& sums) {
    const FirstLoadFit fit = fit_first_loads(FirstLoadLikelihood(tests), FirstLoadFamily::weibull);
    ++sums.studies;
    if (!fit.is_fitted()) return;
    ++sums.fitted;
    const auto [k, lambda_uN] = fit.parameters.law.parameters();
    const std::array values = {k, lambda_uN, fit.parameters.share};
    const std::array intervals = {fit.intervals[0], fit.intervals[1], fit.share};
    for (std::size_t j = 0; j < truth.size(); ++j) {
        sums.mean[j] += values[j];
        sums.width[j] += intervals[j].high - intervals[j].low;
        sums.covered[j] += intervals[j].low <= truth[j] && truth[j] <= intervals[j].high ? 1 : 0;
    }
}

void print_line(const std::string& first, const Sums& sums) {
    const double n = sums.fitted;
    fmt::print(
        "| {} | {} of {} | {:.2f} | {} | {:.1f} | {} | {:.3f} | {} | {:.1f}, {:.1f} uN, {:.2f} |\n",
        first, sums.fitted, sums.studies, sums.mean[0] / n, sums.covered[0], sums.mean[1] / n,
        sums.covered[1], sums.mean[2] / n, sums.covered[2], sums.width[0] / n, sums.width[1] / n,
        sums.width[2] / n);
}

std::map<double, std::vector<SearchedTest>> tests_of(const SimulationPlan& plan, int seed,
                                                     unsigned threads, bool is_drawn,
                                                     RandomStream& random) {
    const SimulatedStudy study = draw_study(plan, static_cast<std::uint64_t>(seed)).value();
    std::map<double, std::vector<SearchedTest>> tests;
    ordered_parallel(
        study.tests.size(), threads, {},
        [&](std::size_t i) {
            const SimulatedTest made = simulated_curve(study, i);
            return Seen{made.truth, is_drawn ? SearchedTest{} : found(made.test, plan)};
        },
        [&](std::size_t, Seen&& seen) {
            if (is_drawn) seen.test = drawn(seen.truth, plan.programme.peak_uN, random);
            tests[seen.truth.hold_s].push_back(seen.test);
        });
    return tests;
}

struct LaterStudy {
    double k = 6, lambda_uN = 105, share = 0.9, peak_uN = 300;
    double jump_nm = 0.85, at_uN = 100, power = 2.2, spread = 0.4;  ///< median; sd of its ln
};

SearchedTest drawn_with_later(const LaterStudy& study, double later_per_uN, RandomStream& random) {
    SearchedTest test;
    test.noise_nm = noise_nm;
    test.limit_nm = factor * noise_nm;
    test.from_uN = from_uN;
    test.to_uN = study.peak_uN;
    if (random.uniform() >= study.share) return test;
    double load_uN = study.lambda_uN * std::pow(-std::log1p(-random.uniform()), 1 / study.k);
    for (; load_uN < study.peak_uN; load_uN -= std::log1p(-random.uniform()) / later_per_uN) {
        const double jump_nm = study.jump_nm * std::pow(load_uN / study.at_uN, study.power) *
                                   std::exp(study.spread * random.normal()) +
                               noise_nm * random.normal();
        if (!(jump_nm > test.limit_nm && load_uN > from_uN)) continue;
        if (test.is_seen()) {
            ++test.later;
            continue;
        }
        test.load_uN = load_uN;
        test.jump_nm = jump_nm;
    }
    return test;
}

void print_later(double later_per_uN, int seeds, unsigned threads) {
    constexpr int tests_of_a_study = 200;
    const LaterStudy study;
    Sums sums;
    ordered_parallel(
        static_cast<std::size_t>(seeds), threads, {},
        [&](std::size_t i) {
            RandomStream random(78, i);
            std::vector<SearchedTest> tests;
            for (int test = 0; test < tests_of_a_study; ++test)
                tests.push_back(drawn_with_later(study, later_per_uN, random));
            Sums one;
            add(tests, {study.k, study.lambda_uN, study.share}, one);
            return one;
        },
        [&](std::size_t, Sums&& one) {
            sums.studies += one.studies;
            sums.fitted += one.fitted;
            for (std::size_t j = 0; j < sums.mean.size(); ++j) {
                sums.mean[j] += one.mean[j];
                sums.width[j] += one.width[j];
                sums.covered[j] += one.covered[j];
            }
        });
    print_line(fmt::format("{} per uN", later_per_uN), sums);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 5) return 1;
    const int seeds = std::atoi(arguments[3]);
    const auto threads = static_cast<unsigned>(std::atoi(arguments[4]));
    std::puts(
        "| | fitted | mean k | k held | mean lambda, uN | lambda held | mean share | share held | "
        "widths of the intervals |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    if (std::string(arguments[1]) == "later") {
        print_later(std::atof(arguments[2]), seeds, threads);
        return 0;
    }
    const bool is_drawn = std::string(arguments[1]) == "drawn";
    const SimulationPlan plan = simulation_plan(arguments[2]).value();
    const SimulatedMaterial& material = plan.material;
    const std::array truth = {material.popin_shape, material.popin_load_uN, material.popin_share};
    RandomStream random(77);
    std::map<double, Sums> all;
    for (int seed = 1; seed <= seeds; ++seed)
        for (const auto& [hold_s, tests] : tests_of(plan, seed, threads, is_drawn, random))
            add(tests, truth, all[hold_s]);
    for (const auto& [hold_s, sums] : all) print_line(fmt::format("{} s", hold_s), sums);
    return 0;
}
