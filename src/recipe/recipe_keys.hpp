// The one table of the options of an analysis. Recipe files, --set, recipe.toml and docs/recipe.md
// come from it: adding an option is one line here.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recipe/option_rule.hpp"
#include "recipe/recipe_file.hpp"

namespace sneddon {

/// Where a value was stated: for messages, and for file names in it.
struct Statement {
    std::string where;             ///< "recipe.toml:12", "--set"
    std::filesystem::path folder;  ///< relative file names start here; empty = where we are
};

struct RecipeKey {
    OptionRule rule;
    OptionValue (*value)(const Recipe&);
    /// The value has been checked against the rule.
    std::optional<Error> (*set)(Recipe&, const OptionValue&, const Statement&);
};

/// In the order of the documentation. "area.function" comes before its range: setting the function
/// forgets the range of the one before.
std::span<const RecipeKey> recipe_keys();

const RecipeKey* find_recipe_key(std::string_view key);
std::vector<std::string_view> recipe_key_names();

/// What stands in recipe.toml above the option: meaning, unit, what is accepted.
std::string comment(const RecipeKey& key);

}  // namespace sneddon
