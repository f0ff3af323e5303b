// Numbers of tests and cycles in names.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace sneddon {

/// Of six digits at most; nothing where the text holds anything else.
inline std::optional<int> whole_number(std::string_view text) {
    constexpr std::size_t most_digits = 6;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.size() > most_digits)
        return std::nullopt;
    return value;
}

}  // namespace sneddon
