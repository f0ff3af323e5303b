// The option that names a publication, and its words.
#pragma once

#include <array>
#include <string_view>

namespace sneddon {

inline constexpr std::string_view reference_option = "report.reference";
/// None, or the id of a paper.
inline constexpr std::array<std::string_view, 2> reference_words = {"none", "pomes2025"};

}  // namespace sneddon
