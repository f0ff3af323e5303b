#pragma once

#include <string>

namespace sneddon {

/// docs/symbols.md: the table of quantities as Markdown.
std::string symbols_page();

}  // namespace sneddon
