#pragma once

#include <filesystem>
#include <string>

namespace sneddon {

/// A path as text: UTF-8 with '/' between folders, also on Windows, so that the words and results
/// of a run are the same there. Where the system keeps bytes, as on Linux, the bytes as they are.
std::string utf8(const std::filesystem::path& path);

}  // namespace sneddon
