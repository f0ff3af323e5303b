// One test of 24,000 points, read and analysed: uncertainty, sensitivity, pop-ins and flags, as a
// run does it, without Monte Carlo. The test is made here: loading, a hold of 60 s with creep,
// unloading.
#include <benchmark/benchmark.h>

#include "made_input.hpp"
#include "sneddon/tools/engine.hpp"

namespace sneddon {
namespace {

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
