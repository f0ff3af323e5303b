// What is doubtful about the depth profile of a test.
#pragma once

#include <string_view>
#include <vector>

#include "analyse/depth_profile/profile_means.hpp"

namespace sneddon {

/// SND-A060: the range is not filled; A061: the modulus is not flat; A062: the stiffness rises
/// elsewhere than at the surface; A063: the oscillation is not small; A064: a phase behind the
/// force. `values` gives the exponent of the unloading.
void flag_profile(const DepthProfile& profile, const ProfileMeans& means, const DepthRange& range,
                  const QuantityValues& values, std::vector<Flag>& flags);

/// Whether a flag is one of these.
bool is_profile_flag(std::string_view code);

/// What an oscillation of amplitude `rms_nm` takes off the hardness and the stiffness, as shares:
/// each of its cycles unloads from the largest load, and load and depth are those of its middle
/// (Pharr, Strader and Oliver 2009, J. Mater. Res. 24, 653). Unloading by a power law of exponent
/// m; the contact depth is found with the constant epsilon; area as h_c².
struct OscillationEffect {
    double hardness = 0, stiffness = 0;
};
OscillationEffect oscillation_effect(double load_uN, double depth_nm, double S_uN_per_nm,
                                     double rms_nm, double m, double epsilon);

}  // namespace sneddon
