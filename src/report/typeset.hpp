// Prose as a reader sets it: "H_IT falls; tip_and_zero" has italics, subscripts and no underscore.
#pragma once

#include <string>
#include <string_view>

namespace sneddon {

/// Escaped, with symbols and ids of quantities as symbols, names of checks as words, and any other
/// word with an underscore as code.
std::string typeset(std::string_view text);

}  // namespace sneddon
