// Heads of profiles.csv, for the one that writes and the one that reads.
#pragma once

namespace sneddon::profile_column {

inline constexpr const char* test_id = "test_id";
inline constexpr const char* depth_nm = "h_nm";
inline constexpr const char* points = "points";
inline constexpr const char* load_uN = "F_uN";
inline constexpr const char* stiffness_uN_per_nm = "S_uN_per_nm";
inline constexpr const char* contact_depth_nm = "h_c_nm";
inline constexpr const char* area_nm2 = "A_p_nm2";
inline constexpr const char* hardness_GPa = "H_GPa";
inline constexpr const char* reduced_modulus_GPa = "E_r_GPa";
inline constexpr const char* modulus_GPa = "E_GPa";

}  // namespace sneddon::profile_column
