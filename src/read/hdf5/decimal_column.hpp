// Columns of an archive. A decimal number of k digits behind its point is the whole number i of
// value = i / 10^k: one division, rounded once, gives the double that its text gives. What is no
// such number stays a double.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {

inline constexpr int no_decimals = -1;  ///< stored as doubles

/// Instead of a number: none (NaN), and zero with a minus ("-0.000" of an instrument).
template <class Whole>
inline constexpr Whole missing_whole = std::numeric_limits<Whole>::min();
template <class Whole>
inline constexpr Whole minus_zero_whole = std::numeric_limits<Whole>::min() + 1;

/// What an archive stores a column as.
struct ColumnCode {
    int decimals = 0;          ///< or no_decimals
    std::int64_t largest = 0;  ///< of the whole numbers, without their signs
    bool fits_32_bits() const { return largest <= std::numeric_limits<std::int32_t>::max() - 1; }
};

/// `code` for these values too: as many decimals as they need, at least as many as before.
ColumnCode widened(const ColumnCode& code, std::span<const double> values);

/// 10^decimals.
double power_of_ten(int decimals);

/// Values that `decimals` hold, as widened() says.
template <class Whole>
void to_wholes(std::span<const double> values, int decimals, std::vector<Whole>& to);

/// The whole numbers of `bytes`, which may begin anywhere, as values.
template <class Whole>
void to_values(std::string_view bytes, int decimals, std::span<double> to) {
    const double scale = power_of_ten(decimals);
    const auto whole = [&](std::size_t i) {
        Whole number;
        std::memcpy(&number, bytes.data() + i * sizeof(Whole), sizeof(Whole));
        return number;
    };
    Whole lowest = 0;
    for (std::size_t i = 0; i < to.size(); ++i) {
        const Whole number = whole(i);
        lowest = std::min(lowest, number);
        to[i] = static_cast<double>(number) / scale;
    }
    if (lowest > minus_zero_whole<Whole>) return;
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (whole(i) == minus_zero_whole<Whole>) to[i] = -0.0;
        if (whole(i) == missing_whole<Whole>) to[i] = nan;
    }
}

}  // namespace sneddon
