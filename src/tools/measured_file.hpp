// Where a file of results is now.
#pragma once

#include <filesystem>
#include <string>

namespace sneddon {

/// `shown` as the results of `out` have it, "curves/a.txt": looked for from the working folder,
/// then from the folders above OUT, the nearest first. `shown` itself when it is nowhere.
std::filesystem::path measured_file(const std::string& shown, const std::filesystem::path& out);

}  // namespace sneddon
