// Files .hys made for tests: a plate on a spring whose load and depth are known.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace sneddon::testing {

struct MadeHysSegment {
    double duration_s = 0, begin_s = 0, begin_uN = 0, end_uN = 0;
    std::uint32_t points = 0;
};

struct MadeHys {
    bool is_v9 = true;
    std::uint32_t seconds_since_1900 = 3863701256;  // 2022-06-08 18:20:56
    double load_scale = 12.5, depth_scale = 220, frame = 3.25, drift = 1.5;
    double electrostatic = 0.04, gap = 72, bias = 0.25, step_s = 0.05;
    std::uint32_t zero_point = 3;
    std::vector<MadeHysSegment> segments;
    /// True load and displacement from the place of the bias.
    std::vector<double> load_uN, travel_um;
    std::string sample = "Sample 3\n";

    double spring_uN_per_um() const { return 9.80665 * depth_scale / load_scale; }
    double gain() const { return is_v9 ? 1 : 100; }

    /// Where the bias holds the plate: the root of k x = C V_0² (d/(d - x))² by bisection.
    double bias_um() const {
        double low = 0, high = gap / 4;
        for (int i = 0; i < 200; ++i) {
            const double middle = (low + high) / 2, nearer = gap / (gap - middle);
            const double pull = 1e4 * electrostatic * bias * bias * nearer * nearer;
            (pull > spring_uN_per_um() * middle ? low : high) = middle;
        }
        return low;
    }

    std::string bytes() const {
        std::string file(is_v9 ? "9VI3" : "7VI3");
        file += "Hysitron Raw Data File\n";
        file.resize(0x123, '\0');
        put(file, 0x1B, seconds_since_1900);
        put_pair(file, 0x23, load_scale);
        put_pair(file, 0x33, electrostatic);
        put_pair(file, 0x43, depth_scale);
        put_pair(file, 0x53, frame);
        put_pair(file, 0x6B, drift);
        put(file, 0xB3, 24.5);
        put(file, 0xE3, static_cast<std::uint32_t>(load_uN.size()));
        put(file, 0xE7, is_v9 ? -1.67e299 : step_s);
        put(file, 0xEF, static_cast<std::uint32_t>(gain()));
        put(file, 0xF3, static_cast<std::uint32_t>(gain()));
        put(file, 0xF7, zero_point);
        put(file, 0xFB, electrostatic);
        put(file, 0x103, gap);
        put(file, 0x10F, bias);
        put(file, 0x11F, static_cast<std::uint32_t>(segments.size()));
        for (const MadeHysSegment& segment : segments) {
            add(file, std::uint32_t{917297844});  // nobody sets it
            for (const double value :
                 {segment.duration_s, segment.begin_s, segment.begin_s + segment.duration_s,
                  segment.begin_uN, segment.end_uN})
                add(file, value);
            if (is_v9) add(file, segment.points);
        }
        add(file, 0.0);
        add(file, 29.5);
        file += '\x10';
        add_volts(file);
        for (const double value : {-86.4, -23.7, 0.0, 0.0, 0.0, 1141.0, 0.07, 0.25})
            add(file, value);
        return file + sample + std::string(400, '\0');
    }

  private:
    template <class T>
    static std::array<char, sizeof(T)> raw(T value) {
        return std::bit_cast<std::array<char, sizeof(T)>>(value);
    }
    template <class T>
    static void put(std::string& file, std::size_t at, T value) {
        const auto bytes = raw(value);
        file.replace(at, bytes.size(), bytes.data(), bytes.size());
    }
    /// As at the acquisition, and as the user left it.
    static void put_pair(std::string& file, std::size_t at, double value) {
        put(file, at, 2 * value);
        put(file, at + 8, value);
    }
    template <class T>
    static void add(std::string& file, T value) {
        const auto bytes = raw(value);
        file.append(bytes.data(), bytes.size());
    }

    double depth_volts(std::size_t i) const { return -travel_um[i] * depth_scale * gain() / 1000; }
    double load_volts(std::size_t i) const {
        const double x = travel_um[i] + bias_um(), nearer = gap / (gap - x);
        return std::sqrt((load_uN[i] + spring_uN_per_um() * x) /
                         (1e4 * electrostatic * nearer * nearer));
    }
    static std::int16_t steps(double volts) {
        return static_cast<std::int16_t>(std::lround(volts * 32768 / 10));
    }
    void add_volts(std::string& file) const {
        for (std::size_t i = 0; i < load_uN.size() && is_v9; ++i) add(file, load_volts(i));
        for (std::size_t i = 0; i < load_uN.size(); ++i) {
            if (is_v9) {
                add(file, depth_volts(i));
            } else {
                add(file, steps(depth_volts(i)));
                add(file, steps(load_volts(i)));
            }
        }
    }
};

/// 3 points before the contact, then up and down in two segments of 20 points.
inline MadeHys made_hys(bool is_v9) {
    MadeHys made;
    made.is_v9 = is_v9;
    for (int i = 0; i < 43; ++i) {
        const double part = i < 3 ? 0 : i < 23 ? (i - 3) / 20.0 : (43 - i) / 20.0;
        made.load_uN.push_back(8000 * part);
        made.travel_um.push_back(0.01 + 0.3 * part);
    }
    if (is_v9)
        made.segments = {{0.15, 0, 0, 0, 3}, {1, 0.2, 0, 8000, 20}, {2, 1.2, 8000, 0, 20}};
    else
        made.segments = {{1, 0, 0, 8000, 0}, {1, 1, 8000, 0, 0}};
    return made;
}

}  // namespace sneddon::testing
