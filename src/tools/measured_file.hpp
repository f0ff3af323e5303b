// Where a file of results is now.
#pragma once

#include <string>

namespace sneddon {

/// `shown` as the results of `out` have it, "curves/a.txt": looked for from the working folder,
/// then from the folders above OUT, the nearest first. `shown` itself when it is nowhere.
std::string measured_file(const std::string& shown, const std::string& out);

}  // namespace sneddon
