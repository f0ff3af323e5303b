// What the first pop-ins of a sample say of the thermal activation behind them.
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/study/summary.hpp"
#include "study/activation/jump_law.hpp"
#include "study/creep/stz_volume.hpp"

namespace sneddon {

/// The tests of one load function, as the fit sees them.
struct ActivationRate {
    std::string load_function;
    double load_rate_uN_per_s = nan;  ///< mean of F_max/t_load
    std::size_t searched = 0, with = 0;
    double expected_with = nan;  ///< that show a pop-in, by the fit
    double median_tau_GPa = nan;
    /// tau_max of each pop-in, and ln(-ln(1 - F)) there; F of the tests that can pop in at all,
    /// each pop-in weighed by 1/p(detect). A point where F reaches 1 is NaN.
    std::vector<double> tau_GPa, log_log;
    std::vector<double> model_tau_GPa, model_log_log;  ///< the fit, over the same range
};

struct ActivationFinding {
    std::size_t sample = 0;
    std::string reason;  ///< why there is no volume; empty where there is one
    double temperature_C = nan, radius_nm = nan;
    double E_r_hertz_GPa = nan;  ///< median of the tests: that of every tau_max here
    double E_r_GPa = nan;        ///< median of the unloading, beside it
    std::size_t pop_ins = 0, tests = 0;
    double volume_nm3 = nan;  ///< V*, attempts at a fixed number of places
    Interval volume_ci95;
    double share = nan;  ///< of the tests that can pop in at all
    Interval share_ci95;
    double line_volume_nm3 = nan;       ///< k T times the mean slope of the points
    double sites_volume_nm3 = nan;      ///< V* of attempts in the stressed volume
    double sites_log_likelihood = nan;  ///< more than that of attempts at a fixed number of places
    /// What the rate of load does: 1 as thermal activation, 0 nothing. NaN with one rate.
    double rate_power = nan;
    Interval rate_power_ci95;
    double rate_power_p = nan;       ///< of 1, by the likelihood ratio
    double spread_volume_nm3 = nan;  ///< V* of the spread alone, rate_power being free
    double shift_volume_nm3 = nan;   ///< V* of the shift with the rate alone
    double zone_volume_nm3 = nan;    ///< V*/assumed_zone_shear
    double zone_diameter_nm = nan;   ///< of a sphere of that volume
    StzVolume stz;                   ///< by the cooperative shear model
    StzAssumptions stz_assumed;
    std::string stz_reason;
    JumpLaw jumps;
    std::vector<ActivationRate> rates;
    std::vector<std::string> remarks;  ///< what speaks against the number, a sentence each
};

/// The shear of a transformed zone or nucleus: about 0.1 (Argon 1979, Acta Metall. 27, 47).
inline constexpr double assumed_zone_shear = 0.1;

}  // namespace sneddon
