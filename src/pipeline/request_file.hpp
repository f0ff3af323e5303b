// What was typed for a run, as OUT keeps it: `verify` does it again.
#pragma once

#include <string>

#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

inline constexpr const char* request_name = "request.json";

/// JSON of all that reaches the results: not the threads, the cache, -f and OUT itself. Paths stand
/// there as typed: of all files of OUT this one alone depends on where a run was started.
std::string request_json(const RunRequest& request);

/// Of an OUT. Error: SND-O004 there is none (an earlier version), or it is not that of a run.
Result<RunRequest> read_request(const std::string& folder);

}  // namespace sneddon
