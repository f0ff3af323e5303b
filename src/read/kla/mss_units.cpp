#include "read/kla/mss_units.hpp"

#include <algorithm>
#include <array>
#include <numbers>

namespace sneddon {
namespace {

constexpr double mm_to_nm = 1e6, mm_to_um = 1e3, kilo = 1e3, percent = 100;
constexpr double kgf_to_mN = kilo * N_per_kgf;
constexpr double kgf_per_mm_to_N_per_m = kilo * N_per_kgf;
constexpr double kgf_per_mm2_to_GPa = N_per_kgf / kilo;
constexpr double degrees = 180 / std::numbers::pi;
constexpr std::uint32_t length = 14, shown_in_um = 8;

struct Kind {
    std::uint32_t number;
    MssUnit unit;
};
// Found from the kinds of 119 names of a file whose quantities are known by name.
constexpr std::array kinds = {
    Kind{0, {}},                               // coefficients, ratios
    Kind{1, {"deg", degrees}},                 // phase
    Kind{2, {"nm^2", mm_to_nm* mm_to_nm}},     // contact area
    Kind{10, {"mN", kgf_to_mN}},               // load
    Kind{11, {"N/m", kgf_per_mm_to_N_per_m}},  // stiffness
    Kind{12, {"mN/s", kgf_to_mN}},             // rate of load
    Kind{13, {"Hz"}},                          // frequency
    Kind{length, {"nm", mm_to_nm}},            // displacement
    Kind{15, {"%", percent}},                  // fractions
    Kind{18, {"1/s"}},                         // strain rate
    Kind{19, {"GPa", kgf_per_mm2_to_GPa}},     // hardness, modulus
    Kind{22, {"s"}},                           // time
    Kind{23, {"nm/s", mm_to_nm}},              // speed, drift
    Kind{500, {}},                             // text
    Kind{501, {}},                             // index, switch
};

}  // namespace

MssUnit mss_unit(std::uint32_t code) {
    constexpr unsigned half = 16;
    constexpr std::uint32_t lower_half = 0xFFFF;
    const std::uint32_t kind = code >> half;
    if (kind == length && (code & lower_half) == shown_in_um) return {"um", mm_to_um};
    const auto found = std::ranges::find(kinds, kind, &Kind::number);
    return found == kinds.end() ? MssUnit{"kgf, mm, s", 1, false} : found->unit;
}

}  // namespace sneddon
