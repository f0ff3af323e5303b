#include "study/samples.hpp"

#include <algorithm>

namespace sneddon {

const StudyFacts& facts_of(const StudyResult& study, std::size_t sample) {
    return study.samples.empty() ? study.facts : study.samples[sample].facts;
}

const std::string& sample_name(const StudyResult& study, std::size_t sample) {
    return study.samples.empty() ? study.facts.sample : study.samples[sample].name;
}

std::optional<std::size_t> shared_sample(std::span<const TestRow> tests,
                                         std::span<const std::size_t> rows) {
    if (rows.empty()) return std::nullopt;
    const std::size_t first = tests[rows.front()].sample;
    const bool is_shared =
        std::ranges::all_of(rows, [&](std::size_t row) { return tests[row].sample == first; });
    return is_shared ? std::optional(first) : std::nullopt;
}

bool has_grid(const StudyResult& study) {
    if (study.samples.empty()) return study.facts.grid.has_value();
    return std::ranges::any_of(study.samples,
                               [](const Sample& sample) { return sample.facts.grid.has_value(); });
}

}  // namespace sneddon
