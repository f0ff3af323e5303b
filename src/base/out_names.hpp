// Names that a run gives beside and inside of OUT, and that are no measurements.
#pragma once

#include <string_view>

namespace sneddon {

/// The file of OUT that names all files of OUT.
inline constexpr const char* manifest_name = ".sneddon-files";

/// Between the name of OUT and the number of the program that writes it.
inline constexpr const char* unfinished_mark = ".partial-";
inline constexpr const char* old_mark = ".old-";

/// "out.partial-123" of the mark ".partial-".
constexpr bool has_numbered_mark(std::string_view name, std::string_view mark) {
    const std::size_t at = name.rfind(mark);
    if (at == name.npos) return false;
    const std::string_view number = name.substr(at + mark.size());
    return !number.empty() && number.find_first_not_of("0123456789") == number.npos;
}

}  // namespace sneddon
