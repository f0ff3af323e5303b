#include <array>
#include <numbers>

#include "sneddon/analyse/recipe.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 4> names = {"sneddon", "triboscan", "antonpaar",
                                                   "nanosuite"};

// Every choice is written out here, even where it equals the default of AnalysisRecipe: a profile
// must not move when a default does.
AnalysisRecipe sneddon_profile() {
    AnalysisRecipe recipe;
    recipe.profile = "sneddon";
    recipe.correction = {};  // each test by what is known of it (docs/methods/corrections.md)
    // h(P): linear in h_p and k for a given m, and better conditioned than P(h)
    // (J. Mater. Res. 32 (2017) 2230).
    recipe.fit_space = FitSpace::depth_of_load;
    recipe.window_high = 0.95;  // below the nose of a test that still creeps
    recipe.window_low = 0.20;   // above the noise and the adhesion of the end
    recipe.window = WindowRule::of_load;
    recipe.window_skip = recipe.window_points = std::nullopt;
    recipe.slope_at = SlopeRule::peak_load;
    recipe.m_min = 1.0;  // flat punch
    recipe.m_max = 5.0;  // far above a cone's 2: a fit that goes there is flagged
    recipe.final_depth = FinalDepthRule::any;  // one below the surface is flagged, not hidden
    // Means and fits instead of single points: one noisy point must not move H_IT.
    recipe.peak_load = PeakLoadRule::mean_of_hold;
    recipe.peak_depth = PeakDepthRule::end_of_hold;
    recipe.creep_start = CreepStartRule::quadratic_before_hold;
    recipe.work_ends = WorkEndsRule::robust;
    // Oliver and Pharr 1992 (paraboloid), ISO 14577-1: epsilon 3/4, no beta; diamond 1141 GPa.
    recipe.epsilon_rule = EpsilonRule::constant;
    recipe.epsilon = 0.75;  // paraboloid
    recipe.beta = 1.0;
    recipe.pi = std::numbers::pi;
    recipe.indenter_E_GPa = 1141;
    recipe.indenter_poisson_ratio = 0.07;  // diamond
    return recipe;
}

// TriboScan, found from 792 rows of its own results beside the raw curves: the identities hold to
// print precision with these choices, 57 of 63 refitted curves agree in S to 1e-4.
AnalysisRecipe triboscan_profile() {
    AnalysisRecipe recipe = sneddon_profile();
    recipe.profile = "triboscan";
    // The program's exports are corrected, and its results are those of the exported curve.
    recipe.correction = no_correction;
    // F_max is the load of the first falling point, not max F (2 uN lower at 6 mN).
    recipe.peak_load = PeakLoadRule::first_after_hold;
    // hf is never negative in 1,600 rows of a map whose curves are no power law, often 0.
    recipe.final_depth = FinalDepthRule::not_negative;
    // h_eff = h_p + (F_max/B)^(1/m) is the fit at F_max.
    recipe.peak_depth = PeakDepthRule::fitted;
    // E_r = (sqrt(3.14)/2) S/sqrt(A): 3.14 to print precision, not pi.
    recipe.pi = 3.14;
    recipe.indenter_E_GPa = 1140;
    return recipe;
}

// Anton Paar Indentation, found from 29 result rows beside their curves.
AnalysisRecipe antonpaar_profile() {
    AnalysisRecipe recipe = sneddon_profile();
    recipe.profile = "antonpaar";
    recipe.correction = no_correction;
    // P(h) over 98-40 % gives the vendor's m to 0.001 and h_p to 0.05 nm.
    recipe.fit_space = FitSpace::load_of_depth;
    recipe.window_high = 0.98;  // as just said
    recipe.window_low = 0.40;   // likewise
    recipe.peak_load = PeakLoadRule::last_of_hold;
    // F_max/(h_max - h_r) equals the vendor's S only with the fitted depth at F_max.
    recipe.peak_depth = PeakDepthRule::fitted;
    // epsilon(m) as the vendor tabulates it: 1.000, .829, .793, .772, .759 at m = 1.0 ... 1.4.
    recipe.epsilon_rule = EpsilonRule::pharr_bolshakov_table;
    // The vendor's C_IT starts 0.3 to 0.5 s before the ramp meets F_max, whatever the load.
    recipe.creep_start = CreepStartRule::before_end_of_ramp;
    // The trapezoid over the points themselves gives the vendor's works to 0.0005 %.
    recipe.work_ends = WorkEndsRule::raw;
    // beta is 1 in 28 of 29 rows; older files of the vendor need 1.034 (contact.beta = 1.034).
    return recipe;
}

// NanoSuite, by the formulae in its files: h_c, H and E_r follow from S to 1e-9 on 20 tests, E from
// E_r to print precision; S itself agrees to 3e-5 there and to 5e-5 as a mean over 40 unloadings
// of another instrument.
AnalysisRecipe nanosuite_profile() {
    AnalysisRecipe recipe = sneddon_profile();
    recipe.profile = "nanosuite";
    // "Displacement Into Surface" and "Load On Sample" are corrected.
    recipe.correction = no_correction;
    // UnloadingStiffnessValue(h, P, first, last): both are counted in points from the first one of
    // unloading, last by "Percent Unload In Stiffness Calculation". CSM methods pass over 5 points,
    // others over none: the file says so, where it can.
    recipe.window = WindowRule::of_points;
    // h(P) by least squares in depth, its slope at the depth of the first point of the window:
    // residuals in load scatter 70 times as much about the vendor's S.
    recipe.fit_space = FitSpace::depth_of_load;
    recipe.slope_at = SlopeRule::begin_of_window;
    // LoadOnSample[UnloadStiffnessMarker], and h_c by DisplacementIntoSurface there.
    recipe.peak_load = PeakLoadRule::first_after_hold;
    recipe.peak_depth = PeakDepthRule::first_after_hold;
    return recipe;
}

}  // namespace

std::optional<AnalysisRecipe> profile_recipe(const std::string& name) {
    if (name == "sneddon") return sneddon_profile();
    if (name == "triboscan") return triboscan_profile();
    if (name == "antonpaar") return antonpaar_profile();
    if (name == "nanosuite") return nanosuite_profile();
    return std::nullopt;
}

std::span<const std::string_view> profile_names() {
    return names;
}

}  // namespace sneddon
