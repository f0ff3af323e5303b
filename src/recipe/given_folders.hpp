// The folders that the paths of a run name.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace sneddon {

/// Absolute, without "." and "..", links as they are.
std::string whole_path(const std::string& file);

/// A folder that is named, and those of files that are: whole, each once, none below another.
std::vector<std::string> given_folders(std::span<const std::string> paths);

/// The one of these that the file is below; empty if it is below none.
std::string outermost(std::span<const std::string> folders, const std::string& file);

/// The file or folder is the folder, or below it; both whole.
bool is_in_folder(const std::string& file, const std::string& folder);

}  // namespace sneddon
