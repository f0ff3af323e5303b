// The demo study as TriboScan's text and as one archive: bytes, and the time to read all of it, on
// one core and on all. docs/validation.md has the ratios.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/tools/convert.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

/// 100 tests of each load function, written once.
class Study {
  public:
    Study() {
        SimulateRequest simulated;
        simulated.output_folder = (folder_.path() / "study").string();
        simulated.tests_per_load_function = 100;
        is_written_ = simulate(simulated, {}).ok();
        for (const auto& entry : fs::directory_iterator(simulated.output_folder))
            if (entry.path().extension() == ".txt") {
                texts.push_back(entry.path().string());
                text_bytes += fs::file_size(entry.path());
            }
        ConvertRequest converted;
        converted.paths = {simulated.output_folder};
        converted.output = archive = (folder_.path() / "study.h5").string();
        is_written_ = is_written_ && convert(converted, {}).ok();
        if (is_written_) archive_bytes = fs::file_size(archive);
    }
    bool is_written() const { return is_written_; }

    std::vector<std::string> texts;
    std::string archive;
    std::uintmax_t text_bytes = 0, archive_bytes = 0;

  private:
    testing::TemporaryFolder folder_;
    bool is_written_ = false;
};

const Study& study() {
    static const Study written;
    return written;
}

std::size_t points_of(const Result<FileContent>& content) {
    std::size_t points = 0;
    if (content)
        for (const Test& test : content->tests) points += test.curve.size();
    return points;
}

void report(benchmark::State& state, std::size_t points) {
    if (points == 0) state.SkipWithError("nothing was read");
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(study().text_bytes));
    state.counters["text/archive"] =
        static_cast<double>(study().text_bytes) / static_cast<double>(study().archive_bytes);
}

void read_study_as_text(benchmark::State& state) {
    if (!study().is_written()) return state.SkipWithError("no study");
    std::size_t points = 0;
    for (auto _ : state) {
        points = 0;
        ordered_parallel(
            study().texts.size(), static_cast<unsigned>(state.range(0)), Stop(),
            [&](std::size_t i) { return points_of(read_file(study().texts[i])); },
            [&](std::size_t, std::size_t of_file) { points += of_file; });
    }
    report(state, points);
}
BENCHMARK(read_study_as_text)
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Repetitions(5)
    ->Unit(benchmark::kMillisecond);

void read_study_as_archive(benchmark::State& state) {
    if (!study().is_written()) return state.SkipWithError("no study");
    std::size_t points = 0;
    for (auto _ : state)
        points = points_of(read_file(study().archive, {{}, static_cast<unsigned>(state.range(0))}));
    report(state, points);
}
BENCHMARK(read_study_as_archive)
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Repetitions(5)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sneddon
