// Units of the columns of instruments, in every disguise the micro sign is found in.
#pragma once

#include <optional>
#include <string_view>

namespace sneddon {

enum class Dimension { load, depth, time };

std::string_view name(Dimension dimension);
std::string_view working_unit(Dimension dimension);  ///< "uN", "nm", "s"

/// What the prefix of a unit is worth.
inline constexpr double kilo = 1e3;
inline constexpr double mega = 1e6;
inline constexpr double giga = 1e9;

struct Unit {
    Dimension dimension = Dimension::load;
    std::string_view name;  ///< as printed: "µN"
    /// A working value is x * times / per; one of the two is 1, so that the result is rounded once.
    double times = 1;
    double per = 1;
    /// The micro sign had become '?' or U+FFFD on the way: m and n would have survived.
    bool is_micro_restored = false;
};

/// `text` as bytes of the file (any code page) or as typed by a user. The whole text must be a
/// unit. The micro sign may be U+00B5, U+03BC, U+FF75, B5, u, the bytes of cp932, cp949 and GBK,
/// UTF-8 read as cp1252, '?' or U+FFFD. A micro sign that is missing altogether is not guessed.
/// A prefix may be written out, before a symbol or a word: "micro N", "millinewtons".
std::optional<Unit> parse_unit(std::string_view text);

/// "micro", "Milli", "mega": belongs to the unit behind it, whether or not that unit is known.
bool is_prefix_word(std::string_view word);

}  // namespace sneddon
