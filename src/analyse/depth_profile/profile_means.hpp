// A depth profile in one line: its means over a range of depth, and how flat it is there.
#pragma once

#include <cstddef>

#include "analyse/depth_profile/depth_profile.hpp"

namespace sneddon {

struct DepthRange {
    double low_nm = 0, high_nm = 0;
};

/// That of the recipe; what it leaves open as the file states, else half to 95 % of the largest
/// depth: below stand the tip's rounding and the surface, above it the end of the segment.
DepthRange averaged_range(const DepthProfile& profile, const ProfileOptions& asked,
                          const StatedByFile& stated);

inline constexpr std::size_t fewest_averaged_points = 3;

/// Plain means over the points within the range, as instruments have them; NaN where fewer than 3
/// points have a value.
struct ProfileMeans {
    std::size_t points = 0;
    double hardness_GPa = 0, reduced_modulus_GPa = 0, modulus_GPa = 0;
    double load_per_stiffness2_per_GPa = 0;
    /// What the straight line through E_r against depth gains over the range, as a share of E_r.
    double reduced_modulus_change = 0;
};
ProfileMeans means_of(const DepthProfile& profile, const DepthRange& range);

/// Means and flatness into the values of a cycle, with uncertainties: each input of the correction
/// (zero, drift, frame) and the area moves the whole profile; the scatter of the points about a
/// line, as correlated as neighbours are, is that of the mean. Flags of profile_flags.hpp.
void add_profile_means(const DepthProfile& profile, const DepthRange& range,
                       const TestCorrection& correction, const AnalysisRecipe& recipe,
                       CycleResult& cycle);

struct AveragedProfile {
    DepthProfile profile;
    DepthRange averaged;
};

/// The profile of a test, its means in the result's first cycle. Nothing for most tests.
std::optional<AveragedProfile> add_depth_profile(const Test& test, const AnalysisRecipe& recipe,
                                                 TestResult& result);

}  // namespace sneddon
