#include "study/samples.hpp"

#include <algorithm>
#include <array>

#include "sneddon/base/text.hpp"

namespace sneddon {

const StudyFacts& facts_of(const StudyResult& study, std::size_t sample) {
    return study.samples.empty() ? study.facts : study.samples[sample].facts;
}

const std::string& sample_name(const StudyResult& study, std::size_t sample) {
    return study.samples.empty() ? study.facts.sample : study.samples[sample].name;
}

std::string_view without_sample(const StudyResult& study, std::size_t sample,
                                std::string_view load_function) {
    if (study.samples.empty()) return load_function;
    const std::string prefix = sample_name(study, sample) + ", ";
    return load_function.starts_with(prefix) ? load_function.substr(prefix.size()) : load_function;
}

std::optional<std::size_t> shared_sample(std::span<const TestRow> tests,
                                         std::span<const std::size_t> rows) {
    if (rows.empty()) return std::nullopt;
    const std::size_t first = tests[rows.front()].sample;
    const bool is_shared =
        std::ranges::all_of(rows, [&](std::size_t row) { return tests[row].sample == first; });
    return is_shared ? std::optional(first) : std::nullopt;
}

std::optional<StatedFact> fact_of(const StudyFacts& facts, std::string_view name) {
    for (const StatedFact& fact : facts.stated)
        if (fact.name == name) return fact;
    const auto number = [&](const std::optional<double>& value) {
        return value ? std::optional(StatedFact{std::string(name), number_text(*value), value})
                     : std::nullopt;
    };
    if (name == "nu") return number(facts.poisson_ratio);
    if (name == "roughness_nm") return number(facts.roughness_nm);
    if (name == "simulated")
        return StatedFact{"simulated", facts.is_simulated ? "true" : "false", std::nullopt};
    if (name == "tip" && facts.area_function)
        return StatedFact{"tip", facts.area_function->source, std::nullopt};
    return std::nullopt;
}

std::span<const std::string_view> known_fact_names() {
    // Not `order`: tests have an order too.
    static constexpr std::array<std::string_view, 9> names = {"nu",
                                                              "roughness_nm",
                                                              "tip",
                                                              "simulated",
                                                              "temperature_C",
                                                              "heat_treatment",
                                                              "density_g_cm3",
                                                              "Tg_C",
                                                              "tip_date"};
    return names;
}

std::vector<std::string> fact_names(const StudyResult& study) {
    std::vector<std::string> names;
    const auto add = [&](const StudyFacts& facts) {
        for (const StatedFact& fact : facts.stated) names.push_back(fact.name);
    };
    add(study.facts);
    for (const Sample& sample : study.samples) add(sample.facts);
    return names;
}

bool has_grid(const StudyResult& study) {
    if (study.samples.empty()) return study.facts.grid.has_value();
    return std::ranges::any_of(study.samples,
                               [](const Sample& sample) { return sample.facts.grid.has_value(); });
}

}  // namespace sneddon
