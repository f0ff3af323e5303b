// The parts of results.json that are made as JSON values; keys keep the order they are given in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/json_text.hpp"
#include "results/vendor_columns.hpp"
#include "results/written/keys.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/checks/check_finding.hpp"

namespace sneddon {

JsonText json_number(double value);  ///< null when not finite, an integer when it is one
JsonText json_number(const std::optional<double>& value);

JsonText facts_json(const StudyFacts& facts);
JsonText input_json(const InputFile& input);
JsonText group_json(const Group& group);
JsonText cross_check_json(const Check& check);
JsonText sensitivity_json(const SensitivityEntry& entry);
JsonText uncertainty_input_json(const RecipeEntry& entry);
JsonText warning_json(const Warning& warning);
JsonText counts_json(const StudyResult& study);

/// A value as TOML -> the same as JSON; null for an option without a value.
JsonText toml_value_json(const std::string& toml);

/// One element of "tests".
std::string test_line(const TestRow& row, std::string_view sample,
                      const std::vector<VendorColumn>& columns);

}  // namespace sneddon
