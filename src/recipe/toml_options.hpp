// A TOML file as a flat list of keys. The only file that knows the TOML library is its .cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recipe/option_rule.hpp"

namespace sneddon {

/// `[grid]` with `nx = 20` gives key "grid.nx"; the second `[[attachments]]` with `file` gives key
/// "attachments.file" with element 1. A table without a key is "grid.", without a value, so that a
/// misspelt name is not passed over.
struct WrittenOption {
    std::string key;
    OptionValue value;
    std::string where;  ///< "study.toml:12"
    int element = -1;   ///< place in a list of tables, -1 outside of one
    bool is_empty_table = false;
};

/// In the order of the lines. Errors: SND-R001 (cannot be read), SND-U005 (not TOML, with line).
Result<std::vector<WrittenOption>> read_toml_options(const std::string& path);

/// The same of a text; `name` stands for the file in messages. Errors: SND-U005.
Result<std::vector<WrittenOption>> parse_toml_options(std::string_view text,
                                                      const std::string& name);

/// SND-U002 for a table without a key whose name begins none of the `keys`, with the nearest table.
std::optional<Error> unknown_table(const WrittenOption& table,
                                   std::span<const std::string_view> keys);

}  // namespace sneddon
