// What a reader of a fit must know before quoting it.
#pragma once

#include <string>
#include <vector>

#include "results/json_text.hpp"

namespace sneddon {

struct FitFlag {
    std::string name;   ///< "m-at-bound"
    std::string words;  ///< a sentence
};

/// Appends "flags" (names) and "notes" (sentences); both empty for a regular fit.
void put_flags(JsonText& json, const std::vector<FitFlag>& flags);

/// One line "  ! sentence" each.
std::string flag_lines(const std::vector<FitFlag>& flags);

/// One number of a fit; NaN where there is none.
struct FitParameter {
    std::string name;  ///< with its unit: "h_p_nm"
    double value, standard_error;
};

JsonText pair_json(double first, double second);

/// {"m": 1.5, ...}
JsonText values_json(const std::vector<FitParameter>& parameters);
JsonText standard_errors_json(const std::vector<FitParameter>& parameters);

/// The rows name, value, standard error.
std::string parameter_table(const std::vector<FitParameter>& parameters);

}  // namespace sneddon
