// How the program ends (docs/cli.md).
#pragma once

#include "sneddon/base/result.hpp"

namespace sneddon::cli {

enum class ExitCode {
    done = 0,
    bug = 1,
    usage = 2,
    nothing_readable = 3,
    doubts = 4,  ///< with --strict, or of verify
    output_not_writable = 5,
    stopped = 130,     ///< by SIGINT, Ctrl-C: 128 + 2 as a shell tells it
    terminated = 143,  ///< by SIGTERM: 128 + 15
};

/// Prints the error to stderr. SND-U130: stopped, SND-U033 and SND-O007: nothing readable, SND-O
/// but O002 and O006: output not writable, else usage.
ExitCode fail(const Error& error);

}  // namespace sneddon::cli
