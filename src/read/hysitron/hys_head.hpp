// The head of a Hysitron .hys: where the volts are and what turns them into load and depth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct HysSegment {
    double duration_s = 0, begin_s = 0;
    double begin_demand_uN = 0, end_demand_uN = 0;
    std::size_t points = 0;  ///< 0: the version does not say
};

enum class HysVersion { v7, v9 };  ///< "7VI3", "9VI3"

/// Settings that a user may edit stand twice, as at the acquisition and as now: these are as now.
struct HysHead {
    HysVersion version = HysVersion::v9;
    std::uint32_t seconds_since_1900 = 0;  ///< UTC
    std::size_t points = 0, zero_point = 0;
    double load_scale_mV_per_mg = 0, depth_scale_mV_per_um = 0;
    double electrostatic_uN_per_V2 = 0;  ///< of the volts before the high-voltage drive, / 1e4
    double plate_spacing_um = 0, bias_V = 0;
    double frame_nm_per_mN = 0, drift_nm_per_s = 0;
    double step_s = 0;      ///< v7: between two points
    double depth_gain = 0;  ///< of the volts of the depth
    double area[6] = {};    ///< C0 to C5
    std::vector<HysSegment> segments;
    std::size_t volts_position = 0;  ///< in the file
    std::optional<double> x_mm, y_mm, poisson_ratio;
};

/// Every count and place is checked against the length of the file. Errors: SND-R053.
Result<HysHead> read_hys_head(std::string_view bytes, std::string_view name);

}  // namespace sneddon
