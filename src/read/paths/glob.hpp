// Files by patterns (base/pattern.hpp) of their paths; a component "**" stands for any number of
// folders.
#pragma once

#include <filesystem>
#include <vector>

namespace sneddon {

/// Files and folders that match, in no particular order; folders that cannot be read are passed
/// over. `**` does not follow links to folders.
std::vector<std::filesystem::path> find_matches(const std::filesystem::path& pattern);

}  // namespace sneddon
