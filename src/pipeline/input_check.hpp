// The paths of a run before the first file is read.
#pragma once

#include <optional>
#include <span>

#include "sneddon/base/result.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

/// SND-O006 for a path that is OUT or lies in it. OUT itself beside other paths is passed over: a
/// shell writes it for *.
std::optional<Error> input_in_output(const RunRequest& request);

/// SND-U033 when no path leads to a file, with the first of them.
std::optional<Error> nothing_to_read(const RunRequest& request, std::span<const InputPath> inputs);

}  // namespace sneddon
