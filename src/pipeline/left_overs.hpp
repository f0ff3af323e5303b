// What runs that were killed left beside OUT.
#pragma once

#include <filesystem>
#include <optional>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// Takes unfinished folders of OUT away that nobody holds any more, and gives OUT its name back
/// where a run ended between two renames. Folders with files that sneddon did not write stay.
/// Error: SND-O005 another run writes into this OUT.
std::optional<Error> clear_left_overs(const std::filesystem::path& target);

}  // namespace sneddon
