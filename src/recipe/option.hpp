// One option: what it may hold, and where that lives in what is configured. Recipe, study.toml and
// simulation are lists of these.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recipe/option_rule.hpp"

namespace sneddon {

/// Where a value was stated: for messages, and for file names in it.
struct Statement {
    std::string where;   ///< "recipe.toml:12", "--set"
    std::string folder;  ///< relative file names start here; empty = where we are
};

/// A value with the place where it was written.
template <class T>
struct Written {
    T value;
    std::string where;
};
template <class T>
using MaybeWritten = std::optional<Written<T>>;

template <class Configured>
struct Option {
    OptionRule rule;
    OptionValue (*value)(const Configured&);
    /// The value has been checked against the rule. Errors: what no rule can see.
    std::optional<Error> (*set)(Configured&, const OptionValue&, const Statement&);
};

/// nullptr for a key that is in no row. Rows are options, or have one as their base.
template <class Row>
const Row* find_option(std::span<const Row> rows, std::string_view key) {
    for (const Row& row : rows)
        if (row.rule.key == key) return &row;
    return nullptr;
}

template <class Row>
std::vector<std::string_view> keys_of(std::span<const Row> rows) {
    std::vector<std::string_view> keys;
    for (const Row& row : rows) keys.push_back(row.rule.key);
    return keys;
}

}  // namespace sneddon
