// What may be sent to where a person looks.
#pragma once

#include <string>

namespace sneddon::cli {

enum class Stream { out, err };

bool is_terminal(Stream stream);

/// Colours only on a terminal, without NO_COLOR and without --no-color.
bool may_colour(Stream stream, bool has_no_colour);

/// Lines that begin with "  !" in yellow and "  refused" in red.
std::string painted(const std::string& lines);

/// Prints lines, painted where that is allowed.
void say(Stream stream, const std::string& lines, bool has_no_colour);

}  // namespace sneddon::cli
