#include "base/codes/codes_analyse.hpp"

namespace sneddon {
namespace {

constexpr CodePage pages[] = {
    {"SND-A001", "m at the bound of its search range",
     "The exponent m of the unloading fit ended at a bound of unloading.m_min to unloading.m_max: "
     "the data want a value outside. The stiffness is that of the best fit inside the range.",
     "Look at the curve: a nose (depth that grows while the load falls), an unloading without "
     "elastic recovery or a wrong window cause it. Exclude the test or change "
     "unloading.window_high."},
    {"SND-A002", "m outside 1.05 to 2",
     "The exponent m of the unloading fit lies outside of what elastic unloading of a metal, glass "
     "or polymer gives (flat punch 1, paraboloid 1.5, cone 2).",
     "Look at the curve and its fit with `sneddon show FILE#test`."},
    {"SND-A003", "no unloading fit",
     "Fewer than 6 samples lie in the fit window, or they do not rise with depth. S and all that "
     "follows from it is empty; the works are not.",
     "Widen unloading.window_low and unloading.window_high, or check that the unloading was "
     "recorded."},
    {"SND-A004", "no area function: hardness and modulus are empty",
     "H_IT, E_r, E_IT and A_p need the area function of the tip. The ideal one is off by a factor "
     "of two and more at depths below 100 nm, so it is used only when it is asked for by name.",
     "Put the .ara file of the tip into study.toml (area_function) or give --area-function FILE; "
     "--area-function ideal asks for the ideal tip."},
    {"SND-A005", "no Poisson ratio: E_IT is empty",
     "The indentation modulus needs the Poisson ratio of the specimen; the reduced modulus E_r "
     "does not.",
     "Give nu in study.toml, or --poisson 0.3."},
    {"SND-A006", "contact depth outside the calibrated range",
     "h_c lies outside of the range of depths over which the area function was calibrated: the "
     "area is extrapolated.",
     "Calibrate the tip over this depth, or leave the test out."},
    {"SND-A007", "the area function has no area at this contact depth",
     "h_c is not positive, or the polynomial is negative there. Hardness and moduli are empty.",
     "Check the zero point of the curve and the coefficients of the area function."},
    {"SND-A008", "few samples in the fit window",
     "The unloading fit stands on fewer than 50 samples: its stiffness is uncertain.",
     "Record the unloading at a higher rate, or widen the window."},
    {"SND-A009", "the unloading fit misses the curve",
     "The residual of the fit is more than 3 times the noise of the depth: the unloading is not a "
     "power law over the window (nose, pop-out, stick).",
     "Look at the curve; a lower unloading.window_high leaves the beginning out."},
    {"SND-A010", "samples that are not numbers were left out",
     "Some rows hold NaN, an empty cell or a sentinel of 1e99 and above. They were left out and "
     "counted (points_missing).",
     "None needed for a few; check the export when there are many."},
    {"SND-A011", "too many samples are not numbers",
     "More than 1 % of the rows hold no number. The test is refused.", "Export the file again."},
    {"SND-A012", "samples missing inside the fit window",
     "Rows without numbers lie inside the unloading window and were left out of the fit. Up to a "
     "tenth of the window the values stand, with the effect on S that the flag states; above, the "
     "test is refused: S and all that follows from it is empty.",
     "Export the file again."},
    {"SND-A013", "unloading stops before zero load",
     "The record ends at more than 1 % of F_max. W_elast lacks the rest of the area, W_plast has "
     "it too much.",
     "Record the unloading to the end; in a test of several cycles this is the programme of the "
     "test."},
    {"SND-A014", "the reduced modulus is that of the indenter or above",
     "1/E_r is smaller than the indenter's share of it: there is no modulus of the specimen left. "
     "E_IT is empty.",
     "Check the area function, the frame compliance and the indenter's constants."},
    {"SND-A020", "nose: the depth grows while the load falls",
     "After the unloading has begun the depth still grows by more than 0.5 nm (means of 5 "
     "samples): "
     "creep is faster than the elastic recovery. The slope there is not elastic; S may be far too "
     "large and m runs to its bound.",
     "Hold longer at the peak, or leave the beginning out with a lower unloading.window_high."},
    {"SND-A021", "the load falls during loading",
     "Over 5 samples the load falls by more than 1 % of F_max below what it had reached. A large "
     "pop-in under a slow load control does this, and so does lost contact.",
     "Look at the curve with `sneddon show FILE#test`."},
    {"SND-A022", "single readings that stand out",
     "A depth or a load lies more than 12 times the noise, and a part in 1,000 of the largest, "
     "above "
     "(or below) both of its neighbours: a spike of the electronics, a shock or a corrupt cell. It "
     "is left out: the mean of its neighbours stands for it in fits, works and depths; "
     "h_max_raw and F_max_raw keep it. A stiffness of a depth profile that stands out so stays in "
     "it.",
     "None needed for a few spikes. Exclude the test when there are many."},
    {"SND-A023", "the depth stands still while the load changes",
     "20 or more samples have exactly the same depth while the load changes by more than 2 % of "
     "F_max: the channel is saturated, or repeats its last value.",
     "Check the range of the depth channel."},
    {"SND-A024", "a gap in time",
     "Two neighbours between contact and the end of unloading lie more than 10 usual steps apart. "
     "Works and creep across the gap are interpolated by one straight piece.",
     "Check the export; a segment recorded at a low rate has this too."},
    {"SND-A025", "force offset: load where the tip is free",
     "Before contact or after unloading the median load differs from zero by more than 1 % of "
     "F_max.",
     "Check the tare of the load; works and hardness carry the offset."},
    {"SND-A026", "displacement offset: loading does not begin at zero depth",
     "The depth at contact differs from zero by more than 5 % of h_max and 5 times the noise. "
     "h_c, A_p, H_IT and E_r carry the offset; S and the works do not.",
     "Choose another zero point, or check that the file's depth counts from the surface."},
    {"SND-A027", "unusual curvature of loading",
     "Between 30 and 90 % of F_max the load rises with a power of the depth that lies outside of 1 "
     "to 2.5 (Hertz 1.5, cone 2). A wrong zero point, a surface layer or a tilted contact cause "
     "it.",
     "Look at the curve; check the zero point."},
    {"SND-A028", "the load changes over the hold",
     "The means of the last and of the first quarter of the hold differ by more than 1 % of F_max: "
     "what is called creep is partly loading.",
     "Check the load control."},
    {"SND-A029", "final depth outside of 0 to h_max",
     "h_p of the unloading fit is negative or larger than h_max: the power law does not describe "
     "the curve down to zero load.",
     "Look at the curve and its fit with `sneddon show FILE#test`."},
    {"SND-A030", "a large pop-in",
     "One sudden gain of depth, in the loading, at the peak or in the unloading, is more than 10 % "
     "of h_max: the contact after it is not the one that grew before, and the law of loading has a "
     "step. In the unloading it is part of the curve that S is fitted to.",
     "None needed in the loading; compare tests with and without. In the unloading look at the fit "
     "with `sneddon show FILE#test`."},
    {"SND-A031", "shallow against the roughness",
     "h_max is less than 20 Ra (ISO 14577-1): the scatter of H_IT is that of the surface.",
     "Indent deeper, or polish."},
    {"SND-A032", "negative creep",
     "creep_nm is below zero by more than 3 times its random uncertainty: the tip cannot move out "
     "of the specimen at constant load, so drift is left in the depths.",
     "Check the drift: correct.drift, or the drift hold of the test."},
    {"SND-A033", "uncertainty that is not linear",
     "Drawing the inputs (uncertainty.monte_carlo) gives a standard deviation that differs by more "
     "than 10 % from the propagated one: over the uncertainty of the inputs the formulas bend.",
     "Use the 2.5 and 97.5 % quantiles of the draws for this quantity; `sneddon show FILE#test "
     "--budget` prints them."},
    {"SND-A034", "too few depths for a calibration",
     "The indents lie at too few different depths (5 % apart) for what is to be found: 3 for the "
     "frame compliance, one more than the parameters for an area function.",
     "Give indents of more peak loads, tests with several unloadings or dynamic stiffness, or ask "
     "for fewer terms."},
    {"SND-A035", "the frame compliance would be negative",
     "1/S against 1/sqrt(F) or 1/sqrt(A) meets the axis below zero by more than 3 standard errors "
     "(by less, 0 is taken: the error is that of the scatter). A frame cannot stretch under load: "
     "the depths were corrected with too large a compliance, or the material "
     "is "
     "not homogeneous in depth.",
     "Undo the correction, leave shallow indents out (--from-depth), or give the compliance "
     "(--frame-compliance)."},
    {"SND-A036", "no area function fits",
     "Every function of the form that was asked for is negative or falls somewhere in the range of "
     "the depths; or, with --frame-from area, frame compliance and area cannot be told apart.",
     "Ask for another number of terms or for another form, or leave shallow indents out "
     "(--from-depth)."},
    {"SND-A040", "a negative work",
     "A mechanical work is below zero by more than 3 times its random uncertainty and 1 % of the "
     "largest work of the test: rows are exchanged, a sign is wrong or a reading is corrupt.",
     "Look at the curve with `sneddon show FILE#test`; leave the test out."},
    {"SND-A041", "eta_IT outside of 0 to 1",
     "The elastic work is negative or larger than the total work. In a test of several cycles with "
     "partial unloading W_total counts from where the reloading begins and may lack what the last "
     "unloading gives back.",
     "Look at the curve with `sneddon show FILE#test`; do not use eta_IT and W_plast of it."},
    {"SND-A042", "no finite C_IT",
     "C_IT is creep over the depth at the start of the hold, which is zero here: it is left empty.",
     "Check the zero point of the depth."},
    {"SND-A043", "an impossible hardness",
     "H_IT is above 150 GPa (diamond has some 100) or below 1 kPa (a hundredth of the softest gels "
     "that are indented).",
     "Check the units of load and depth (--unit), the zero point and the area function."},
    {"SND-A044", "no positive stiffness or modulus",
     "S, E_r or E_IT is zero or below: the unloading is no elastic recovery.",
     "Look at the curve and its fit with `sneddon show FILE#test`."},
    {"SND-A045", "load or depth beyond what the instrument reaches",
     "F_max or h_max lies outside of what instruments that write this format can measure: "
     "TriboScan "
     "10 nN to 10 N and 0.5 nm to 100 um (20 um below 10 mN), Anton Paar 1 uN to 200 N and 1 nm to "
     "1 "
     "mm, others 10 pN to 10 N and 0.1 nm to 1 mm.",
     "Check the units of load and depth: --unit load=uN, --unit depth=nm."},
    {"SND-A046", "the ideal tip at a depth where the real one decides",
     "H_IT was found with the ideal area function at a contact depth below 3 tip radii, or below "
     "300 "
     "nm where the radius is not known. At 30 nm real tips of 50 to 300 nm have 1.2 to 2.6 times "
     "the "
     "ideal area: H_IT is too large by that factor, E_r by its root.",
     "Give the area function of the tip (--area-function FILE), or its radius if it is sharp."},
    {"SND-A047", "final depth at its bound",
     "unloading.final_depth = not-negative holds the final depth of the unloading fit at 0 or "
     "above, and the least squares want it below: the fit is h = k (F/F_max)^(1/m) with h_p = 0. S "
     "and what follows depend on that choice.",
     "Look at the unloading: adhesion, a wrong zero point or a curve that is no power law. "
     "--set unloading.final_depth=any lets it be negative."},
    {"SND-A048", "a first coefficient that no tip has",
     "C0 of the area function is more than a quarter away from that of every usual tip: 24.5 of a "
     "Berkovich or Vickers pyramid, 2.6 of a cube corner, 3.14 and 1.05 of cones of 90 and 60 "
     "degrees, -3.14 of a sphere. Areas beyond the depths of the calibration follow C0 alone.",
     "Check units and order of the coefficients; calibrate with C0 held, or give the tip as "
     "cap-cone or thurn-cook."},
    {"SND-A049", "too many readings that stand out for a work",
     "More than 3 readings, and more than 1 % of those between contact and the end of the cycle, "
     "stand out from both neighbours (SND-A022). A few are replaced by their neighbours; of so "
     "many "
     "the works would be those of the replacement, and they are empty.",
     "Look at the curve with sneddon show --csv; measure again."},
    {"SND-A055", "no stiffness without creep",
     "unloading.stiffness = creep-corrected asks for 1/S_e = 1/S_u + (dh/dt)/|dF/dt| (Feng and "
     "Ngan 2002), and the test has no hold whose rate could be taken, too few samples, or a sum "
     "that is not positive. S, h_c, H_IT and the moduli are empty: the stiffness of the fit in "
     "their place would mix two quantities in one column.",
     "Leave tests without a hold out (--exclude \"hold_s < 1\"), or take --set "
     "unloading.stiffness=of-fit; the columns S_e and 1/S_u stand beside it either way."},
    {"SND-A060", "the depth profile does not fill its averaged range",
     "The stiffness was measured along the loading, but the test ends before depth_profile.to_nm "
     "(or the range that the file states): the means are those of what is there, and empty where "
     "that is fewer than 3 points.",
     "Give a range that the test reaches: --set depth_profile.from_nm=100 --set "
     "depth_profile.to_nm=200."},
    {"SND-A061", "the modulus changes with depth",
     "The reduced modulus of the depth profile gains or loses more than 5 % over the averaged "
     "range, by the line through it or from end to end (means over a tenth of either depth). A "
     "homogeneous material has the same modulus at all depths: the area function, the "
     "frame compliance, the surface, drift or a small oscillation may be wrong, or the material is "
     "a layer.",
     "Look at the figure profile-modulus. On a reference material calibrate frame and area again; "
     "on a layer average over a shallower range."},
    {"SND-A062", "the stiffness rises elsewhere than at the surface",
     "Depth 0 is where the zero point (of the recipe or of the instrument) puts the surface, and "
     "the stiffness measured along the loading leaves its noise in air at another depth, by more "
     "than half a percent of the shallowest averaged depth and 1 nm. H at a depth is then off by "
     "twice the share of the depth, E_r by once, as far as the area function was not made with the "
     "same surface.",
     "Look at the figure profile-stiffness near the surface; set the zero again (correct.zero), or "
     "average "
     "over deeper depths."},
    {"SND-A063", "the oscillation is not small against the contact",
     "Each cycle of the oscillation unloads from its largest load; load and depth are those of its "
     "middle, and the stiffness that of the unloading over all of it (Pharr, Strader and Oliver "
     "2009). At the shallowest averaged depth this changes the hardness by more than 2 %. The "
     "amplitude of the file is taken as root mean square.",
     "Average over deeper depths, or measure with a smaller amplitude."},
    {"SND-A064", "a phase behind the force",
     "Over the averaged depths the depth follows the force of the oscillation by more than 5.7 "
     "degrees: what is lost is more than a tenth of what is stored, and the stiffness is only the "
     "stored part. The contact is viscous, or loose.",
     "Report moduli as storage moduli, or check that the specimen is held firmly."},
};

}  // namespace

std::span<const CodePage> analyse_code_pages() {
    return pages;
}

}  // namespace sneddon
