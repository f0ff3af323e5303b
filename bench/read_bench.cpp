// Speed of the TriboScan reader on a text of its own, against the plain way to read numbers in C++;
// and of the numbers of a .tdx.
#include <benchmark/benchmark.h>

#include <fmt/core.h>

#include <sstream>
#include <string>

#include "base/random.hpp"
#include "read/container/tdm/tdm_values.hpp"
#include "sneddon/read/read_file.hpp"
#include "unit/read/container/tdm/tdm_bytes.hpp"

namespace sneddon {
namespace {

constexpr int rows = 16'000;

std::string made_text() {
    RandomStream random(1);
    std::string text = fmt::format(
        "Tue Nov 22 15:55:04 2022\n\nNumber of Points = {}\n"
        "Depth (nm)\tLoad (\xB5N)\tTime (s)\tDepth (V)\tLoad (V)\n",
        rows);
    for (int i = 0; i < rows; ++i)
        text +=
            fmt::format("{:.6f}\t{:.6f}\t{:.6f}\t{:.6f}\t{:.6f}\n", 0.02 * i + random.normal(),
                        0.7 * i + random.normal(), 0.005 * i, random.normal(), random.uniform());
    return text;
}

void report_bytes(benchmark::State& state, const std::string& text) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_hysitron_txt(benchmark::State& state) {
    const std::string text = made_text();
    for (auto _ : state) {
        auto content = read_bytes(text, "made.txt", {});
        if (!content) state.SkipWithError("the text was refused");
        benchmark::DoNotOptimize(content);
    }
    report_bytes(state, text);
}
BENCHMARK(read_hysitron_txt);

void decode_tdx(benchmark::State& state) {
    testing::MadeTdm made;
    made.is_big_endian = state.range(0) != 0;
    made.groups = {{"group", {{"volts", "V", std::vector<double>(std::size_t{2} << 20, 0.5)}}}};
    const std::string body = made.body();
    const auto head = read_tdm_head(made.head(), "made.tdm");
    if (!head) return state.SkipWithError("the head was refused");
    for (auto _ : state)
        benchmark::DoNotOptimize(tdm_values(*head, head->groups[0].channels[0], body, "made.tdx"));
    report_bytes(state, body);
}
BENCHMARK(decode_tdx)->Arg(0)->Arg(1);  // little and big endian

// The same numbers with std::istream: the ratio of the two is what matters.
void read_with_istream(benchmark::State& state) {
    const std::string text = made_text();
    for (auto _ : state) {
        std::istringstream stream(text);
        std::string line;
        for (int i = 0; i < 4; ++i) std::getline(stream, line);
        std::vector<double> values;
        for (double value = 0; stream >> value;) values.push_back(value);
        if (values.size() != std::size_t{5} * rows)
            state.SkipWithError("not all numbers were read");
        benchmark::DoNotOptimize(values);
    }
    report_bytes(state, text);
}
BENCHMARK(read_with_istream);

}  // namespace
}  // namespace sneddon
