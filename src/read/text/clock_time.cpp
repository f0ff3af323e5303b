#include "read/text/clock_time.hpp"

#include <algorithm>
#include <cmath>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr double s_per_min = 60, s_per_h = 3600, s_per_day = 86400;

}  // namespace

std::optional<double> parse_clock_s(std::string_view cell) {
    cell = trimmed(cell);
    const std::size_t first = cell.find(':'), last = cell.rfind(':');
    if (first == std::string_view::npos || last == first) return std::nullopt;
    const std::string_view seconds = cell.substr(last + 1);
    const auto h = parse_number(cell.substr(0, first));
    const auto min = parse_number(cell.substr(first + 1, last - first - 1));
    const auto s = parse_number(seconds, seconds.find(',') == seconds.npos ? '.' : ',');
    const bool is_clock = h && min && s && *h >= 0 && *h == std::floor(*h) && *min >= 0 &&
                          *min < s_per_min && *min == std::floor(*min) && *s >= 0 && *s < s_per_min;
    if (!is_clock) return std::nullopt;
    return *h * s_per_h + *min * s_per_min + *s;
}

void count_from_first_row(std::vector<double>& time_s) {
    const auto first =
        std::ranges::find_if(time_s, [](double time) { return std::isfinite(time); });
    if (first == time_s.end()) return;
    const double start = *first;
    double days_s = 0, before = start;
    for (double& time : time_s) {
        if (!std::isfinite(time)) continue;
        if (time < before - s_per_day / 2) days_s += s_per_day;
        before = time;
        time += days_s - start;
    }
}

}  // namespace sneddon
