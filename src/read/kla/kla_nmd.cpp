// Tests of a Nanomechanics or KLA indenter (.nmd; iNano, iMicro, G200X). From descriptions alone:
// no file was at hand, so that every test is flagged.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/nan.hpp"
#include "read/container/little_endian.hpp"
#include "read/kla/nmd_head.hpp"
#include "read/readers.hpp"
#include "read/text/table_body.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// The numbers are in SI units.
constexpr double nm_per_m = 1e9, uN_per_N = 1e6, s_per_s = 1;

const NmdChannel* find_channel(const NmdTest& test, std::string_view name) {
    const auto found = std::ranges::find_if(test.channels, [&](const NmdChannel& channel) {
        return lower_ascii(channel.name) == name;
    });
    return found == test.channels.end() ? nullptr : &*found;
}

std::vector<double> values_of(std::string_view bytes, const NmdChannel& channel, double factor) {
    std::vector<double> values;
    values.reserve(channel.count);
    for (std::size_t i = 0; i < channel.count; ++i) {
        const double value = f64_at(bytes, channel.position + i * sizeof(double));
        values.push_back(std::abs(value) < no_value_from ? factor * value : nan);
    }
    return values;
}

std::string names_of(const NmdTest& test) {
    constexpr std::size_t most_names = 12;
    std::string names;
    for (std::size_t i = 0; i < std::min(test.channels.size(), most_names); ++i)
        names += fmt::format("{}'{}'", i == 0 ? "" : ", ", test.channels[i].name);
    return names.empty() ? "none" : names + (test.channels.size() > most_names ? ", ..." : "");
}

void read_curve(std::string_view bytes, const NmdTest& from, Test& test) {
    const NmdChannel* time = find_channel(from, "time");
    const NmdChannel* depth = find_channel(from, "depth");
    const NmdChannel* load = find_channel(from, "load");
    if (time == nullptr || depth == nullptr || load == nullptr || load->count < 2 ||
        depth->count != load->count || time->count != load->count) {
        test.reader_flags.emplace_back("SND-R017");
        test.inferences.push_back(
            {"curve", "none",
             "no channels Time, Depth and Load of one length among " + names_of(from)});
        return;
    }
    test.curve.time_s = values_of(bytes, *time, s_per_s);
    test.curve.depth_nm = values_of(bytes, *depth, nm_per_m);
    test.curve.load_uN = values_of(bytes, *load, uN_per_N);
    std::size_t left_out = 0;
    for (const NmdChannel& channel : from.channels) {
        if (&channel == time || &channel == depth || &channel == load) continue;
        if (channel.count != load->count) {
            ++left_out;
            continue;
        }
        test.curve.channels.push_back({channel.name, "SI", values_of(bytes, channel, 1)});
    }
    if (left_out > 0)
        test.inferences.push_back({"channels left out", fmt::format("{}", left_out),
                                   "not as many values as the curve has points"});
}

}  // namespace

bool is_kla_nmd(const Opening& opening) {
    constexpr std::size_t enough_of_a_text = 4096;
    const std::string_view bytes =
        opening.is_text ? opening.bytes.substr(0, enough_of_a_text) : opening.bytes;
    return find_nmd_sample(bytes) != bytes.npos;
}

Result<FileContent> read_kla_nmd(const Source& source) {
    const auto tests = read_nmd_head(source.text, source.name);
    if (!tests) return tests.error();
    FileContent content;
    for (const NmdTest& from : *tests) {
        Test test;
        test.number = static_cast<int>(content.tests.size()) + 1;
        test.name = from.name;
        test.reader_flags.emplace_back("SND-R054");
        test.inferences.push_back(
            {"units", "m, N, s", "descriptions of .nmd by others; no file was at hand"});
        read_curve(source.text, from, test);
        content.tests.push_back(std::move(test));
    }
    if (std::ranges::any_of(content.tests, [](const Test& test) { return test.curve.size() > 0; }))
        return content;
    return Error{"SND-R017", std::string(source.name),
                 "no channels Time, Depth and Load of one length among " + names_of(tests->front()),
                 "the curve of a test", "export the tests as CSV"};
}

}  // namespace sneddon
