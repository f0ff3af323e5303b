#include "sneddon/recipe/simulation_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "recipe/simulation_keys.hpp"
#include "recipe/toml_options.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct StatedValue {
    OptionValue value;
    std::string where;
};

/// One place for each key of the table: a later statement replaces an earlier one.
class Statements {
  public:
    Statements() : stated_(simulation_keys().size()) {}

    std::optional<Error> add(std::string_view key, OptionValue value, const std::string& where) {
        const auto keys = simulation_keys();
        const auto* known = find_option(keys, key);
        if (known == nullptr) return unknown_key(key, keys_of(keys), where);
        if (known->rule.kind == OptionKind::numbers)
            if (const auto* number = std::get_if<double>(&value)) value = std::vector{*number};
        if (auto error = check_value(known->rule, value, where)) return error;
        stated_[static_cast<std::size_t>(known - keys.data())] =
            StatedValue{std::move(value), where};
        return std::nullopt;
    }

    std::optional<Error> apply_to(SimulationPlan& plan) const {
        for (std::size_t i = 0; i < stated_.size(); ++i) {
            if (!stated_[i]) continue;
            const auto& [value, where] = *stated_[i];
            if (auto error = simulation_keys()[i].set(plan, value, {where, {}})) return error;
        }
        return std::nullopt;
    }

  private:
    std::vector<std::optional<StatedValue>> stated_;
};

struct StatedSample {
    std::string folder;
    Statements statements;
};

constexpr std::string_view samples_prefix = "samples.";

bool is_of_sample(const WrittenOption& option) {
    return option.element >= 0 && option.key.starts_with(samples_prefix);
}

std::optional<Error> state(StatedSample& sample, const WrittenOption& option) {
    const std::string_view key = std::string_view(option.key).substr(samples_prefix.size());
    if (key != "folder") return sample.statements.add(key, option.value, option.where);
    if (const auto* folder = std::get_if<std::string>(&option.value)) sample.folder = *folder;
    return std::nullopt;
}

/// What all samples of a preset share, then what each states; one sample without [[samples]].
Result<std::vector<StatedSample>> stated_samples(std::string_view text, const std::string& name) {
    const auto written = parse_toml_options(text, name);
    if (!written) return written.error();
    StatedSample shared;
    std::size_t count = 1;
    for (const WrittenOption& option : *written) {
        if (is_of_sample(option))
            count = std::max(count, static_cast<std::size_t>(option.element) + 1);
        else if (auto error = shared.statements.add(option.key, option.value, option.where))
            return *error;
    }
    std::vector<StatedSample> samples(count, shared);
    for (const WrittenOption& option : *written)
        if (is_of_sample(option))
            if (auto error = state(samples[static_cast<std::size_t>(option.element)], option))
                return *error;
    return samples;
}

/// "0,10,30" as a list; anything else as its rule reads it.
OptionValue value_of_setting(std::string_view key, std::string_view text) {
    const auto* known = find_option(simulation_keys(), key);
    if (known == nullptr) return std::string(text);
    if (known->rule.kind != OptionKind::numbers) return value_of_text(known->rule, text);
    std::vector<double> numbers;
    for (std::string_view rest = text;;) {
        const std::size_t comma = rest.find(',');
        const auto number = parse_number(rest.substr(0, comma));
        if (!number) return std::string(text);
        numbers.push_back(*number);
        if (comma == std::string_view::npos) return numbers;
        rest.remove_prefix(comma + 1);
    }
}

Error no_such_preset(const std::string& name) {
    std::vector<std::string_view> names;
    for (const SimulationPreset& preset : simulation_presets()) names.push_back(preset.name);
    const std::string nearest = nearest_name(name, names);
    return {"SND-U030", name, "no preset of this name", joined(names, ", "),
            nearest.empty() ? "" : "did you mean " + nearest + "?"};
}

}  // namespace

Result<SimulationPlan> simulation_plan(
    const std::string& preset, const std::vector<std::pair<std::string, std::string>>& settings) {
    auto plans = simulation_plans(preset, settings);
    if (!plans) return plans.error();
    return std::move(plans->front());
}

Result<std::vector<SimulationPlan>> simulation_plans(
    const std::string& preset, const std::vector<std::pair<std::string, std::string>>& settings) {
    const auto presets = simulation_presets();
    const auto found = std::ranges::find(presets, preset, &SimulationPreset::name);
    if (found == presets.end()) return no_such_preset(preset);
    auto samples = stated_samples(found->text, preset + ".toml");
    if (!samples) return samples.error();
    std::vector<SimulationPlan> plans;
    for (StatedSample& sample : *samples) {
        for (const auto& [key, text] : settings)
            if (auto error = sample.statements.add(key, value_of_setting(key, text), "--set"))
                return *error;
        SimulationPlan& plan = plans.emplace_back();
        plan.preset = preset;
        plan.folder = sample.folder;
        if (auto error = sample.statements.apply_to(plan)) return *error;
    }
    return plans;
}

std::string simulation_page() {
    std::string text =
        "# The keys of a simulation\n\n"
        "Made from the table in `src/recipe/simulation_keys.cpp` by "
        "`sneddon explain --simulation`; do not edit.\n\n"
        "A preset of `sneddon simulate` (`recipes/simulate/*.toml`) is a list of these; "
        "`--set key=value` changes one. A list holds one number for each load function or class, "
        "or one for all: `--set load_functions.H_GPa=4.9,4.2,4.2,4.2`. What the numbers do is in "
        "[methods/simulator.md](methods/simulator.md).\n\n"
        "| key | accepted | unit | meaning |\n| --- | --- | --- | --- |\n";
    for (const auto& key : simulation_keys()) {
        std::string allowed = accepted(key.rule);
        if (key.rule.kind == OptionKind::numbers)
            allowed += fmt::format(" from {} to {}", number_text(key.rule.low),
                                   number_text(key.rule.high));
        text += fmt::format("| `{}` | {} | {} | {} |\n", key.rule.key, allowed, key.rule.unit,
                            key.rule.text);
    }
    return text;
}

}  // namespace sneddon
