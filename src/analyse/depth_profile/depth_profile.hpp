// Hardness and modulus against depth in one test: the analysis of the unloading (Oliver and Pharr
// 1992, 2004) at every point where the stiffness is known.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Columns of equal length, in the order of the loading. NaN: no area function, no Poisson's ratio,
/// or an area that is not positive there.
struct DepthProfile {
    std::vector<double> depth_nm, load_uN, stiffness_uN_per_nm;
    std::vector<double> contact_depth_nm, area_nm2;
    std::vector<double> hardness_GPa, reduced_modulus_GPa, modulus_GPa;
    std::string source;  ///< "column 'STIFFNESS (N/m)'", "partial unloadings"
    double rise_nm = nan;
    std::vector<double> amplitude_nm, phase_deg;

    std::size_t size() const { return depth_nm.size(); }
};

/// Points where load, depth and stiffness are positive; the rest is left out.
struct MeasuredStiffness {
    std::vector<double> depth_nm, load_uN, stiffness_uN_per_nm;
    std::string source;
    double rise_nm = nan;  ///< depth where the stiffness leaves its noise (stiffness_rise.hpp)
    /// Root mean square of the oscillation, and its phase behind the force; empty: not in the file.
    std::vector<double> amplitude_nm, phase_deg;
};

/// h_c = h - epsilon F/S, A_p(h_c), H = F/A_p, E_r and E by the constants of the recipe. Epsilon is
/// the recipe's constant: a point of loading has no unloading exponent.
DepthProfile depth_profile(MeasuredStiffness measured, const AnalysisRecipe& recipe);

/// Of the stiffness column along the first loading, on load and depth as the unloading's analysis
/// by `recipe` has them (single readings mended, a tilted baseline taken off, corrected); of
/// partial unloadings where a test has at least three cycles. Frame compliance beyond what the
/// instrument had taken off comes off the stiffness as well: 1/S' = 1/S - C_f.
std::optional<MeasuredStiffness> measured_stiffness(const Test& test, const TestResult& result,
                                                    const AnalysisRecipe& recipe);

}  // namespace sneddon
