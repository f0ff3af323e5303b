// How the program ends (docs/cli.md).
#pragma once

#include "sneddon/base/result.hpp"

namespace sneddon::cli {

enum class ExitCode {
    done = 0,
    bug = 1,
    usage = 2,
    nothing_readable = 3,
    doubts = 4,  ///< only with --strict
    output_not_writable = 5,
    stopped = 130,
};

/// Prints the error to stderr. SND-O: output not writable, SND-U130: stopped, else usage.
ExitCode fail(const Error& error);

}  // namespace sneddon::cli
