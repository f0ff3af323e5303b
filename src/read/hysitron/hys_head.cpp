#include "read/hysitron/hys_head.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>

#include "base/encoding.hpp"
#include "read/container/little_endian.hpp"
#include "read/text/table_body.hpp"

namespace sneddon {
namespace {

// Places in the file, packed without alignment, lowest byte first. Found on 47 pairs of .hys and
// text (9VI3) and 16 files with tables of results (7VI3); no description by the vendor is known.
constexpr std::size_t at_time = 0x1B, at_load_scale = 0x23, at_depth_scale = 0x43, at_frame = 0x53,
                      at_drift = 0x6B, at_area = 0xB3, at_points = 0xE3, at_step = 0xE7,
                      at_depth_gain = 0xEF, at_zero_point = 0xF7, at_electrostatic = 0xFB,
                      at_plate_spacing = 0x103, at_bias = 0x10F, at_segment_count = 0x11F,
                      at_segments = 0x123;
constexpr std::size_t segment_bytes_v7 = 44, segment_bytes_v9 = 48;
constexpr std::size_t behind_segments = 17;  // two doubles, then the bits of the converter
constexpr std::uint32_t converter_bits = 16;
// Behind the volts: place, tip, name of the sample and 10 lines "DEFAULT_FOR_FUTURE_STRING": 1133
// to 1134 bytes in the files that were seen, more for a longer name.
constexpr std::size_t least_tail = 64, most_tail = 4096;
constexpr std::size_t in_tail_poisson = 0x38;

struct Reader {
    std::string_view bytes, name;

    Error wrong(std::string found, std::string expected) const {
        return {"SND-R053", std::string(name), std::move(found), std::move(expected),
                "copy the file again, or export the test as text"};
    }
    double number(std::size_t position) const { return f64_at(bytes, position); }
    /// The second of a pair: as the user left it.
    double current(std::size_t position) const { return number(position + sizeof(double)); }
    std::optional<double> stated(std::size_t position) const {
        const double value = number(position);
        return std::isfinite(value) && std::abs(value) < no_value_from ? std::optional(value)
                                                                       : std::nullopt;
    }
};

std::optional<Error> find_wrong_setting(const Reader& file, const HysHead& head) {
    struct Setting {
        std::string_view name;
        double value;
        bool is_positive;
    };
    const std::array settings = {
        Setting{"load scale", head.load_scale_mV_per_mg, true},
        Setting{"displacement scale", head.depth_scale_mV_per_um, true},
        Setting{"electrostatic constant", head.electrostatic_uN_per_V2, true},
        Setting{"plate spacing", head.plate_spacing_um, true},
        Setting{"gain of the displacement", head.depth_gain, true},
        Setting{"bias", head.bias_V, false},
        Setting{"machine compliance", head.frame_nm_per_mN, false},
        Setting{"drift rate", head.drift_nm_per_s, false},
    };
    // A setting of an instrument is within nine decades of one of its units.
    constexpr double largest = 1e9, smallest = 1e-9;
    for (const Setting& setting : settings)
        if (!(std::abs(setting.value) < largest) ||
            (setting.is_positive && !(setting.value > smallest)))
            return file.wrong(fmt::format("{} {:g}", setting.name, setting.value),
                              "a setting that an instrument can have");
    return std::nullopt;
}

std::optional<Error> read_segments(const Reader& file, std::size_t count, HysHead& head) {
    const bool has_points = head.version == HysVersion::v9;
    const std::size_t size = has_points ? segment_bytes_v9 : segment_bytes_v7;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        // A type that nobody set, duration, begin and end, demands at both, points.
        const std::size_t at = at_segments + i * size + sizeof(std::int32_t);
        HysSegment segment{file.number(at), file.number(at + 8), file.number(at + 24),
                           file.number(at + 32), 0};
        if (has_points) segment.points = u32_at(file.bytes, at + 40);
        if (!(segment.duration_s >= 0 && segment.duration_s < no_value_from &&
              std::abs(segment.begin_s) < no_value_from))
            return file.wrong(fmt::format("segment {} from {:g} s on for {:g} s", i + 1,
                                          segment.begin_s, segment.duration_s),
                              "times of a test");
        sum += segment.points;
        head.segments.push_back(segment);
    }
    if (has_points && sum != head.points)
        return file.wrong(fmt::format("segments of {} points in all", sum),
                          fmt::format("the {} of the test", head.points));
    return std::nullopt;
}

}  // namespace

Result<HysHead> read_hys_head(std::string_view bytes, std::string_view name) {
    const Reader file{bytes, name};
    if (bytes.size() < at_segments)
        return file.wrong(fmt::format("{} bytes", bytes.size()), "a head and the volts of a test");
    HysHead head;
    const bool is_v7 = bytes.starts_with("7VI3");
    if (!is_v7 && !bytes.starts_with("9VI3"))
        return file.wrong(
            fmt::format("version '{}'",
                        text_utf8(bytes.substr(0, bytes.find("Hysitron")).substr(0, 16))),
            "7VI3 or 9VI3, the versions whose layout is known");
    head.version = is_v7 ? HysVersion::v7 : HysVersion::v9;
    const std::uint64_t points = u32_at(bytes, at_points), count = u32_at(bytes, at_segment_count);
    const std::uint64_t behind =
        at_segments + count * (is_v7 ? segment_bytes_v7 : segment_bytes_v9) + behind_segments;
    const std::uint64_t volts = points * 2 * (is_v7 ? sizeof(std::int16_t) : sizeof(double));
    if (behind + volts + least_tail > bytes.size() || bytes.size() > behind + volts + most_tail)
        return file.wrong(
            fmt::format("{} points and {} segments in {} bytes", points, count, bytes.size()),
            fmt::format("{} bytes and a tail of {} to {}", behind + volts, least_tail, most_tail));
    if (byte_at(bytes, static_cast<std::size_t>(behind) - 1) != converter_bits)
        return file.wrong("no byte 16 in front of the volts", "the bits of the converter");
    head.points = static_cast<std::size_t>(points);
    head.zero_point = u32_at(bytes, at_zero_point);
    if (points < 2 || head.zero_point >= points)
        return file.wrong(fmt::format("the zero point {} of {} points", head.zero_point, points),
                          "a point of the test");
    head.volts_position = static_cast<std::size_t>(behind);
    head.seconds_since_1900 = u32_at(bytes, at_time);
    head.load_scale_mV_per_mg = file.current(at_load_scale);
    head.depth_scale_mV_per_um = file.current(at_depth_scale);
    head.electrostatic_uN_per_V2 = file.number(at_electrostatic);
    head.plate_spacing_um = file.number(at_plate_spacing);
    head.bias_V = file.number(at_bias);
    head.frame_nm_per_mN = file.current(at_frame);
    head.drift_nm_per_s = file.current(at_drift);
    head.depth_gain = u32_at(bytes, at_depth_gain);
    if (is_v7) head.step_s = file.number(at_step);
    for (std::size_t k = 0; k < 6; ++k) head.area[k] = file.number(at_area + 8 * k);
    if (auto error = find_wrong_setting(file, head)) return *error;
    if (is_v7 && !(head.step_s > 0 && head.step_s < no_value_from))
        return file.wrong(fmt::format("{:g} s between two points", head.step_s), "a time step");
    if (auto error = read_segments(file, static_cast<std::size_t>(count), head)) return *error;
    const std::size_t tail = static_cast<std::size_t>(behind + volts);
    head.x_mm = file.stated(tail);
    head.y_mm = file.stated(tail + sizeof(double));
    head.poisson_ratio = file.stated(tail + in_tail_poisson);
    return head;
}

}  // namespace sneddon
