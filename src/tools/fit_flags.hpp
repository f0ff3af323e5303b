// What a reader of a fit must know before quoting it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

using Json = nlohmann::ordered_json;

struct FitFlag {
    std::string name;   ///< "m-at-bound"
    std::string words;  ///< a sentence
};

/// Appends "flags" (names) and "notes" (sentences); both empty for a regular fit.
void put_flags(Json& json, const std::vector<FitFlag>& flags);

/// One line "  ! sentence" each.
std::string flag_lines(const std::vector<FitFlag>& flags);

/// Indented by two blanks, with a line feed at the end. What is not UTF-8 is replaced.
std::string json_text(const Json& json);

/// The rows name, value, standard error of two objects with the same keys.
std::string parameter_table(const Json& parameters, const Json& standard_errors);

}  // namespace sneddon
