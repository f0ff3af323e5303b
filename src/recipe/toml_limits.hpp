// What a TOML file of ours may be at most. The library builds and leaves nested tables by
// recursion, so that a key of 20,000 parts would end the program.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sneddon/base/result.hpp"

namespace sneddon {

inline constexpr std::size_t most_toml_bytes = 1 << 20;  ///< 10,000 keys with their comments
inline constexpr int most_toml_depth = 32;               ///< ours have three levels

/// SND-U005 with the line where a key has more parts, or brackets stand deeper, than the limit; or
/// for a text that is too long. Strings and comments may hold anything.
std::optional<Error> beyond_toml_limits(std::string_view text, const std::string& name);

}  // namespace sneddon
