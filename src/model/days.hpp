// Days of the calendar, as dates of files and of study.toml give them.
#pragma once

#include <optional>
#include <string_view>

namespace sneddon {

/// Days since 1970-01-01 of what begins with "2025-01-06" (ISO 8601); nothing for another text and
/// for a day that no month has.
std::optional<long> day_number(std::string_view text);

}  // namespace sneddon
