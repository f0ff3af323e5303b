// The words of the choices of sneddon/correct/recipe.hpp.
#pragma once

#include "base/enum_words.hpp"
#include "sneddon/correct/recipe.hpp"

namespace sneddon {

template <>
inline constexpr auto words_of<TareRule> = std::to_array<Word<TareRule>>({
    {TareRule::automatic, "auto",
     "The load of the empty tip, its median in the air before contact, was subtracted where such a "
     "part was recorded"},
    {TareRule::air, "air",
     "The load of the empty tip, its median in the air before contact, was subtracted"},
    {TareRule::none, "none"},
    {TareRule::value, "value", "A load of {} µN of the empty tip was subtracted"},
});

template <>
inline constexpr auto words_of<FrameComplianceRule> = std::to_array<Word<FrameComplianceRule>>({
    {FrameComplianceRule::automatic, "auto",
     "The depth was corrected for the frame compliance that the file states, unless the instrument "
     "had done so"},
    {FrameComplianceRule::header, "header",
     "The depth was corrected for the frame compliance that the file states"},
    {FrameComplianceRule::none, "none"},
    {FrameComplianceRule::value, "value",
     "The depth was corrected for a frame compliance of {} nm/µN"},
});

template <>
inline constexpr auto words_of<DriftRule> = std::to_array<Word<DriftRule>>({
    {DriftRule::automatic, "auto",
     "Thermal drift was subtracted: where the instrument had not corrected it, the slope of a hold "
     "of 60 s during unloading, else of a measurement before the test, else the rate that the file "
     "states, else the slope of a shorter hold"},
    {DriftRule::header, "header", "Thermal drift was subtracted: the rate that the file states"},
    {DriftRule::monitor, "monitor",
     "Thermal drift was subtracted: the slope of its measurement before the test"},
    {DriftRule::hold, "hold",
     "Thermal drift was subtracted: the slope of a hold during unloading {{iso14577}}"},
    {DriftRule::none, "none"},
    {DriftRule::value, "value", "A thermal drift of {} nm/s was subtracted"},
    {DriftRule::order, "order",
     "Thermal drift was subtracted: a line of Theil and Sen through the measurements of the "
     "neighbouring tests in the order of measurement"},
});

template <>
inline constexpr auto words_of<ZeroRule> = std::to_array<Word<ZeroRule>>({
    {ZeroRule::automatic, "auto",
     "Depth is zero where Hertz's law, fitted over 1 to 6 % of the peak load, has it if the tip "
     "radius is known and the fit stands, else where the file has it, else by a parabola{}"},
    {ZeroRule::hertz, "hertz",
     "Depth is zero where Hertz's law, fitted over 1 to 6 % of the peak load, has it{}"},
    {ZeroRule::poly2, "poly2",
     "Depth is zero where a parabola through the first 10 % of the depth has it {{iso14577}}{}"},
    {ZeroRule::threshold, "threshold", "Depth is zero at the first load above the noise{}"},
    {ZeroRule::stiffness, "stiffness",
     "Depth is zero at the first contact stiffness above the noise{}"},
    {ZeroRule::file, "file", "Depth is zero where the file has it{}"},
});

}  // namespace sneddon
