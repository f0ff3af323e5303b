// Recipes as text: what `sneddon recipe` prints.
#pragma once

#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// Every option with its default under a profile ("" = sneddon), as a recipe file with comments.
/// Error: SND-U004 (no such profile).
Result<std::string> recipe_text(const std::string& profile);

/// The profile of a recipe file and each option that it sets to something else than its default,
/// a line each. Errors: those of reading a recipe file.
Result<std::string> recipe_changes(const std::string& file);

}  // namespace sneddon
