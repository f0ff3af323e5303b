// A test and a file as an instrument gives them, made here: for what is measured again and again.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "base/random.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

// Loading, a hold of 60 s with creep, unloading: 24,000 points.
inline constexpr double rate_per_s = 300, load_s = 10, hold_s = 60, unload_s = 10, peak_uN = 300;

inline double load_at(double t) {
    if (t < load_s) return peak_uN * t / load_s;
    return t < load_s + hold_s ? peak_uN : peak_uN * (1 - (t - load_s - hold_s) / unload_s);
}

inline double depth_at(double t) {
    const double creep = 1.2 * std::pow(std::clamp(t - load_s, 0.0, hold_s), 0.35);
    if (t < load_s + hold_s) return 48 * std::sqrt(load_at(t) / peak_uN) + creep;
    return 28 + (20 + creep) * std::pow(load_at(t) / peak_uN, 1 / 1.5);
}

inline Test made_test() {
    RandomStream noise(1);
    Test test;
    test.name = "made";
    const int points = static_cast<int>(rate_per_s * (load_s + hold_s + unload_s));
    for (int i = 0; i < points; ++i) {
        const double t = i / rate_per_s;
        test.curve.time_s.push_back(t);
        test.curve.load_uN.push_back(load_at(t) + 0.15 * noise.normal());
        test.curve.depth_nm.push_back(depth_at(t) + 0.15 * noise.normal());
    }
    return test;
}

// TriboScan's text of five columns, six decimals.
inline constexpr int rows_of_text = 16'000;

inline std::string made_text() {
    RandomStream random(1);
    std::string text = fmt::format(
        "Tue Nov 22 15:55:04 2022\n\nNumber of Points = {}\n"
        "Depth (nm)\tLoad (\xB5N)\tTime (s)\tDepth (V)\tLoad (V)\n",
        rows_of_text);
    for (int i = 0; i < rows_of_text; ++i)
        text +=
            fmt::format("{:.6f}\t{:.6f}\t{:.6f}\t{:.6f}\t{:.6f}\n", 0.02 * i + random.normal(),
                        0.7 * i + random.normal(), 0.005 * i, random.normal(), random.uniform());
    return text;
}

}  // namespace sneddon
