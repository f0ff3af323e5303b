// The words of the choices of sneddon/simulate/plan.hpp.
#pragma once

#include "base/enum_words.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

template <>
inline constexpr auto words_of<SimulatedTip::AreaGiven> =
    std::to_array<Word<SimulatedTip::AreaGiven>>({
        {SimulatedTip::AreaGiven::polynomial, "polynomial"},
        {SimulatedTip::AreaGiven::exact, "exact"},
    });

template <>
inline constexpr auto words_of<Construction> = std::to_array<Word<Construction>>({
    {Construction::end_state, "end-state"},
    {Construction::loading, "loading"},
});

template <>
inline constexpr auto words_of<SimulatedHoldLaw> = std::to_array<Word<SimulatedHoldLaw>>({
    {SimulatedHoldLaw::power, "power"},
    {SimulatedHoldLaw::kelvin, "kelvin"},
    {SimulatedHoldLaw::burgers, "burgers"},
});

template <>
inline constexpr auto words_of<Sampling> = std::to_array<Word<Sampling>>({
    {Sampling::exact, "exact"},
    {Sampling::random, "random"},
});

template <>
inline constexpr auto words_of<PopInLaw> = std::to_array<Word<PopInLaw>>({
    {PopInLaw::weibull, "weibull"},
    {PopInLaw::hazard, "hazard"},
});

template <>
inline constexpr auto words_of<SimulatedProgramme::Control> =
    std::to_array<Word<SimulatedProgramme::Control>>({
        {SimulatedProgramme::Control::load, "load"},
        {SimulatedProgramme::Control::depth, "depth"},
        {SimulatedProgramme::Control::strain_rate, "strain-rate"},
    });

template <>
inline constexpr auto words_of<SimulatedProgramme::Oscillation> =
    std::to_array<Word<SimulatedProgramme::Oscillation>>({
        {SimulatedProgramme::Oscillation::tangent, "tangent"},
        {SimulatedProgramme::Oscillation::secant, "secant"},
    });

}  // namespace sneddon
