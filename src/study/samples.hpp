// The samples of a study: what each study.toml says of the tests that it speaks for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Of a test or a file: the facts of its sample, or of the study where it has but one.
const StudyFacts& facts_of(const StudyResult& study, std::size_t sample);

/// Name of the sample; where the study has but one, what study.toml calls it.
const std::string& sample_name(const StudyResult& study, std::size_t sample);

/// The load function without the name of its sample.
std::string_view without_sample(const StudyResult& study, std::size_t sample,
                                std::string_view load_function);

/// The sample that all these rows are of; nothing where they are of several.
std::optional<std::size_t> shared_sample(std::span<const TestRow> tests,
                                         std::span<const std::size_t> rows);

/// A fact by its name, of those with a key and those of [facts]: nu, roughness_nm, tip, simulated,
/// temperature_C, ...
std::optional<StatedFact> fact_of(const StudyFacts& facts, std::string_view name);

/// Names of facts that have keys.
std::span<const std::string_view> known_fact_names();

/// The names of [facts] of all samples.
std::vector<std::string> fact_names(const StudyResult& study);

/// A sample states a grid.
bool has_grid(const StudyResult& study);

}  // namespace sneddon
