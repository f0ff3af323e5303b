// The parts of results.json that are made as JSON values; keys keep the order they are given in.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "results/vendor_columns.hpp"
#include "results/written/keys.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/checks/check_finding.hpp"

namespace sneddon {

/// A key as the first of a pair: {{key::n, 12}, {key::mean, 4.5}}.
void to_json(Json& json, const Key& key);

Json json_number(double value);  ///< null when not finite, an integer when it is one
Json json_number(const std::optional<double>& value);

Json facts_json(const StudyFacts& facts);
Json input_json(const InputFile& input);
Json group_json(const Group& group);
Json cross_check_json(const Check& check);
Json sensitivity_json(const SensitivityEntry& entry);
Json uncertainty_input_json(const RecipeEntry& entry);
Json pop_ins_json(const GroupPopIns& pop_ins);
Json warning_json(const Warning& warning);
Json counts_json(const StudyResult& study);

/// A value as TOML -> the same as JSON; null for an option without a value.
Json toml_value_json(const std::string& toml);

/// One element of "tests".
std::string test_line(const TestRow& row, const std::vector<VendorColumn>& columns);

/// One line of text; bytes that are not UTF-8 become U+FFFD.
std::string json_line(const Json& json);

}  // namespace sneddon
