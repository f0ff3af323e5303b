// Hysitron's raw data of one test (.hys, versions 7VI3 and 9VI3): volts and the settings that turn
// them into load and depth. Every test is flagged: load and depth are ours, not TriboScan's.
#include <fmt/core.h>

#include <cmath>

#include "model/units.hpp"
#include "read/beside.hpp"
#include "read/hysitron/hys_columns.hpp"
#include "read/readers.hpp"
#include "read/text/curve_columns.hpp"
#include "read/text/time_stamp.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// In version 7 the segments begin at the zero point.
void mark_segments(const HysHead& head, Test& test) {
    if (head.segments.empty()) return;
    std::size_t first = 0;
    if (head.version == HysVersion::v7) {
        first = head.zero_point;
        if (first > 0) test.marks.push_back({0, ""});
    }
    double end_s = 0;
    for (const HysSegment& segment : head.segments) {
        if (first >= head.points) break;
        if (test.marks.empty() || test.marks.back().first < first)
            test.marks.push_back({first, ""});
        end_s += segment.duration_s;
        if (head.version == HysVersion::v9) {
            first += segment.points;
        } else {
            const double points = std::round(end_s / head.step_s);
            if (!(points < static_cast<double>(head.points))) break;
            first = head.zero_point + static_cast<std::size_t>(points);
        }
    }
    test.mark_source = MarkSource::segment_table;
}

// Seconds since 1900 in UTC, as LabWindows counts.
std::string utc_text(std::uint32_t seconds_since_1900) {
    constexpr std::uint32_t seconds_a_day = 86400, days_1900_to_1970 = 25567;
    const std::uint32_t day = seconds_since_1900 / seconds_a_day,
                        second = seconds_since_1900 % seconds_a_day;
    if (day < days_1900_to_1970) return "";
    return utc_time_stamp(std::int64_t{day} - days_1900_to_1970, second);
}

void read_facts(const HysHead& head, Test& test) {
    if (std::string stamp = utc_text(head.seconds_since_1900); !stamp.empty()) {
        test.time_stamp = std::move(stamp);
        test.inferences.push_back({"time stamp", "UTC", "seconds since 1900, not local time"});
    }
    if (head.x_mm && head.y_mm)
        test.position = StagePosition{um_per_mm * *head.x_mm, um_per_mm * *head.y_mm};
    constexpr double largest_nu = 0.5;
    if (head.poisson_ratio && *head.poisson_ratio > 0 && *head.poisson_ratio <= largest_nu)
        test.poisson_ratio = head.poisson_ratio;
    std::string area;
    for (const double C : head.area)
        area +=
            fmt::format("{}{}", area.empty() ? "" : ",", std::isfinite(C) ? number_text(C) : "?");
    test.inferences.push_back({"area function in the file", area,
                               "C0 to C5 of the head; not used unless given by --area-function"});
}

void tell_origin(const HysHead& head, Test& test) {
    const std::string evidence = fmt::format(
        "computed by this program with the settings of the head, as TriboScan does: "
        "b = {:g} nm/mN, c = {:g} nm/s",
        head.frame_nm_per_mN, head.drift_nm_per_s);
    const double drift =
        head.version == HysVersion::v9 ? head.drift_nm_per_s : -head.drift_nm_per_s;
    test.applied = {head.frame_nm_per_mN / uN_per_mN, drift, evidence};
    test.stated.frame_compliance_nm_per_uN = test.applied.frame_compliance_nm_per_uN;
    test.stated.drift_nm_per_s = drift;
    test.inferences.push_back({"load and depth", "computed from the volts", evidence});
    test.reader_flags.emplace_back("SND-R052");
}

}  // namespace

bool is_hysitron_hys(const Opening& opening) {
    constexpr std::size_t looked_at = 64;
    return opening.bytes.substr(0, looked_at).find("Hysitron Raw Data File") !=
           std::string_view::npos;
}

Result<FileContent> read_hysitron_hys(const Source& source) {
    FileContent content;
    // The export of a test and its raw form are one test, and the export is what people publish.
    if (const std::string text = triboscan_text_beside(source.name); !text.empty()) {
        content.companion = fmt::format("raw form (.hys) of the test in '{}'", file_name_of(text));
        return content;
    }
    const auto head = read_hys_head(source.text, source.name);
    if (!head) return head.error();
    Test test;
    test.curve = hys_curve(source.text, *head);
    if (auto error = find_empty_curve(test.curve, source, 0)) return *error;
    mark_segments(*head, test);
    read_facts(*head, test);
    tell_origin(*head, test);
    content.tests.push_back(std::move(test));
    return content;
}

}  // namespace sneddon
