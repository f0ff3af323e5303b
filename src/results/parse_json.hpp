// The one place that compiles the parser of JSON, which takes seconds.
#pragma once

#include <string_view>

#include "results/json.hpp"

namespace sneddon {

/// Discarded (is_discarded()) for a text that is not JSON, or deeper than any of ours: what walks
/// over a tree calls itself for each level, and a text made of brackets would end the program.
Json parsed_json(std::string_view text);

/// The same without what one key of the outermost object holds.
Json parsed_json_without(Key left_out, std::string_view text);

}  // namespace sneddon
