// The study stage alone, on the simulated study of 1,200 tests with every option by default
// (bootstrap of k 200, goodness of fit 1,000, permutations 999).
#include <benchmark/benchmark.h>

#include <chrono>

#include "support/simulated_findings.hpp"

namespace {

using namespace sneddon;

void BM_study_stage(benchmark::State& state) {
    const auto threads = static_cast<unsigned>(state.range(0));
    for ([[maybe_unused]] auto _ : state) {
        auto rows = testing::simulated_rows("zr50cu40al10", 1, 0, 300, threads);
        StudyOptions options;
        options.threads = threads;
        options.area_function = rows.area_function;
        const auto begin = std::chrono::steady_clock::now();
        find_findings(rows.study, rows.holds, options);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        state.SetIterationTime(took.count());
    }
}
BENCHMARK(BM_study_stage)->Arg(1)->Arg(2)->UseManualTime()->Unit(benchmark::kSecond)->Iterations(3);

}  // namespace
