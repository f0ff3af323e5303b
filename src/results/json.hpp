// The JSON of the library. Sources that only read places do without it: its forward head alone
// takes a tenth of a second in each.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "results/written/place.hpp"

namespace sneddon {

using Json = nlohmann::ordered_json;

/// How places refer to a value, and back.
inline const JsonNode* node_of(const Json* json) {
    return reinterpret_cast<const JsonNode*>(json);
}
inline const Json* json_of(const JsonNode* node) {
    return reinterpret_cast<const Json*>(node);
}

}  // namespace sneddon
