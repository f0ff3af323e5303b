// How far back a choice reaches.
#pragma once

#include "base/enum_words.hpp"

namespace sneddon {

/// The steps of a run in their order. A choice changes nothing that stands before its stage: what
/// was made there can be kept when it changes.
enum class Stage { read, segment, correct, analyse, study, page };

template <>
inline constexpr auto words_of<Stage> = std::to_array<Word<Stage>>({
    {Stage::read, "read"},
    {Stage::segment, "segment"},
    {Stage::correct, "correct"},
    {Stage::analyse, "analyse"},
    {Stage::study, "study"},
    {Stage::page, "page"},
});

}  // namespace sneddon
