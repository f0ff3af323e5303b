#include "figure/plot/axis_ticks.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sneddon {
namespace {

/// mantissa x 10^exponent, the mantissa 1, 2 or 5.
struct Step {
    int mantissa;
    int exponent;
};

/// k steps. Dividing by an exact power of ten gives the double nearest to 0.3, multiplying by 0.1
/// would not.
double multiple(double k, Step step) {
    const double whole = k * step.mantissa;
    return step.exponent >= 0 ? whole * std::pow(10.0, step.exponent)
                              : whole / std::pow(10.0, -step.exponent);
}

Step next(Step step) {
    if (step.mantissa == 1) return {2, step.exponent};
    if (step.mantissa == 2) return {5, step.exponent};
    return {1, step.exponent + 1};
}

}  // namespace

AxisTicks axis_ticks(double low, double high, int most) {
    assert(most >= 2);
    const double span = high - low;
    if (!std::isfinite(span) || !(span > 0)) return {};
    Step step = {1, static_cast<int>(std::floor(std::log10(span / most))) - 1};
    if (step.exponent < -300) return {};
    // A limit that is a tick up to rounding counts: 0.6/0.2 is 2.9999999999999996.
    const double slack = 1e-9 * span;
    double first = 0, last = 0;
    for (;; step = next(step)) {
        const double width = multiple(1, step);
        first = std::ceil((low - slack) / width);
        last = std::floor((high + slack) / width);
        if (last - first + 1 <= most) break;
    }
    AxisTicks ticks;
    ticks.decimals = std::max(0, -step.exponent);
    for (double k = first; k <= last; ++k) ticks.values.push_back(multiple(k == 0 ? 0 : k, step));
    return ticks;
}

AxisRange axis_range(double low, double high) {
    if (!std::isfinite(low) || !std::isfinite(high) || low > high) return {};
    const double room = low < high ? 0.04 * (high - low) : std::max(0.5, 0.05 * std::fabs(low));
    const bool begins_at_zero = low >= 0 && high > 0 && low < high / 3;
    return {begins_at_zero ? 0 : low - room, high + room};
}

}  // namespace sneddon
