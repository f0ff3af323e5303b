// Facts of samples that are numbers: what a trend may follow.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Of any sample, each once. `order`, a place in tables, is no fact of nature.
std::set<std::string> number_facts(const StudyResult& study);

/// None where the sample does not state it, or states a text.
std::optional<double> number_of(const StudyFacts& facts, const std::string& name);

}  // namespace sneddon
