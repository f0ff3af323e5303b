// Scripts by which a shell completes commands, options and names of files.
#pragma once

#include <string>
#include <string_view>

#include "command_words.hpp"

namespace sneddon::cli {

/// "bash", "zsh", "fish" or "powershell"; "" for another word.
std::string completion_script(const CommandWords& program, std::string_view shell);

}  // namespace sneddon::cli
