// Speed of the TriboScan reader on a text of its own, against the plain way to read numbers in C++;
// and of the numbers of a .tdx.
#include <benchmark/benchmark.h>
#include <fast_float/fast_float.h>

#include <sstream>
#include <string>

#include "made_input.hpp"
#include "read/container/tdm/tdm_values.hpp"
#include "read/text/table_body.hpp"
#include "sneddon/read/read_file.hpp"
#include "unit/read/container/tdm/tdm_bytes.hpp"

namespace sneddon {
namespace {

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

/// The rows alone: what the numbers of a text cost, and what a column costs that is passed over.
void parse_rows(benchmark::State& state) {
    const std::string text = made_text();
    const std::size_t body = text.find("Load (V)") + 9;
    TableShape shape{.columns = 5, .expected_rows = rows_of_text};
    for (int i = 0; i < state.range(0); ++i) shape.is_passed_over.push_back(false);
    shape.is_passed_over.resize(5, true);
    for (auto _ : state) {
        const TableBody parsed = read_table_body(text, body, shape);
        if (parsed.rows != rows_of_text) state.SkipWithError("not all rows were read");
        benchmark::DoNotOptimize(parsed);
    }
    report_bytes(state, text);
}
BENCHMARK(parse_rows)->ArgName("columns")->Arg(5)->Arg(4)->Arg(3);

/// The same text with a decimal less in every second row and column: nothing is as above it.
std::string uneven_text() {
    const std::string even = made_text();
    std::string text;
    for (std::size_t i = 0, cell = 0; i < even.size(); ++i) {
        const bool is_end = even[i] == '\t' || even[i] == '\n';
        if (is_end && ++cell % 2 == 0 && cell > 10) text.pop_back();
        text += even[i];
    }
    return text;
}

void parse_uneven_rows(benchmark::State& state) {
    const std::string text = uneven_text();
    const std::size_t body = text.find("Load (V)") + 9;
    for (auto _ : state) benchmark::DoNotOptimize(read_table_body(text, body, {.columns = 5}));
    report_bytes(state, text);
}
BENCHMARK(parse_uneven_rows);

/// What such numbers cost with fast_float alone, without a table around them.
void scan_with_fast_float(benchmark::State& state) {
    const std::string text = made_text();
    const char* const end = text.data() + text.size();
    for (auto _ : state) {
        double sum = 0;
        for (const char* at = text.data() + text.find("Load (V)") + 9; at < end; ++at) {
            double value = 0;
            at = fast_float::from_chars(at, end, value).ptr;
            sum += value;
        }
        benchmark::DoNotOptimize(sum);
    }
    report_bytes(state, text);
}
BENCHMARK(scan_with_fast_float);

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
        if (values.size() != std::size_t{5} * rows_of_text)
            state.SkipWithError("not all numbers were read");
        benchmark::DoNotOptimize(values);
    }
    report_bytes(state, text);
}
BENCHMARK(read_with_istream);

}  // namespace
}  // namespace sneddon
