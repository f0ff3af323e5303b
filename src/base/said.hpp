// Numbers as sentences say them: what is no number is said so, never as "nan" or "inf".
#pragma once

#include <string>

namespace sneddon {

enum class Sign { minus, always };

/// "0.38"; "no number" when it is not finite.
std::string said_number(double value, int decimals, Sign sign = Sign::minus);

/// The same with significant digits: "1.23e-05".
std::string said_digits(double value, int digits);

/// "12 %"; "more than 1000 %" or "below -1000 %" beyond that, where a percentage says nothing but
/// that it is relative to nearly nothing; "an unknown part" when it is not finite.
std::string said_percent(double percent, int decimals, Sign sign = Sign::minus);

/// "-1.2 ± 0.3"; the value alone where its uncertainty is not known.
std::string said_with_u(double value, double u, int decimals);

/// The same with significant digits: four, and two of the uncertainty.
std::string said_with_u(double value, double u);

/// For cells of tables, with significant digits: "+0.012 %", "134 %", "> 1000 %", "< -1000 %", ""
/// when it is not finite.
std::string percent_cell(double percent, int digits = 3, Sign sign = Sign::always);

}  // namespace sneddon
