#include "base/said.hpp"

#include <fmt/core.h>

#include <cmath>

namespace sneddon {
namespace {

constexpr double largest_percent = 1000;

}  // namespace

std::string said_number(double value, int decimals, Sign sign) {
    if (!std::isfinite(value)) return "no number";
    return sign == Sign::always ? fmt::format("{:+.{}f}", value, decimals)
                                : fmt::format("{:.{}f}", value, decimals);
}

std::string said_digits(double value, int digits) {
    return std::isfinite(value) ? fmt::format("{:.{}g}", value, digits) : "no number";
}

std::string said_percent(double percent, int decimals, Sign sign) {
    if (!std::isfinite(percent)) return "an unknown part";
    if (percent > largest_percent) return fmt::format("more than {:g} %", largest_percent);
    if (percent < -largest_percent) return fmt::format("below {:g} %", -largest_percent);
    return said_number(percent, decimals, sign) + " %";
}

std::string said_with_u(double value, double u, int decimals) {
    const std::string number = said_number(value, decimals);
    return std::isfinite(u) && std::isfinite(value)
               ? fmt::format("{} ± {:.{}f}", number, u, decimals)
               : number;
}

std::string said_with_u(double value, double u) {
    if (!std::isfinite(value)) return "no number";
    return std::isfinite(u) ? fmt::format("{:.4g} ± {:.2g}", value, u)
                            : fmt::format("{:.4g}", value);
}

std::string percent_cell(double percent, int digits, Sign sign) {
    if (!std::isfinite(percent)) return "";
    if (percent > largest_percent) return fmt::format("> {:g} %", largest_percent);
    if (percent < -largest_percent) return fmt::format("< {:g} %", -largest_percent);
    // More digits before the point than are significant: never "1e+02 %".
    if (std::fabs(percent) >= std::pow(10, digits) - 0.5) return said_percent(percent, 0, sign);
    return sign == Sign::always ? fmt::format("{:+.{}g} %", percent, digits)
                                : fmt::format("{:.{}g} %", percent, digits);
}

}  // namespace sneddon
