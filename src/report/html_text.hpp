// Small pieces of the report: numbers, symbols and cells as HTML. What they take from files and
// recipes is escaped here, so that sections only join pieces.
#pragma once

#include <string>
#include <string_view>

#include "base/markup.hpp"
#include "results/written/place.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// "1 test", "12 tests".
std::string count_text(std::size_t count, std::string_view noun);

/// Words with their places: <span data-ref="/groups/0/n">300</span>.
std::string html_of(const Words& words);

/// A text of results.json with its place.
std::string html_of(const Text& text);

/// "F_max,raw" -> <i>F</i><sub>max,raw</sub>, "eta_IT" -> <i>η</i><sub>IT</sub>.
std::string symbol_html(std::string_view symbol);

/// H_IT (GPa), with meaning, formula and clause as its tool tip.
std::string quantity_html(QuantityIndex quantity);

/// The code with the title of its page as its tool tip.
std::string code_html(std::string_view code);

}  // namespace sneddon
