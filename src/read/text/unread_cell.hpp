#pragma once

#include <string>

#include "read/text/opening.hpp"

namespace sneddon {

/// "'abc' in row 2, column 1, below 'Time (s)'": the first cell that is no number below heads that
/// name quantities of a curve. Empty for a text without such heads or such a cell.
std::string first_unread_cell(const Opening& opening);

}  // namespace sneddon
