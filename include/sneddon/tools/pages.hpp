// Pages of the documentation that are made from the tables they describe.
#pragma once

#include <string>

namespace sneddon {

std::string recipe_page();      ///< docs/recipe.md: every option of an analysis
std::string study_file_page();  ///< docs/study-file.md: every key of study.toml
std::string codes_page();       ///< every code with its meaning and remedy
std::string symbols_page();     ///< docs/symbols.md: the table of quantities
std::string formats_page();     ///< every format the program can name, a table for a terminal

}  // namespace sneddon
