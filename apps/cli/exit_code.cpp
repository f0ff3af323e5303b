#include "exit_code.hpp"

#include "terminal.hpp"

namespace sneddon::cli {

ExitCode fail(const Error& error) {
    say(Stream::err, "sneddon: " + message(error) + "\n", true);
    if (error.code == "SND-U130") return ExitCode::stopped;
    if (error.code == "SND-U033" || error.code == "SND-O007") return ExitCode::nothing_readable;
    // The command is at fault and not the disk.
    if (error.code == "SND-O002" || error.code == "SND-O006") return ExitCode::usage;
    if (error.code.starts_with("SND-O")) return ExitCode::output_not_writable;
    return ExitCode::usage;
}

}  // namespace sneddon::cli
