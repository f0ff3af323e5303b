// Start and end of the program: what every call of it costs. Limit: 20 ms.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

namespace {

void program_version(benchmark::State& state) {
    const std::string command = std::string(SNEDDON_PROGRAM_DIR) + "/sneddon --version >/dev/null";
    for (auto _ : state)
        if (std::system(command.c_str()) != 0) state.SkipWithError("the program is not there");
}
BENCHMARK(program_version)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
