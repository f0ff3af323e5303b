#include "study/groups/load_functions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "model/units.hpp"

namespace sneddon {
namespace {

struct Width {
    double absolute;
    double relative;
};
// Wider than what an instrument scatters, narrower than what a laboratory varies (seconds, parts).
constexpr Width hold_width{0.5, 0.02}, ramp_width{0.5, 0.05}, peak_width{0, 0.05};

/// Values fallen into classes: a class begins with its smallest value and is no wider than `width`.
struct Classes {
    std::vector<std::size_t> class_of_value;
    std::vector<double> nominal;  ///< median of each class
};

Classes classes(const std::vector<double>& values, Width width) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(values[i], i); });
    Classes result;
    result.class_of_value.resize(values.size());
    for (std::size_t first = 0; first < order.size();) {
        const double low = values[order[first]];
        const double limit = low + std::max(width.absolute, width.relative * std::abs(low));
        std::size_t last = first;
        while (last < order.size() && values[order[last]] <= limit)
            result.class_of_value[order[last++]] = result.nominal.size();
        // The middle one, a value that was measured; a mean would name loads that no test had.
        result.nominal.push_back(values[order[(first + last - 1) / 2]]);
        first = last;
    }
    return result;
}

/// What is not known, of a file without times, is a class of its own, below all others.
constexpr double not_known = -1;

double known(double value) {
    return std::isnan(value) ? not_known : value;
}

/// Whole seconds from 1 s up, tenths below.
std::string seconds_text(double value) {
    if (value < 0) return "unknown";
    constexpr double shown_as_zero = 0.05, shown_as_one = 0.95;  // where the tenths round so
    if (value < shown_as_zero) return "0 s";
    return value < shown_as_one ? fmt::format("{:.1f} s", value) : fmt::format("{:.0f} s", value);
}

/// Two significant digits when they are within 2 %, else three.
std::string load_text(double value_uN) {
    if (value_uN < 0) return "unknown";
    constexpr double near_two_digits = 0.02;  // 299.1 reads as 300
    const bool is_mN = value_uN >= uN_per_mN;
    const double value = is_mN ? value_uN / uN_per_mN : value_uN;
    const double magnitude = std::pow(10, std::floor(std::log10(value)) - 1);
    const double two_digits = std::round(value / magnitude) * magnitude;
    const bool is_near = std::abs(two_digits - value) <= near_two_digits * value;
    const double shown = is_near ? two_digits : std::round(value / magnitude * 10) * magnitude / 10;
    return fmt::format("{:.4g} {}", shown, is_mN ? "mN" : "uN");
}

/// Names of classes; where two would read the same, with one decimal more.
template <class Text>
std::vector<std::string> nominal_names(const Classes& found, Text text) {
    std::vector<std::string> names;
    for (const double value : found.nominal) names.push_back(text(value));
    const std::set<std::string> different(names.begin(), names.end());
    if (different.size() == names.size()) return names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = fmt::format("{:.2f} s", found.nominal[i]);
    return names;
}

}  // namespace

std::vector<std::string> name_load_functions(std::span<const LoadFunctionShape> shapes) {
    std::vector<double> peaks, ramps, holds;
    for (const LoadFunctionShape& shape : shapes) {
        peaks.push_back(known(shape.peak_uN));
        ramps.push_back(known(shape.ramp_s));
        holds.push_back(known(shape.hold_s));
    }
    const Classes peak = classes(peaks, peak_width), ramp = classes(ramps, ramp_width),
                  hold = classes(holds, hold_width);
    const auto peak_names = nominal_names(peak, load_text);
    const auto ramp_names = nominal_names(ramp, seconds_text);
    const auto hold_names = nominal_names(hold, seconds_text);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        std::string text;
        if (peak.nominal.size() > 1) text += "peak " + peak_names[peak.class_of_value[i]] + ", ";
        if (ramp.nominal.size() > 1) text += "ramp " + ramp_names[ramp.class_of_value[i]] + ", ";
        names.push_back(text + "hold " + hold_names[hold.class_of_value[i]]);
    }
    return names;
}

}  // namespace sneddon
