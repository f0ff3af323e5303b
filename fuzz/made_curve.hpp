// Bytes as a measured curve. Free numbers are no load-hold-unload and end at the first check: so
// the bytes say what is changed in a sound curve, or, one time in four, are the curve.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <cmath>
#include <limits>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon::fuzz {

/// Any double that a file can hold, mostly of a size that instruments write.
inline double odd_number(FuzzedDataProvider& bytes) {
    switch (bytes.ConsumeIntegralInRange(0, 7)) {
        case 0:
            return std::numeric_limits<double>::quiet_NaN();
        case 1:
            return bytes.ConsumeFloatingPoint<double>();
        case 2:
            return std::pow(10, bytes.ConsumeIntegralInRange(-300, 300));
        case 3:
            return 0;
        default:
            return bytes.ConsumeIntegral<std::int16_t>() / 16.0;
    }
}

/// Approach, loading, hold, unloading, and a drift hold in some.
inline Curve sound_curve(std::size_t points, double peak_uN, double hold_share) {
    Curve curve;
    for (std::size_t i = 0; i < points; ++i) {
        const double x = static_cast<double>(i) / static_cast<double>(points);
        const double ramp = (1 - hold_share) / 2;
        const double up = std::min(x / ramp, 1.0),
                     down = std::max((x - ramp - hold_share) / ramp, 0.0);
        const double share = std::min(up, 1 - down);
        curve.time_s.push_back(20 * x);
        curve.load_uN.push_back(peak_uN * share);
        const double held = std::clamp((x - ramp) / std::max(hold_share, 0.01), 0.0, 1.0);
        const double plastic = 60 * std::sqrt(up) + 4 * std::pow(held, 0.4);
        curve.depth_nm.push_back(down > 0 ? plastic - 30 * (1 - std::pow(1 - down, 0.667))
                                          : plastic);
    }
    return curve;
}

inline void change(Curve& curve, FuzzedDataProvider& bytes) {
    const std::size_t size = curve.size();
    if (size == 0) return;
    std::vector<double>* columns[] = {&curve.time_s, &curve.depth_nm, &curve.load_uN};
    std::vector<double>& column = *columns[bytes.ConsumeIntegralInRange(0, 2)];
    const auto at = bytes.ConsumeIntegralInRange<std::size_t>(0, size - 1);
    const auto end = bytes.ConsumeIntegralInRange<std::size_t>(at, size);
    const double value = odd_number(bytes);
    const int kind = bytes.ConsumeIntegralInRange(0, 6);
    if (kind == 0) column[at] = value;
    for (std::size_t i = at; i < end; ++i) {
        if (kind == 1) column[i] += value;
        if (kind == 2) column[i] *= value;
        if (kind == 3) column[i] = column[at];
        if (kind == 4) column[i] = value;
        if (kind == 5 && i % 2 == 0) column[i] += value;
    }
    if (kind == 6)
        for (std::vector<double>* each : columns) each->resize(end);
}

inline Curve made_curve(FuzzedDataProvider& bytes) {
    constexpr std::size_t most_points = 160;
    Curve curve;
    if (bytes.ConsumeIntegralInRange(0, 3) == 0) {
        while (bytes.remaining_bytes() >= 3 && curve.size() < most_points) {
            curve.time_s.push_back(odd_number(bytes));
            curve.depth_nm.push_back(odd_number(bytes));
            curve.load_uN.push_back(odd_number(bytes));
        }
        return curve;
    }
    const auto points = bytes.ConsumeIntegralInRange<std::size_t>(8, most_points);
    const double peak_uN = std::pow(10, bytes.ConsumeIntegralInRange(-2, 8));
    curve = sound_curve(points, peak_uN, bytes.ConsumeIntegralInRange(0, 9) / 10.0);
    for (int changes = bytes.ConsumeIntegralInRange(0, 12); changes > 0; --changes)
        change(curve, bytes);
    return curve;
}

/// A test as readers give it: three columns of one length, points that are no finite number NaN.
inline Test made_test(FuzzedDataProvider& bytes) {
    Test test;
    test.mark_source = static_cast<MarkSource>(bytes.ConsumeIntegralInRange(0, 4));
    test.declared_cycles = bytes.ConsumeIntegralInRange(0, 3);
    const int marks = bytes.ConsumeIntegralInRange(0, 4);
    std::vector<std::size_t> places;
    for (int i = 0; i < marks; ++i) places.push_back(bytes.ConsumeIntegral<std::uint8_t>());
    test.curve = made_curve(bytes);
    for (auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        for (double& value : *column)
            if (!(std::abs(value) < 1e99)) value = std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t place : places)
        if (place < test.curve.size() && (test.marks.empty() || test.marks.back().first < place))
            test.marks.push_back({place, ""});
    if (test.marks.empty()) test.mark_source = MarkSource::none;
    return test;
}

}  // namespace sneddon::fuzz
