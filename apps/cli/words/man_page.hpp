// Manual pages, from the words of the help.
#pragma once

#include <string>

#include "command_words.hpp"

namespace sneddon::cli {

/// "sneddon.1", "sneddon-fit-mixture.1".
std::string man_page_name(const ReachedCommand& at);

/// The page of a command in the man(7) macros.
std::string man_page(const ReachedCommand& at);

}  // namespace sneddon::cli
