// The program: its commands, what it says of them, and how words become a call.
#pragma once

#include <string>
#include <vector>

#include "exit_code.hpp"

namespace sneddon::cli {

/// `args` without the program's name. Prints help, version or what is wrong with the words; else
/// does what was asked.
ExitCode execute_program(std::vector<std::string> args);

}  // namespace sneddon::cli
