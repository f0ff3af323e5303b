// What a run leaves out: the rules of its command line and of its study.toml.
#pragma once

#include <optional>

#include "recipe/studies.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

/// Adds --exclude and --only to the facts of the run: a condition such as "temperature_C > 100", or
/// a name. Errors: SND-U027, a condition there or in a study.toml that is none.
std::optional<Error> add_exclusions(const RunRequest& request, const Studies& studies,
                                    StudyFacts& facts);

}  // namespace sneddon
