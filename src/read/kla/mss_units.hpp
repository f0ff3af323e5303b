// What NanoSuite keeps in kgf, mm, s and radians, in the units that it shows.
#pragma once

#include <cstdint>
#include <string_view>

namespace sneddon {

/// Newtons of one kgf, by definition.
inline constexpr double N_per_kgf = 9.80665;

struct MssUnit {
    std::string_view name;  ///< "mN"; empty for a plain number
    double times = 1;       ///< a value of the file becomes one in this unit
    bool is_known = true;   ///< false: the number stays in kgf, mm and s
};

/// `code` is "UnitValue0" of a channel, an input or a formula: the kind of quantity in its upper
/// half, the unit that is shown in its lower one (which only tells nm from um here).
MssUnit mss_unit(std::uint32_t code);

}  // namespace sneddon
