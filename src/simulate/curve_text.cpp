#include <fmt/core.h>

#include <array>
#include <chrono>
#include <cstring>
#include <vector>

#include "simulate/export_text.hpp"
#include "simulate/fixed_decimals.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using Column = const std::vector<double>*;

/// "2025-01-06T08:00:00" -> "Mon Jan  6 08:00:00 2025", as C's ctime.
std::string ctime_text(const std::string& stamp) {
    constexpr std::array weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto part = [&](std::size_t at, std::size_t length) {
        return static_cast<int>(*parse_number(stamp.substr(at, length)));
    };
    const int year = part(0, 4), month = part(5, 2), day = part(8, 2);
    const std::chrono::sys_days date = std::chrono::year(year) /
                                       std::chrono::month(static_cast<unsigned>(month)) /
                                       std::chrono::day(static_cast<unsigned>(day));
    return fmt::format("{} {} {:>2} {} {}", weekdays[std::chrono::weekday(date).c_encoding()],
                       months[static_cast<std::size_t>(month - 1)], day, stamp.substr(11), year);
}

char* put_row(char* out, const std::vector<Column>& columns, std::size_t i, char separator,
              std::string_view line_end) {
    bool is_first = true;
    for (const Column column : columns) {
        if (!is_first) *out++ = separator;
        is_first = false;
        out = put_fixed6(out, (*column)[i]);
    }
    std::memcpy(out, line_end.data(), line_end.size());
    return out + line_end.size();
}

}  // namespace

std::string triboscan_text(const Test& test) {
    const Curve& curve = test.curve;
    std::vector<Column> columns = {&curve.depth_nm, &curve.load_uN, &curve.time_s};
    std::string text = test.time_stamp ? ctime_text(*test.time_stamp) : std::string();
    text += fmt::format("\r\n\r\nNumber of Points = {}\r\nDepth (nm)\tLoad (\xb5N)\tTime (s)",
                        curve.size());
    for (const Channel& channel : curve.channels) {
        text += fmt::format("\t{} ({})", channel.name, channel.unit);
        columns.push_back(&channel.values);
    }
    text += "\r\n";
    const std::size_t head = text.size();
    text.resize(head + curve.size() * (columns.size() * (longest_fixed6 + 1) + 2) +
                2 * test.marks.size());
    char* out = text.data() + head;
    std::size_t next_mark = 1;  // no blank line above the first segment
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (next_mark < test.marks.size() && test.marks[next_mark].first == i) {
            std::memcpy(out, "\r\n", 2);
            out += 2;
            ++next_mark;
        }
        out = put_row(out, columns, i, '\t', "\r\n");
    }
    text.resize(static_cast<std::size_t>(out - text.data()));
    return text;
}

std::string csv_text(const Test& test) {
    const Curve& curve = test.curve;
    std::vector<Column> columns = {&curve.time_s, &curve.depth_nm, &curve.load_uN};
    std::string text = "time_s,depth_nm,load_uN";
    for (const Channel& channel : curve.channels) {
        if (channel.unit == "V") continue;  // the transducer's own
        text += fmt::format(",{} ({})", channel.name, channel.unit);
        columns.push_back(&channel.values);
    }
    text += "\n";
    const std::size_t head = text.size();
    text.resize(head + curve.size() * columns.size() * (longest_fixed6 + 1));
    char* out = text.data() + head;
    for (std::size_t i = 0; i < curve.size(); ++i) out = put_row(out, columns, i, ',', "\n");
    text.resize(static_cast<std::size_t>(out - text.data()));
    return text;
}

}  // namespace sneddon
