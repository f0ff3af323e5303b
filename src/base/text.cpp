#include "sneddon/base/text.hpp"

#include <fast_float/fast_float.h>
#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

#include "base/minus.hpp"
#include "base/nan.hpp"
#include "base/numbers/short_decimal.hpp"

namespace sneddon {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::size_t digits_end(std::string_view text, std::size_t from) {
    while (from < text.size() && is_digit(text[from])) ++from;
    return from;
}

/// How many letters to change, add or take; nothing where that is not below `limit`.
std::optional<std::size_t> edit_distance_below(std::size_t limit, std::string_view a,
                                               std::string_view b) {
    const auto [shorter, longer] = std::minmax({a.size(), b.size()});
    if (longer - shorter >= limit) return std::nullopt;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        std::size_t least = row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least >= limit) return std::nullopt;  // no later row has less
    }
    return row.back() < limit ? std::optional(row.back()) : std::nullopt;
}

// Longer than any number that is written with a sense.
constexpr std::size_t longest_number = 64;

struct Normalised {
    std::string text;                ///< with '-' and 'e'
    std::vector<std::size_t> begin;  ///< of each byte of `text` in the original, and its end
};

// "\u22121.5", "1.5D+03", "2e\u22123" -> "-1.5", "1.5e+03", "2e-3". The first byte that belongs to
// no number ends it.
Normalised normalised(std::string_view text) {
    Normalised number;
    std::size_t at = 0;
    while (at < text.size() && number.text.size() < longest_number) {
        const char c = text[at];
        const std::size_t minus = minus_length(text.substr(at));
        if (minus == 0 && !is_digit(c) && std::string_view("+-.,eEdD").find(c) == text.npos) break;
        number.text += minus > 0 ? '-' : c == 'd' || c == 'D' ? 'e' : c;
        number.begin.push_back(at);
        at += minus > 0 ? minus : 1;
    }
    number.begin.push_back(at);
    return number;
}

// Of a number that ended at `end`: an exponent in D, or one with a minus of typography.
bool goes_on(std::string_view text, std::size_t end) {
    if (end + 1 >= text.size()) return false;
    const char c = text[end], next = text[end + 1];
    if (c == 'D' || c == 'd')
        return is_digit(next) || next == '+' || minus_length(text.substr(end + 1)) > 0 ||
               next == '-';
    return (c == 'e' || c == 'E') && minus_length(text.substr(end + 1)) > 0;
}

// Flattened: whether g++ puts the library's function in here hangs on what else the file holds, and
// a twentieth of the time of a text hangs on it.
[[gnu::flatten]] ScannedNumber scan_plain_number(std::string_view text, char decimal_mark) {
    const bool has_plus = !text.empty() && text.front() == '+';
    if (has_plus) text.remove_prefix(1);
    if (text.empty() || (has_plus && text.front() == '-')) return {};
    ScannedNumber scanned;
    const fast_float::parse_options options(fast_float::chars_format::general, decimal_mark);
    const auto [end, error] = fast_float::from_chars_advanced(
        text.data(), text.data() + text.size(), scanned.value, options);
    if (error != std::errc() && error != std::errc::result_out_of_range) return {};
    scanned.length = static_cast<std::size_t>(end - text.data()) + (has_plus ? 1 : 0);
    return scanned;
}

}  // namespace

ScannedNumber scan_number(std::string_view text, char decimal_mark) {
    const ScannedNumber short_one =
        scan_short_decimal(text.data(), text.data() + text.size(), decimal_mark);
    if (short_one.length > 0) return short_one;
    const ScannedNumber plain = scan_plain_number(text, decimal_mark);
    const bool is_plain = plain.length > 0 ? !goes_on(text, plain.length) : minus_length(text) == 0;
    if (is_plain) return plain;
    const Normalised number = normalised(text);
    ScannedNumber scanned = scan_plain_number(number.text, decimal_mark);
    scanned.length = number.begin[scanned.length];
    return scanned;
}

std::optional<double> parse_number(std::string_view token, char decimal_mark) {
    token = trimmed(token);
    const ScannedNumber scanned = scan_number(token, decimal_mark);
    if (scanned.length == 0 || scanned.length != token.size()) return std::nullopt;
    return scanned.value;
}

std::string number_text(double value) {
    if (is_nan(value)) return "";
    if (value == 0) return "0";
    return fmt::format("{}", value);
}

std::string count_text(std::size_t count) {
    std::string text = std::to_string(count);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            const std::size_t end_i = digits_end(a, i), end_j = digits_end(b, j);
            std::string_view run_a = a.substr(i, end_i - i), run_b = b.substr(j, end_j - j);
            while (run_a.size() > 1 && run_a.front() == '0') run_a.remove_prefix(1);
            while (run_b.size() > 1 && run_b.front() == '0') run_b.remove_prefix(1);
            if (run_a.size() != run_b.size()) return run_a.size() < run_b.size();
            if (run_a != run_b) return run_a < run_b;
            i = end_i;
            j = end_j;
        } else {
            if (a[i] != b[j])
                return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i;
            ++j;
        }
    }
    const std::size_t rest_a = a.size() - i, rest_b = b.size() - j;
    if (rest_a != rest_b) return rest_a < rest_b;
    return a < b;  // "a01" and "a1" are not the same file
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string nearest_name(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        if (const auto distance = edit_distance_below(best_distance, word, candidate)) {
            best = candidate;
            best_distance = *distance;
        }
    }
    return std::string(best);
}

}  // namespace sneddon
