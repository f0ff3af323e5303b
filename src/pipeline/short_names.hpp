#pragma once

#include <span>
#include <string>
#include <vector>

#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// The paths from the folder that all files have in common: the ids of tests begin with them, and
/// are the same wherever the folder lies.
std::vector<std::string> short_names(std::span<const InputPath> inputs);

}  // namespace sneddon
