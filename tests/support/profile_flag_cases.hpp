// The flags of a depth profile.
#pragma once

#include <vector>

#include "analyse/depth_profile/profile_means.hpp"
#include "support/flag_cases.hpp"

namespace sneddon::testing {

/// A profile of 10 to 1,000 nm on a material whose reduced modulus grows with depth.
inline MeasuredStiffness profile_of_material(double growth_per_nm) {
    MeasuredStiffness measured;
    for (double h_c_nm = 10; h_c_nm <= 1000; h_c_nm += 10) {
        const double S = 0.4 * h_c_nm * (1 + growth_per_nm * h_c_nm), F = 0.2 * h_c_nm * h_c_nm;
        measured.load_uN.push_back(F);
        measured.stiffness_uN_per_nm.push_back(S);
        measured.depth_nm.push_back(h_c_nm + 0.75 * F / S);
    }
    return measured;
}

inline Codes codes_in(const CycleResult& cycle) {
    Codes codes;
    for (const Flag& flag : cycle.flags) codes.insert(flag.code);
    return codes;
}

inline Codes codes_of_profile(const AnalysisRecipe& recipe, double growth_per_nm,
                              const DepthRange& range) {
    CycleResult cycle;
    add_profile_means(depth_profile(profile_of_material(growth_per_nm), recipe), range, {}, recipe,
                      cycle);
    return codes_in(cycle);
}

/// The same material at once flat, with what the file says of its oscillation and surface.
inline Codes codes_of_columns(const AnalysisRecipe& recipe, double rise_nm, double amplitude_nm,
                              double phase_deg) {
    MeasuredStiffness measured = profile_of_material(0);
    measured.rise_nm = rise_nm;
    measured.amplitude_nm.assign(measured.depth_nm.size(), amplitude_nm);
    measured.phase_deg.assign(measured.depth_nm.size(), phase_deg);
    CycleResult cycle;
    cycle.values["m"_q] = 1.3;
    add_profile_means(depth_profile(measured, recipe), {200, 800}, {}, recipe, cycle);
    return codes_in(cycle);
}

inline std::vector<FlagCase> profile_flag_cases(const AnalysisRecipe& recipe) {
    return {{"SND-A060",
             [=] {
                 return codes_of_profile(recipe, 0, {200, 3000});
             },
             [=] {
                 return codes_of_profile(recipe, 0, {200, 800});
             }},
            {"SND-A061",
             [=] {
                 return codes_of_profile(recipe, 2e-4, {200, 800});
             },
             [=] {
                 return codes_of_profile(recipe, 0.5e-4, {200, 800});
             }},
            {"SND-A062", [=] { return codes_of_columns(recipe, 3, 0.1, 0); },
             [=] { return codes_of_columns(recipe, -0.5, 0.1, 0); }},
            {"SND-A063", [=] { return codes_of_columns(recipe, 0, 2, 0); },
             [=] { return codes_of_columns(recipe, 0, 0.1, 0); }},
            {"SND-A064", [=] { return codes_of_columns(recipe, 0, 0.1, -8); },
             [=] { return codes_of_columns(recipe, 0, 0.1, 4); }}};
}

}  // namespace sneddon::testing
