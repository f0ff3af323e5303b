// The one place that compiles the parser of JSON, which takes seconds.
#pragma once

#include <string_view>

#include "results/written/place.hpp"

namespace sneddon {

/// Discarded (is_discarded()) for a text that is not JSON.
Json parsed_json(std::string_view text);

}  // namespace sneddon
