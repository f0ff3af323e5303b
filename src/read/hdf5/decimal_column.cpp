#include "read/hdf5/decimal_column.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sneddon {
namespace {

// Powers of ten and whole numbers that a double holds exactly.
constexpr std::array powers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr double largest_exact = 9007199254740992.0;  // 2^53

bool is_held(double value, double scale) {
    const double whole = std::nearbyint(value * scale);
    return std::abs(whole) <= largest_exact && whole / scale == value;
}

}  // namespace

double power_of_ten(int decimals) {
    return powers[static_cast<std::size_t>(decimals)];
}

ColumnCode widened(const ColumnCode& code, std::span<const double> values) {
    ColumnCode wider = code;
    if (wider.decimals == no_decimals) return wider;
    double largest = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        while (!is_held(value, power_of_ten(wider.decimals))) {
            if (++wider.decimals == static_cast<int>(powers.size()) || std::isinf(value)) {
                wider.decimals = no_decimals;
                return wider;
            }
        }
        largest = std::max(largest, std::abs(value));
    }
    // More decimals make every whole number larger, those of earlier values too.
    const double before = static_cast<double>(code.largest) / power_of_ten(code.decimals);
    const double whole = std::nearbyint(std::max(largest, before) * power_of_ten(wider.decimals));
    if (whole > largest_exact) wider.decimals = no_decimals;
    wider.largest = whole > largest_exact ? 0 : static_cast<std::int64_t>(whole);
    return wider;
}

template <class Whole>
void to_wholes(std::span<const double> values, int decimals, std::vector<Whole>& to) {
    const double scale = power_of_ten(decimals);
    to.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i];
        if (std::isnan(value))
            to[i] = missing_whole<Whole>;
        else if (value == 0 && std::signbit(value))
            to[i] = minus_zero_whole<Whole>;
        else
            to[i] = static_cast<Whole>(std::nearbyint(value * scale));
    }
}
template void to_wholes(std::span<const double>, int, std::vector<std::int32_t>&);
template void to_wholes(std::span<const double>, int, std::vector<std::int64_t>&);

}  // namespace sneddon
