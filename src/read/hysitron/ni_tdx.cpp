// The numbers of an NI TDM file: nothing else stands in it, and without its head (.tdm) nobody can
// tell which number is what. It is the companion of its head, or named.
#include <fmt/core.h>

#include <cmath>

#include "read/beside.hpp"
#include "read/container/little_endian.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

FileContent companion(std::string what) {
    FileContent content;
    content.companion = std::move(what);
    return content;
}

std::string find_head(std::string_view path) {
    for (const std::string_view ending : {".tdm", ".TDM"})
        if (std::string head = with_ending(path, ending); is_file(head)) return head;
    return "";
}

}  // namespace

// Blocks of numbers without any head; the first is the time: 0, dt, 2 dt, ... as doubles.
bool is_ni_tdx(const Opening& opening) {
    constexpr std::size_t looked_at = 8;
    // From nanoseconds to hours between two points: other bits are no clock.
    constexpr double shortest_step_s = 1e-9, longest_step_s = 1e4;
    constexpr double largest_jitter = 1e-3;  // of the time: the clock counts in whole steps
    if (opening.is_text || opening.bytes.size() < looked_at * sizeof(double)) return false;
    const double step = f64_at(opening.bytes, sizeof(double)) - f64_at(opening.bytes, 0);
    if (f64_at(opening.bytes, 0) != 0 || !(step > shortest_step_s && step < longest_step_s))
        return false;
    for (std::size_t i = 1; i < looked_at; ++i) {
        const double expected = static_cast<double>(i) * step;
        if (!(std::abs(f64_at(opening.bytes, i * sizeof(double)) - expected) <
              largest_jitter * expected))
            return false;
    }
    return true;
}

Result<FileContent> read_ni_tdx(const Source& source) {
    if (const std::string head = find_head(source.name); !head.empty())
        return companion(fmt::format("numbers (.tdx) of '{}'", file_name_of(head)));
    if (const std::string text = triboscan_text_beside(source.name); !text.empty())
        return companion(fmt::format("raw form (.tdx) of the test in '{}'", file_name_of(text)));
    const std::string missing = file_name_of(with_ending(source.name, ".tdm"));
    return Error{"SND-R050", std::string(source.name),
                 fmt::format("the numbers of a test (.tdx) without their head, '{}'", missing),
                 "both files in one folder",
                 fmt::format("copy '{}' beside it, or export the test as text", missing)};
}

}  // namespace sneddon
