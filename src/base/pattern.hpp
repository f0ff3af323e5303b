// Patterns for names: *, ?, [a-z], [!a-z].
#pragma once

#include <string_view>

namespace sneddon {

bool has_pattern(std::string_view name);

/// A leading dot must be written out, as in a shell.
bool matches_pattern(std::string_view name, std::string_view pattern);

}  // namespace sneddon
