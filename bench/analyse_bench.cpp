// One test of 24,000 points, read and analysed: uncertainty, sensitivity, pop-ins and flags, as a
// run does it, without Monte Carlo. The test is made here: loading, a hold of 60 s with creep,
// unloading.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "sneddon/tools/engine.hpp"

namespace sneddon {
namespace {

constexpr double rate_per_s = 300, load_s = 10, hold_s = 60, unload_s = 10, peak_uN = 300;

double load_at(double t) {
    if (t < load_s) return peak_uN * t / load_s;
    return t < load_s + hold_s ? peak_uN : peak_uN * (1 - (t - load_s - hold_s) / unload_s);
}

double depth_at(double t) {
    const double creep = 1.2 * std::pow(std::clamp(t - load_s, 0.0, hold_s), 0.35);
    if (t < load_s + hold_s) return 48 * std::sqrt(load_at(t) / peak_uN) + creep;
    return 28 + (20 + creep) * std::pow(load_at(t) / peak_uN, 1 / 1.5);
}

Test made_test() {
    RandomStream noise(1);
    Test test;
    test.name = "made";
    const int points = static_cast<int>(rate_per_s * (load_s + hold_s + unload_s));
    for (int i = 0; i < points; ++i) {
        const double t = i / rate_per_s;
        test.curve.time_s.push_back(t);
        test.curve.load_uN.push_back(load_at(t) + 0.15 * noise.normal());
        test.curve.depth_nm.push_back(depth_at(t) + 0.15 * noise.normal());
    }
    return test;
}

void analyse_one_test(benchmark::State& state) {
    const Test test = made_test();
    RunRequest request;
    request.area_function = "ideal";
    request.poisson_ratio = 0.36;
    const auto recipe = analysis_recipe(request);
    if (!recipe) return state.SkipWithError("no recipe");
    for (auto _ : state) {
        const TestResult result = analyse(test, *recipe);
        if (result.cycles.empty()) state.SkipWithError("no cycle");
        benchmark::DoNotOptimize(result);
    }
}
BENCHMARK(analyse_one_test)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sneddon
