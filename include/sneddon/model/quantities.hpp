// The one table of quantities. Adding a quantity is one line here: CSV heads, JSON keys, axis
// labels and docs/symbols.md come from it, and `values["H_IT_GPa"_q]` does not compile for an id
// that is not in it.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>

namespace sneddon {

enum class UncertaintyIs {
    none,    ///< counts, raw extremes, what is derived from a search
    stated,  ///< columns <id>_u_random and <id>_u_common
};

struct QuantityInfo {
    std::string_view id;       ///< symbol and unit, as in CSV heads
    std::string_view symbol;   ///< as printed
    std::string_view unit;     ///< as printed; "" for a pure number
    std::string_view iso;      ///< ISO 14577-1 symbol or "" when the standard has none
    std::string_view formula;  ///< in the symbols of this table
    std::string_view text;     ///< one sentence
    UncertaintyIs uncertainty = UncertaintyIs::none;
};

inline constexpr std::array quantity_table = {
    QuantityInfo{"points", "n", "", "", "", "samples of the test that could be read"},
    QuantityInfo{"points_missing", "n_miss", "", "", "", "samples left out: not a finite number"},
    QuantityInfo{"hold_s", "t_hold", "s", "", "t_2 - t_1", "duration of the hold at peak load"},
    QuantityInfo{"ramp_s", "t_load", "s", "", "", "duration of the loading segment"},
    QuantityInfo{"F_max_uN", "F_max", "µN", "F_max", "", "peak load by the rule of the recipe",
                 UncertaintyIs::stated},
    QuantityInfo{"F_max_raw_uN", "F_max,raw", "µN", "", "max F", "largest load in the file"},
    QuantityInfo{"h_max_nm", "h_max", "nm", "h_max", "", "depth at F_max by the rule of the recipe",
                 UncertaintyIs::stated},
    QuantityInfo{"h_max_raw_nm", "h_max,raw", "nm", "", "max h", "largest depth in the file"},
    QuantityInfo{
        "S_uN_per_nm", "S", "µN/nm", "S", "m F_max/(h_max,fit - h_p)",
        "contact stiffness: slope of the unloading fit at F_max, or S_e if the recipe says "
        "so",
        UncertaintyIs::stated},
    QuantityInfo{"m", "m", "", "m", "", "exponent of the unloading fit F = B (h - h_p)^m",
                 UncertaintyIs::stated},
    QuantityInfo{"h_p_nm", "h_p", "nm", "h_p", "", "final depth of the unloading fit",
                 UncertaintyIs::stated},
    QuantityInfo{"h_r_nm", "h_r", "nm", "h_r", "h_max - F_max/S",
                 "depth where the tangent at F_max meets zero load", UncertaintyIs::stated},
    QuantityInfo{"fit_rms_nm", "rms", "nm", "", "", "residual of the unloading fit, as depth"},
    QuantityInfo{"h_c_nm", "h_c", "nm", "h_c", "h_max - epsilon F_max/S", "contact depth",
                 UncertaintyIs::stated},
    QuantityInfo{"A_p_nm2", "A_p", "nm²", "A_p", "A_p(h_c)", "projected contact area",
                 UncertaintyIs::stated},
    QuantityInfo{"H_IT_GPa", "H_IT", "GPa", "H_IT", "F_max/A_p", "indentation hardness",
                 UncertaintyIs::stated},
    QuantityInfo{"E_r_GPa", "E_r", "GPa", "E_r", "sqrt(pi) S/(2 beta sqrt(A_p))", "reduced modulus",
                 UncertaintyIs::stated},
    QuantityInfo{"E_IT_GPa", "E_IT", "GPa", "E_IT", "(1 - nu²)/(1/E_r - (1 - nu_i²)/E_i)",
                 "indentation modulus", UncertaintyIs::stated},
    QuantityInfo{"P_per_S2_per_GPa", "F/S²", "1/GPa", "", "F_max/S²",
                 "load over stiffness squared: independent of the tip", UncertaintyIs::stated},
    QuantityInfo{"W_load_pJ", "W_load", "pJ", "", "∫F dh over loading", "work of the loading ramp",
                 UncertaintyIs::stated},
    QuantityInfo{"W_hold_pJ", "W_hold", "pJ", "", "∫F dh over the hold", "work of the hold",
                 UncertaintyIs::stated},
    QuantityInfo{"W_total_pJ", "W_total", "pJ", "W_total", "W_load + W_hold",
                 "total mechanical work of the indentation", UncertaintyIs::stated},
    QuantityInfo{"W_elast_pJ", "W_elast", "pJ", "W_elast", "-∫F dh over unloading",
                 "elastic reverse deformation work", UncertaintyIs::stated},
    QuantityInfo{"W_plast_pJ", "W_plast", "pJ", "W_plast", "W_total - W_elast",
                 "plastic deformation work", UncertaintyIs::stated},
    QuantityInfo{"eta_IT", "eta_IT", "", "eta_IT", "W_elast/W_total",
                 "elastic part of the work, a fraction", UncertaintyIs::stated},
    QuantityInfo{"creep_nm", "Δh_creep", "nm", "", "h_2 - h_1", "depth gained over the hold",
                 UncertaintyIs::stated},
    QuantityInfo{"C_IT_percent", "C_IT", "%", "C_IT", "100 (h_2 - h_1)/h_1", "indentation creep",
                 UncertaintyIs::stated},
    QuantityInfo{"hold_rate_nm_per_s", "dh_2/dt", "nm/s", "", "",
                 "rate of the depth at the end of the hold", UncertaintyIs::stated},
    QuantityInfo{"unload_rate_uN_per_s", "-dF/dt", "µN/s", "", "",
                 "rate at which the load begins to fall"},
    QuantityInfo{"compliance_u_nm_per_uN", "1/S_u", "nm/µN", "", "dh/dF at F_max",
                 "slope of the depth where the unloading begins; a nose makes it small or negative",
                 UncertaintyIs::stated},
    QuantityInfo{"S_e_uN_per_nm", "S_e", "µN/nm", "", "1/(1/S_u + (dh_2/dt)/(-dF/dt))",
                 "contact stiffness without the creep that goes on where the unloading begins",
                 UncertaintyIs::stated},
    QuantityInfo{"pop_ins", "n_pop", "", "", "", "pop-ins found in the loading"},
    QuantityInfo{"pop_in_load_uN", "F_pop", "µN", "", "", "load of the first pop-in"},
    QuantityInfo{"pop_in_jump_nm", "Δh_pop", "nm", "", "", "depth gained by the first pop-in"},
    QuantityInfo{"pop_in_energy_pJ", "W_pop", "pJ", "", "F_pop Δh_pop",
                 "energy of the first pop-in"},
    QuantityInfo{"pop_in_limit_nm", "Δh_lim", "nm", "", "", "smallest jump that is a pop-in"},
    QuantityInfo{"pop_in_noise_nm", "σ_pop", "nm", "", "",
                 "standard deviation of the jump that noise alone makes"},
    QuantityInfo{"pop_in_from_uN", "F_from", "µN", "", "",
                 "load from which on the loading was searched for pop-ins"},
    QuantityInfo{"load_drops", "n_drop", "", "", "",
                 "sudden drops of the load while the depth is controlled"},
    QuantityInfo{"late_events", "n_late", "", "", "",
                 "sudden changes of depth at the peak load and in the unloading"},
    QuantityInfo{"E_r_hertz_GPa", "E_r,Hertz", "GPa", "", "3 K/(4 sqrt(R)), F = K (h - h_0)^(3/2)",
                 "reduced modulus of the elastic loading before the first pop-in"},
    QuantityInfo{"tau_max_GPa", "τ_max", "GPa", "", "0.31 (6 F_pop E_r²/(π³ R²))^(1/3)",
                 "largest shear stress under the tip at the first pop-in"},
    QuantityInfo{"creep_a_nm_per_s", "a", "nm/s", "", "h = a t + b (t/1 s)^c",
                 "linear part of the creep law of the test's hold, a >= 0"},
    QuantityInfo{"creep_b_nm", "b", "nm", "", "h = a t + b (t/1 s)^c",
                 "power part of the creep law after 1 s, b >= 0"},
    QuantityInfo{"creep_c", "c", "", "", "h = a t + b (t/1 s)^c",
                 "exponent of the creep law, c <= 0.95"},
    QuantityInfo{"creep_rate_nm_per_s", "dh/dt", "nm/s", "", "a + b c t^(c-1)",
                 "creep rate at the end of the hold, from the creep law"},
    QuantityInfo{"strain_rate_per_s", "dε/dt", "1/s", "", "(1/2) d ln A_p/dt",
                 "indentation strain rate at the end of the hold, from the creep law"},
    QuantityInfo{"rate_sensitivity", "m_r", "", "", "d ln H/d ln(dε/dt)",
                 "sensitivity of the hardness to the strain rate, over a part of the hold"},
    QuantityInfo{"creep_5s_nm", "Δh_5s", "nm", "", "",
                 "depth gained 5 s after the start of the hold"},
    QuantityInfo{"creep_10s_nm", "Δh_10s", "nm", "", "",
                 "depth gained 10 s after the start of the hold"},
    QuantityInfo{"creep_30s_nm", "Δh_30s", "nm", "", "",
                 "depth gained 30 s after the start of the hold"},
    QuantityInfo{"creep_60s_nm", "Δh_60s", "nm", "", "",
                 "depth gained 60 s after the start of the hold"},
    QuantityInfo{"H_profile_GPa", "H_CSM", "GPa", "", "mean of F/A_p over a range of depth",
                 "hardness, mean of the depth profile", UncertaintyIs::stated},
    QuantityInfo{"E_r_profile_GPa", "E_r,CSM", "GPa", "",
                 "mean of sqrt(pi) S/(2 beta sqrt(A_p)) over a range of depth",
                 "reduced modulus, mean of the depth profile", UncertaintyIs::stated},
    QuantityInfo{"E_profile_GPa", "E_CSM", "GPa", "", "mean of E over a range of depth",
                 "modulus, mean of the depth profile", UncertaintyIs::stated},
    QuantityInfo{"E_r_profile_change", "δE_r,CSM", "", "", "",
                 "change of E_r over that range, by a line, as a share of its mean"},
    QuantityInfo{"P_per_S2_profile_per_GPa", "F/S²_CSM", "1/GPa", "", "mean of F/S²",
                 "load over stiffness squared, mean of the depth profile"},
    QuantityInfo{"profile_points", "n_CSM", "", "", "",
                 "points of the depth profile within the averaged range"},
    QuantityInfo{"contact_radius_nm", "a_c", "nm", "", "sqrt(A_p/pi)",
                 "contact radius, by the rule of study.contact_radius"},
};

inline constexpr std::size_t quantity_count = quantity_table.size();

/// The place of a quantity in the table. Made only by `_q` and find_quantity.
struct QuantityIndex {
    std::size_t at;
    friend constexpr bool operator==(QuantityIndex, QuantityIndex) = default;
    constexpr const QuantityInfo& info() const { return quantity_table[at]; }
};

constexpr std::optional<QuantityIndex> find_quantity(std::string_view id) {
    for (std::size_t i = 0; i < quantity_count; ++i)
        if (quantity_table[i].id == id) return QuantityIndex{i};
    return std::nullopt;
}

/// An id that is not in the table does not compile.
consteval QuantityIndex operator""_q(const char* id, std::size_t length) {
    return find_quantity(std::string_view(id, length)).value();
}

/// One number per quantity; NaN where there is none.
class QuantityValues {
  public:
    QuantityValues() { values_.fill(std::numeric_limits<double>::quiet_NaN()); }
    double& operator[](QuantityIndex q) { return values_[q.at]; }
    double operator[](QuantityIndex q) const { return values_[q.at]; }

  private:
    std::array<double, quantity_count> values_;
};

}  // namespace sneddon
