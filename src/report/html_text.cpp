#include "html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/figure/axis_ticks.hpp"

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

std::string fixed(double value, int decimals) {
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

std::string count_text(std::size_t count) {
    const std::string digits = std::to_string(count);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
        text += digits[i];
    }
    return text;
}

std::string count_text(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count_text(count), noun, count == 1 ? "" : "s");
}

std::string number_html(double value, int digits) {
    if (!std::isfinite(value)) return "";
    if (value == 0) return "0";
    const double size = std::fabs(value);
    if (size < 1e-4 || size >= 1e9) return scientific(value, digits);
    return fixed(value, std::max(0, decimals_for(value, digits)));
}

std::string mean_sd_html(const GroupStatistic& statistic) {
    if (!std::isfinite(statistic.sd) || statistic.sd == 0) return number_html(statistic.mean, 4);
    const double size = std::max(std::fabs(statistic.mean), statistic.sd);
    if (statistic.sd < 1e-5 || size >= 1e9)
        return number_html(statistic.mean, 4) + " ± " + number_html(statistic.sd, 2);
    const int decimals = decimals_for(statistic.sd, 2);
    return fixed(statistic.mean, decimals) + " ± " + fixed(statistic.sd, decimals);
}

std::string symbol_html(std::string_view symbol) {
    const std::size_t low = symbol.find('_');
    const std::string_view base = symbol.substr(0, low);
    std::string html = "<i>" + (base == "eta" ? "η" : escaped_markup(base)) + "</i>";
    if (low != std::string_view::npos)
        html += "<sub>" + escaped_markup(symbol.substr(low + 1)) + "</sub>";
    return html;
}

std::string quantity_html(QuantityIndex quantity) {
    const QuantityInfo& info = quantity.info();
    std::string meaning(info.text);
    if (!info.formula.empty()) meaning += fmt::format("; {} = {}", info.symbol, info.formula);
    if (!info.iso.empty()) meaning += fmt::format("; ISO 14577-1: {}", info.iso);
    std::string html = fmt::format("<span class=\"quantity\" title=\"{}\">{}",
                                   escaped_markup(meaning), symbol_html(info.symbol));
    if (!info.unit.empty()) html += fmt::format(" ({})", escaped_markup(info.unit));
    return html + "</span>";
}

std::string code_html(std::string_view code) {
    if (code.empty()) return "";
    const CodePage* page = find_code(code);
    return fmt::format("<code class=\"page\" title=\"{}\">{}</code>",
                       page ? escaped_markup(page->title) : "", escaped_markup(code));
}

}  // namespace sneddon
