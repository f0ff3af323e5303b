// What makes tests one group.
#pragma once

#include "base/enum_words.hpp"

namespace sneddon {

enum class GroupBy { load_function, folder, none };

template <>
inline constexpr auto words_of<GroupBy> = std::to_array<Word<GroupBy>>({
    {GroupBy::load_function, "load-function"},
    {GroupBy::folder, "folder", "Tests were grouped by their folders"},
    {GroupBy::none, "none", "All tests are one group"},
});

}  // namespace sneddon
