// What may be sent to where a person looks.
#pragma once

#include <string>
#include <string_view>

#include "system.hpp"

namespace sneddon::cli {

/// Colours only on a terminal, without NO_COLOR and without --no-color.
bool may_colour(Stream stream, bool has_no_colour);

/// Text with each control character but tab and line feed, and each byte that is no UTF-8, written
/// out as \x1b. Names and cells of files come from others, and a terminal obeys them.
std::string harmless(std::string_view text);

/// Lines that begin with "  !" in yellow and "  refused" in red.
std::string painted(const std::string& lines);

/// Prints lines, harmless, painted where that is allowed.
void say(Stream stream, const std::string& lines, bool has_no_colour);

}  // namespace sneddon::cli
