#include "results/parse_json.hpp"

#include <nlohmann/json.hpp>

namespace sneddon {

Json parsed_json(std::string_view text) {
    return Json::parse(text, nullptr, false);
}

}  // namespace sneddon
