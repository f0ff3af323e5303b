// A place in a text, as a message shows it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sneddon {

/// Number of the line (from 1) that holds the byte at `position`, as LineCursor counts.
std::size_t line_number(std::string_view text, std::size_t position);

/// The line that begins at `position`, for a message: UTF-8, shortened, control bytes as \x00.
std::string excerpt(std::string_view text, std::size_t position = 0, std::size_t limit = 80);

}  // namespace sneddon
