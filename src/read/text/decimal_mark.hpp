// Point or comma: read where it is certain, an error where a number can be read both ways.
#pragma once

#include <string>
#include <string_view>

namespace sneddon {

enum class DecimalMark {
    point,
    comma,      ///< certain: "0,416", "12,5", "1234,567"
    ambiguous,  ///< every number with a comma has three digits behind it: "1,234"
    grouped,    ///< "1,234.5", "1.234,5" or "1,234,567": digits in groups
    mixed,      ///< some numbers have a comma and some a point
};

struct DecimalMarkFound {
    DecimalMark mark = DecimalMark::point;
    std::string evidence;  ///< the number that decided, as in the file
};

/// Looks at the numbers of the rows from `position` on, as far as it takes to decide. The delimiter
/// is not a comma, or the comma only counts inside quotes.
DecimalMarkFound find_decimal_mark(std::string_view text, std::size_t position, char delimiter);

}  // namespace sneddon
