// The heads of hold_curves_1.csv, for the one that writes them and the one that draws them.
#pragma once

#include <string>
#include <string_view>

namespace sneddon::hold_column {

inline constexpr std::string_view time_s = "time_s";

// `name` is that of a curve: "all", or the label of its cluster (/creep_curves/0/column).
inline std::string mean_nm(const std::string& name) {
    return "mean_" + name + "_nm";
}
inline std::string sd_nm(const std::string& name) {
    return "sd_" + name + "_nm";
}
inline std::string se_nm(const std::string& name) {
    return "se_" + name + "_nm";
}
/// The mean in which each test counts by its posterior.
inline std::string weighted_nm(const std::string& name) {
    return "weighted_" + name + "_nm";
}

}  // namespace sneddon::hold_column
