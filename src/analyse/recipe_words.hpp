// The words of the choices of sneddon/analyse/recipe.hpp.
#pragma once

#include "base/enum_words.hpp"
#include "sneddon/analyse/recipe.hpp"

namespace sneddon {

template <>
inline constexpr auto words_of<FitSpace> = std::to_array<Word<FitSpace>>({
    {FitSpace::depth_of_load, "h(P)",
     "The unloading curve was fitted with [[h = h_p + k (F/F_max)^(1/m)|$h = h_\\mathrm{p} + k "
     "(F/F_\\mathrm{max})^{1/m}$]] by least squares in depth {} {{oliver1992}}"},
    {FitSpace::load_of_depth, "P(h)",
     "The unloading curve was fitted with [[F = B (h − h_p)^m|$F = B (h - h_\\mathrm{p})^m$]] by "
     "least squares in load {} {{oliver1992}}"},
});

template <>
inline constexpr auto words_of<PeakLoadRule> = std::to_array<Word<PeakLoadRule>>({
    {PeakLoadRule::mean_of_hold, "mean-of-hold",
     "the mean load of the hold (without a hold: the fitted peak of the last 0.2 s of loading)"},
    {PeakLoadRule::first_after_hold, "first-after-hold",
     "the load of the first point after the hold"},
    {PeakLoadRule::last_of_hold, "last-of-hold", "the load of the last point of the hold"},
});

template <>
inline constexpr auto words_of<PeakDepthRule> = std::to_array<Word<PeakDepthRule>>({
    {PeakDepthRule::end_of_hold, "end-of-hold",
     "that of a line over the last 1 s of the hold (without a hold: of a quadratic through the "
     "last 0.2 s of loading)"},
    {PeakDepthRule::fitted, "fitted", "that of the unloading fit"},
    {PeakDepthRule::first_after_hold, "first-after-hold", "that of the first point after the hold"},
});

template <>
inline constexpr auto words_of<WindowRule> = std::to_array<Word<WindowRule>>({
    {WindowRule::of_load, "of-load", ""},
    {WindowRule::of_points, "of-points", ""},
});

template <>
inline constexpr auto words_of<SlopeRule> = std::to_array<Word<SlopeRule>>({
    {SlopeRule::peak_load, "F_max", ""},
    {SlopeRule::begin_of_window, "begin-of-window",
     "The stiffness was the slope of the fitted curve at the depth of its first point"},
});

template <>
inline constexpr auto words_of<StiffnessRule> = std::to_array<Word<StiffnessRule>>({
    {StiffnessRule::of_fit, "of-fit", ""},
    {StiffnessRule::creep_corrected, "creep-corrected",
     "The stiffness was that of the beginning of the unloading, corrected for the creep that went "
     "on there: [[1/S_e = 1/S_u − (dh/dt)/(dF/dt)|$1/S_\\mathrm{e} = 1/S_\\mathrm{u} - "
     "\\dot{h}/\\dot{F}$]] {{feng2002}}"},
});

template <>
inline constexpr auto words_of<FinalDepthRule> = std::to_array<Word<FinalDepthRule>>({
    {FinalDepthRule::any, "any", ""},
    {FinalDepthRule::not_negative, "not-negative", ", a final depth that is not negative"},
});

template <>
inline constexpr auto words_of<EpsilonRule> = std::to_array<Word<EpsilonRule>>({
    {EpsilonRule::constant, "constant", "ε = {}"},
    {EpsilonRule::pharr_bolshakov, "pharr-bolshakov", "ε(m) of {{pharr2002}}"},
    {EpsilonRule::pharr_bolshakov_table, "pharr-bolshakov-table",
     "ε(m) of {{pharr2002}} to 3 digits at m in steps of 0.1 and linear between"},
});

template <>
inline constexpr auto words_of<CreepStartRule> = std::to_array<Word<CreepStartRule>>({
    {CreepStartRule::quadratic_before_hold, "quadratic-before-hold",
     "Creep displacement was the depth gained over the hold, from a quadratic over the last 0.2 s "
     "before it"},
    {CreepStartRule::first_at_0995, "first-at-0.995",
     "Creep displacement was the depth gained over the hold, from the first point with 99.5 % of "
     "the peak load where the last 0.2 s of loading held fewer than 10 points, else from a "
     "quadratic over them"},
    {CreepStartRule::before_end_of_ramp, "before-end-of-ramp",
     "Creep displacement was the depth gained over the hold, from the first point with the peak "
     "load less what the ramp adds in 0.4 s"},
});

template <>
inline constexpr auto words_of<WorkEndsRule> = std::to_array<Word<WorkEndsRule>>({
    {WorkEndsRule::robust, "robust", "depths from local fits"},
    {WorkEndsRule::raw, "raw", "the measured depths"},
});

}  // namespace sneddon
