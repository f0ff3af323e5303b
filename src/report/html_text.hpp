// Small pieces of the report: numbers, symbols and cells as HTML. What they take from files and
// recipes is escaped here, so that sections only join pieces.
#pragma once

#include <string>
#include <string_view>

#include "sneddon/figure/markup.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// "1,171": how many there are of something.
std::string count_text(std::size_t count);
/// "1 test", "12 tests".
std::string count_text(std::size_t count, std::string_view noun);

/// With so many significant digits and thin spaces from five digits on; "4.2 × 10⁻⁷" where digits
/// would be mostly zeros; "" when not finite.
std::string number_html(double value, int digits);

/// "4.30 ± 0.39": the deviation with two digits, the mean to the same place.
std::string mean_sd_html(const GroupStatistic& statistic);

/// "F_max,raw" -> <i>F</i><sub>max,raw</sub>, "eta_IT" -> <i>η</i><sub>IT</sub>.
std::string symbol_html(std::string_view symbol);

/// H_IT (GPa), with meaning, formula and clause as its tool tip.
std::string quantity_html(QuantityIndex quantity);

/// The code with the title of its page as its tool tip.
std::string code_html(std::string_view code);

}  // namespace sneddon
