// Texts that are made from the tables they describe: pages of the documentation, and recipes.
#pragma once

#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

std::string recipe_page();      ///< docs/recipe.md: every option of an analysis
std::string study_file_page();  ///< docs/study-file.md: every key of study.toml
std::string codes_page();       ///< every code with its meaning and remedy
std::string symbols_page();     ///< docs/symbols.md: the table of quantities

std::string formats_page();            ///< every format the program can name, for a terminal
std::string formats_json();            ///< the same for programs
std::string formats_reference_page();  ///< docs/formats/README.md

/// Every option with its default under a profile ("" = sneddon), as a recipe file with comments.
/// Error: SND-U004 (no such profile).
Result<std::string> recipe_text(const std::string& profile);

/// The profile of a recipe file and each option that it sets to something else than its default,
/// a line each. Errors: those of reading a recipe file.
Result<std::string> recipe_changes(const std::string& file);

}  // namespace sneddon
