// Patterns for file names: *, ?, [a-z], [!a-z]; a component "**" stands for any number of folders.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

bool has_pattern(std::string_view path);

/// One component of a path. A leading dot must be written out, as in a shell.
bool matches_pattern(std::string_view name, std::string_view pattern);

/// Files and folders that match, in no particular order; folders that cannot be read are passed
/// over. `**` does not follow links to folders.
std::vector<std::filesystem::path> find_matches(const std::filesystem::path& pattern);

}  // namespace sneddon
