// The files of an archive as inputs of a run: ARCHIVE/FILE, each an entry.
#pragma once

#include <string>
#include <vector>

#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// Every file of the archive, folders left out, in natural order. An entry with SND-R040: a name
/// that no folder can have, and the second file of one name.
std::vector<InputPath> inputs_of_zip(const std::string& archive);

}  // namespace sneddon
