// The flags of a depth profile.
#pragma once

#include <vector>

#include "analyse/depth_profile/profile_means.hpp"
#include "support/flag_cases.hpp"

namespace sneddon::testing {

/// A profile of 10 to 1,000 nm on a material whose reduced modulus grows with depth.
inline Codes codes_of_profile(const AnalysisRecipe& recipe, double growth_per_nm,
                              const DepthRange& range) {
    MeasuredStiffness measured;
    for (double h_c_nm = 10; h_c_nm <= 1000; h_c_nm += 10) {
        const double S = 0.4 * h_c_nm * (1 + growth_per_nm * h_c_nm), F = 0.2 * h_c_nm * h_c_nm;
        measured.load_uN.push_back(F);
        measured.stiffness_uN_per_nm.push_back(S);
        measured.depth_nm.push_back(h_c_nm + 0.75 * F / S);
    }
    CycleResult cycle;
    add_profile_means(depth_profile(measured, recipe), range, {}, recipe, cycle);
    Codes codes;
    for (const Flag& flag : cycle.flags) codes.insert(flag.code);
    return codes;
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
             }}};
}

}  // namespace sneddon::testing
