#pragma once

#include <string>

namespace sneddon {

/// The SHA-256 of a file as 64 hexadecimal digits, read piece by piece: a film need not fit into
/// memory. Empty when it cannot be read to its end.
std::string sha256_of_file(const std::string& path);

}  // namespace sneddon
