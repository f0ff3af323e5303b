#include "read/hysitron/taken_off.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "model/units.hpp"
#include "read/hysitron/hysitron_calibration.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

void report_taken_off(Test& test, std::string_view volts_name) {
    const auto volts = std::ranges::find_if(test.curve.channels, [&](const Channel& channel) {
        return lower_ascii(channel.name) == volts_name && channel.unit == "V";
    });
    if (volts == test.curve.channels.end()) return;
    const auto found = find_hysitron_calibration(test.curve.depth_nm, test.curve.load_uN,
                                                 test.curve.time_s, volts->values);
    if (!found.calibration) {
        test.inferences.push_back({"corrections applied by the instrument", "not determined",
                                   "regression of the depth on the volts: " + found.reason});
        return;
    }
    const HysitronCalibration& known = *found.calibration;
    const std::string evidence = fmt::format(
        "regression of the depth on the volts, depth = -a V - b P - c t + d, residual "
        "{:.2g} nm rms",
        known.residual_nm);
    test.applied = {known.b_nm_per_uN, known.c_nm_per_s, evidence};
    test.inferences.push_back(
        {"corrections applied by the instrument",
         fmt::format("a = {:.2f} nm/V, frame compliance b = {:.4f} nm/mN, drift c = {:.4f} nm/s",
                     known.a_nm_per_V, uN_per_mN * known.b_nm_per_uN,
                     // As the four decimals have it, and 0 rather than "-0.0000".
                     std::round(1e4 * known.c_nm_per_s) / 1e4 + 0.0),
         evidence});
}

}  // namespace sneddon
