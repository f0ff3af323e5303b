#pragma once

#include <string>

namespace sneddon::cli {

/// False when the file cannot be written. Names are UTF-8 here and below, on every system.
bool write_file(const std::string& name, const std::string& text);

/// To standard output. False when it cannot be read.
bool print_file(const std::string& name);

}  // namespace sneddon::cli
