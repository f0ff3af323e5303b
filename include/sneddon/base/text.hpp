// Text without a locale: numbers, natural order, nearest names.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sneddon {

/// A number, only if the whole token (spaces around it aside) was used. "nan" and "inf" count, a
/// number too large for a double is infinite.
std::optional<double> parse_number(std::string_view token, char decimal_mark = '.');

/// The number at the very start of `text`; length 0 when there is none. For the bodies of large
/// tables: nothing is copied and the end of the token is not looked for first. A number too large
/// for a double is infinite.
struct ScannedNumber {
    double value = 0;
    std::size_t length = 0;
};
ScannedNumber scan_number(std::string_view text, char decimal_mark = '.');

/// The shortest text that reads back as the same double; "" for NaN (an empty cell).
std::string number_text(double value);

/// 1200 -> "1,200".
std::string count_text(std::size_t count);

/// "a2" before "a10": runs of digits compare as numbers. A strict weak order over all strings.
bool natural_less(std::string_view a, std::string_view b);

std::string_view trimmed(std::string_view text);
std::string lower_ascii(std::string_view text);

/// "a, b": the texts in a row, with what stands between them.
template <class Texts>
std::string joined(const Texts& texts, std::string_view between) {
    std::string line;
    for (const auto& text : texts) {
        if (!line.empty()) line += between;
        line += text;
    }
    return line;
}

/// The candidate closest to `word` by edit distance, or "" when none is near.
std::string nearest_name(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace sneddon
