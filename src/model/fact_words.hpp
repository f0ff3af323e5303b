// The words of the kinds of an area function and of the orders of a grid.
#pragma once

#include "base/enum_words.hpp"
#include "sneddon/model/area_function.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

template <>
inline constexpr auto words_of<AreaFunction::Kind> = std::to_array<Word<AreaFunction::Kind>>({
    {AreaFunction::Kind::ideal, "ideal"},
    {AreaFunction::Kind::polynomial, "polynomial"},
    {AreaFunction::Kind::cap_cone, "cap-cone"},
    {AreaFunction::Kind::thurn_cook, "thurn-cook"},
    {AreaFunction::Kind::of_file, "of-file"},
    {AreaFunction::Kind::sphere, "sphere"},
    {AreaFunction::Kind::sphero_cone, "sphero-cone"},
});

template <>
inline constexpr auto words_of<GridOrder> = std::to_array<Word<GridOrder>>({
    {GridOrder::raster, "raster"},
    {GridOrder::serpentine, "serpentine"},
});

}  // namespace sneddon
