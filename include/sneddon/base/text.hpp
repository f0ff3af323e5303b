// Text without a locale: numbers, natural order, nearest names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sneddon {

/// A number, only if the whole token (spaces around it aside) was used. "nan" and "inf" count.
std::optional<double> parse_number(std::string_view token, char decimal_mark = '.');

/// The shortest text that reads back as the same double; "" for NaN (an empty cell).
std::string number_text(double value);

/// "a2" before "a10": runs of digits compare as numbers. A strict weak order over all strings.
bool natural_less(std::string_view a, std::string_view b);

std::string_view trimmed(std::string_view text);
std::string lower_ascii(std::string_view text);

/// The candidate closest to `word` by edit distance, or "" when none is near.
std::string nearest_name(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace sneddon
