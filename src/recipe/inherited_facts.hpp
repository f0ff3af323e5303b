// A study.toml inherits from those above it what they mark [common], and nothing else.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "recipe/toml_options.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// A fact with two values: the nearest holds.
struct Contradiction {
    std::string key;
    std::string value, where;              ///< what holds: 0.3, "A/study.toml:2"
    std::string other_value, other_where;  ///< what does not
};

struct OptionsInForce {
    std::vector<WrittenOption> options;  ///< without "common." before their keys
    std::vector<InheritedFact> inherited;
    std::vector<Contradiction> contradictions;
};

/// The options of `file`, those of its [common], and of the [common] of the files `above`, the
/// nearest first: each fact from the first that states it, an area function and a grid each as one
/// fact. Errors: those of reading, SND-U003 (a list or a sample's name under [common]).
Result<OptionsInForce> options_in_force(const std::string& file,
                                        std::span<const std::string> above);

}  // namespace sneddon
