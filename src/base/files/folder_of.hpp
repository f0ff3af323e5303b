// The folder of a file whose path is a text.
#pragma once

#include <string>

namespace sneddon {

/// "a/b" of "a/b/c.txt", empty of "c.txt".
std::string folder_of(const std::string& path);

}  // namespace sneddon
