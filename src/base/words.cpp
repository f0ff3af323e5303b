#include "base/words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

/// Decimals that show `digits` significant digits of a value, negative for tens and hundreds.
int decimals_for(double value, int digits) {
    // The exponent as printed: 9.996 has three digits as 10.0.
    const std::string scientific = fmt::format("{:.{}e}", std::fabs(value), digits - 1);
    const auto exponent =
        parse_number(std::string_view(scientific).substr(scientific.find('e') + 1));
    return digits - 1 - static_cast<int>(exponent.value_or(0));
}

std::string fixed_point(double value, int decimals) {
    if (decimals >= 0) return tick_label(value, decimals);
    const double unit = std::pow(10.0, -decimals);
    return tick_label(std::round(value / unit) * unit, 0);
}

std::string scientific(double value, int digits) {
    constexpr std::string_view raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    const std::string text = fmt::format("{:.{}e}", std::fabs(value), digits - 1);
    const std::size_t e = text.find('e');
    std::string result = (value < 0 ? "\u2212" : "") + text.substr(0, e) + " × 10";
    if (text[e + 1] == '-') result += "⁻";
    const std::size_t first = std::min(text.find_first_not_of('0', e + 2), text.size() - 1);
    for (const char c : text.substr(first)) result += raised[c - '0'];
    return result;
}

}  // namespace

std::string tick_label(double value, int decimals) {
    if (decimals > 6 || std::fabs(value) >= 1e9) return fmt::format("{:g}", value);
    const std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string label = value < 0 ? "\u2212" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (whole >= 5 && i > 0 && i < whole && (whole - i) % 3 == 0) label += "\u2009";
        label += digits[i];
    }
    return label;
}

Words& Words::add(std::string_view text) {
    if (!text.empty()) pieces_.push_back({std::string(text), "", false});
    return *this;
}

Words& Words::add(const Words& words) {
    pieces_.insert(pieces_.end(), words.pieces_.begin(), words.pieces_.end());
    return *this;
}

Words& Words::value(std::string_view text, std::string_view ref) {
    pieces_.push_back({std::string(text), std::string(ref), false});
    return *this;
}

Words& Words::fixed(std::string_view text) {
    pieces_.push_back({std::string(text), "", true});
    return *this;
}

std::string Words::plain() const {
    std::string text;
    for (const Piece& piece : pieces_) text += piece.text;
    return text;
}

std::string number_words(double value, int digits) {
    if (!std::isfinite(value)) return "";
    if (value == 0) return "0";
    const double size = std::fabs(value);
    if (size < 1e-4 || size >= 1e9) return scientific(value, digits);
    return fixed_point(value, std::max(0, decimals_for(value, digits)));
}

MeanAndSpread mean_and_spread(double mean, double spread) {
    if (!std::isfinite(spread) || !(spread > 0)) return {number_words(mean, 4), ""};
    if (spread < 1e-5 || std::max(std::fabs(mean), spread) >= 1e9)
        return {number_words(mean, 4), number_words(spread, 2)};
    const int decimals = decimals_for(spread, 2);
    return {fixed_point(mean, decimals), fixed_point(spread, decimals)};
}

}  // namespace sneddon
