#include "terminal.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string_view>

namespace sneddon::cli {

bool is_terminal(Stream stream) {
    return isatty(stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO) == 1;
}

bool may_colour(Stream stream, bool has_no_colour) {
    // no-color.org: set to anything but the empty text.
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
    const char* no_colour = std::getenv("NO_COLOR");
    const bool is_refused = no_colour != nullptr && *no_colour != '\0';
    return !has_no_colour && !is_refused && is_terminal(stream);
}

std::string painted(const std::string& lines) {
    constexpr std::string_view yellow = "\x1b[33m", red = "\x1b[31m", plain = "\x1b[0m";
    std::istringstream in(lines);
    std::string out;
    for (std::string line; std::getline(in, line);) {
        const bool is_doubt = line.starts_with("  !"), is_refusal = line.starts_with("  refused");
        if (is_doubt || is_refusal)
            line = std::string(is_doubt ? yellow : red) + line + std::string(plain);
        out += line + "\n";
    }
    return out;
}

void say(Stream stream, const std::string& lines, bool has_no_colour) {
    std::ostream& out = stream == Stream::out ? std::cout : std::cerr;
    out << (may_colour(stream, has_no_colour) ? painted(lines) : lines) << std::flush;
}

}  // namespace sneddon::cli
